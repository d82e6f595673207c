import { Fieldset } from '@mantine/core'
import { useState } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { mandateSchemes, type Payment } from '#api/companies/payment/payment'
import { siteWords } from '#api/companies/words'
import * as m from '#messages/companies'
import { formatIban } from '../../../platform/format.ts'
import { words } from '../../../platform/words.ts'
import columns from '../../../ui/columns.module.css'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import classes from '../companies.module.css'
import { countryOptions } from '../form-values.ts'
import { schemeLabel } from './mandate-labels.tsx'

const fields = [
  'holderName',
  'iban',
  'bic',
  'billingName',
  'billingStreet',
  'billingComplement',
  'billingPostcode',
  'billingCity',
  'billingCountry',
  'billingEmail',
  'scheme',
] as const
type Field = (typeof fields)[number]

/** Names of the fields where two versions are compared. */
export const paymentLabels = (): Readonly<Record<Exclude<Field, 'iban'>, string>> => ({
  holderName: m.companies_holder(),
  bic: m.companies_bic(),
  billingName: m.companies_billing_name(),
  billingStreet: words(siteWords.street),
  billingComplement: m.companies_complement(),
  billingPostcode: words(siteWords.postcode),
  billingCity: words(siteWords.city),
  billingCountry: m.companies_country(),
  billingEmail: m.companies_billing_email(),
  scheme: m.companies_scheme(),
})

const tidyIban = (text: string): string => formatIban(text.toUpperCase()).replaceAll('\u00a0', ' ')

interface PaymentFieldsProps<V extends FieldValues> {
  readonly form: UseFormReturn<V>
  /** The coordinates that are changed: their account stays unless another is typed. */
  readonly payment?: Payment
}

/** Account, mandate scheme and billing address: the same for new coordinates and existing ones. */
export const PaymentFields = <V extends FieldValues>({ form, payment }: PaymentFieldsProps<V>) => {
  const [countries] = useState(countryOptions)
  // Both endpoints have these fields; only the type of the form does not say so.
  const at = (field: Field) => field as FieldPath<V>
  return (
    <>
      <TextField form={form} name={at('holderName')} label={m.companies_holder()} required />
      <TextField
        form={form}
        name={at('iban')}
        label={m.companies_iban()}
        tidy={tidyIban}
        {...(payment ? { placeholder: payment.ibanMasked, description: m.companies_iban_kept() } : { required: true })}
      />
      <div className={classes.pair}>
        <TextField form={form} name={at('bic')} label={m.companies_bic()} tidy={(text) => text.trim().toUpperCase()} />
        <SelectField
          form={form}
          name={at('scheme')}
          label={m.companies_scheme()}
          options={mandateSchemes.map((scheme) => ({ value: scheme, label: schemeLabel(scheme) }))}
        />
      </div>
      <Fieldset legend={m.companies_billing()} className={classes.fieldset}>
        <div className={columns.column}>
          <TextField form={form} name={at('billingName')} label={m.companies_billing_name()} />
          <TextField form={form} name={at('billingStreet')} label={words(siteWords.street)} required />
          <TextField form={form} name={at('billingComplement')} label={m.companies_complement()} />
          <div className={classes.pair}>
            <TextField form={form} name={at('billingPostcode')} label={words(siteWords.postcode)} required />
            <TextField form={form} name={at('billingCity')} label={words(siteWords.city)} required />
          </div>
          <SelectField form={form} name={at('billingCountry')} label={m.companies_country()} options={countries} searchable required />
          <EmailField form={form} name={at('billingEmail')} label={m.companies_billing_email()} />
        </div>
      </Fieldset>
    </>
  )
}
