import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { siteWords } from '#api/companies/words'
import * as m from '#messages/companies'
import { words } from '../../../../platform/words.ts'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import classes from '../../companies.module.css'
import { countryOptions } from '../../form-values.ts'
import { CommuneField, type CommuneValues } from './commune-field.tsx'
import { PostcodeField } from './postcode-field.tsx'
import type { SiteContractForm } from './site-values.ts'

/** Address of a site: in France the commune comes from the official list, abroad everything is typed. */
export const AddressFields = ({ form }: { readonly form: SiteContractForm }) => {
  const [country, postcode, communeCode, city] = useWatch({ control: form.control, name: ['country', 'postcode', 'communeCode', 'city'] })
  const { errors } = form.formState
  const commune = { postcode, communeCode, city }
  const choose = (next: Partial<CommuneValues>) => {
    // What is emptied for a choice to come is no fault yet.
    if (next.communeCode !== undefined) form.setValue('communeCode', next.communeCode, { shouldDirty: true, shouldValidate: true })
    if (next.city !== undefined) form.setValue('city', next.city, { shouldDirty: true, shouldValidate: next.city !== '' })
    if (next.postcode !== undefined) form.setValue('postcode', next.postcode, { shouldDirty: true, shouldValidate: next.postcode !== '' })
  }
  const [countries] = useState(countryOptions)
  const isFrench = country === 'FR'
  useEffect(() => {
    if (!isFrench && form.getValues('communeCode') !== null) form.setValue('communeCode', null, { shouldDirty: true })
  }, [isFrench, form])
  return (
    <>
      <TextField form={form} name="street" label={words(siteWords.street)} required autoComplete="address-line1" />
      <TextField form={form} name="complement" label={m.companies_complement()} autoComplete="address-line2" />
      <div className={classes.pair}>
        {isFrench ? (
          <PostcodeField form={form} name="postcode" label={words(siteWords.postcode)} required commune={commune} />
        ) : (
          <TextField form={form} name="postcode" label={words(siteWords.postcode)} required autoComplete="postal-code" />
        )}
        {isFrench ? (
          <CommuneField values={commune} onChange={choose} error={errors.communeCode?.message ?? errors.city?.message} />
        ) : (
          <TextField form={form} name="city" label={words(siteWords.city)} required />
        )}
      </div>
      <SelectField form={form} name="country" label={m.companies_country()} options={countries} searchable required />
    </>
  )
}
