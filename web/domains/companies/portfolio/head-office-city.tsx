import { useEffect } from 'react'
import type { createClient } from '#api/companies/portfolio/clients'
import { clientWords } from '#api/companies/words'
import type { ContractForm, FormValues } from '../../../platform/form/use-contract-form.ts'
import { words } from '../../../platform/words.ts'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { CommuneField, type CommuneValues } from '../sites/form/commune-field.tsx'
import { PostcodeField } from '../sites/form/postcode-field.tsx'

/** Postcode and commune of the head office, as those of any site: in France each leads to the other. */
export const HeadOfficeCity = ({ form }: { readonly form: ContractForm<FormValues<typeof createClient>> }) => {
  const { city, postcode, communeCode, country } = form.watch('headOffice')
  const errors = form.formState.errors.headOffice
  const commune = { postcode, communeCode: communeCode ?? null, city }
  const choose = (next: Partial<CommuneValues>) => {
    if (next.communeCode !== undefined) form.setValue('headOffice.communeCode', next.communeCode, { shouldDirty: true })
    // What is emptied for a choice to come is no fault yet.
    if (next.city !== undefined) form.setValue('headOffice.city', next.city, { shouldDirty: true, shouldValidate: next.city !== '' })
    if (next.postcode !== undefined)
      form.setValue('headOffice.postcode', next.postcode, { shouldDirty: true, shouldValidate: next.postcode !== '' })
  }
  useEffect(() => {
    if (country !== 'FR' && form.getValues('headOffice.communeCode')) form.setValue('headOffice.communeCode', null)
  }, [country, form])
  const postcodeProps = { form, name: 'headOffice.postcode', label: words(clientWords.postcode), required: true } as const
  return country === 'FR' ? (
    <>
      <PostcodeField {...postcodeProps} commune={commune} />
      <CommuneField values={commune} onChange={choose} error={errors?.communeCode?.message ?? errors?.city?.message} />
    </>
  ) : (
    <>
      <TextField {...postcodeProps} />
      <TextField form={form} name="headOffice.city" label={words(clientWords.city)} required />
    </>
  )
}
