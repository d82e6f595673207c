import { NumberInput } from '@mantine/core'
import { type Issuer, writeIssuer } from '#api/companies/issuer/issuer'
import { legalForms } from '#api/companies/rules/company/legal-forms'
import * as m from '#messages/issuer'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { TextareaField } from '../../../ui/fields/textarea-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'

const valuesOf = ({ ibanMasked: _iban, hasLogo: _logo, updatedAt: _at, abilities: _abilities, ...sheet }: Issuer) => sheet

export const IssuerDrawer = ({ issuer, onClose }: { readonly issuer: Issuer; readonly onClose: () => void }) => {
  const form = useContractForm(writeIssuer, {
    defaultValues: valuesOf(issuer),
    fromCurrent: (current) => valuesOf(current as Issuer),
  })
  const labels = {
    legalName: m.issuer_legal_name(),
    legalForm: m.issuer_legal_form(),
    capitalCents: m.issuer_capital(),
    rcsCity: m.issuer_rcs_city(),
    siren: m.issuer_siren(),
    vatNumber: m.issuer_vat_number(),
    creditorIdentifier: m.issuer_creditor_identifier(),
    bic: m.issuer_bic(),
    street: m.issuer_street(),
    complement: m.issuer_complement(),
    postcode: m.issuer_postcode(),
    city: m.issuer_city(),
    country: m.issuer_country(),
    phone: m.issuer_phone(),
    website: m.issuer_website(),
    senderName: m.issuer_sender_name(),
    senderEmail: m.issuer_sender_email(),
    termsOfSaleVersion: m.issuer_terms_version(),
    termsOfSale: m.issuer_terms_text(),
  }
  const capital = form.watch('capitalCents')
  return (
    <EditDrawer
      title={m.issuer_title()}
      form={form}
      fieldLabels={labels}
      onClose={onClose}
      size={640}
      onSave={async (body) => {
        await call(writeIssuer, { params: { universe: 'carrier' }, body })
        notifySuccess()
        onClose()
      }}
    >
      <TextField form={form} name="legalName" label={labels.legalName} required />
      <SelectField
        form={form}
        name="legalForm"
        label={labels.legalForm}
        clearable
        emptyAs="null"
        options={legalForms.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
      />
      <NumberInput
        label={labels.capitalCents}
        value={typeof capital === 'number' ? capital / 100 : ''}
        onChange={(value) =>
          form.setValue('capitalCents', typeof value === 'number' ? Math.round(value * 100) : null, {
            shouldDirty: true,
            shouldValidate: true,
          })
        }
        min={0}
        decimalScale={2}
        decimalSeparator=","
        thousandSeparator=" "
        suffix=" €"
        error={form.formState.errors.capitalCents?.message as string | undefined}
      />
      <TextField form={form} name="rcsCity" label={labels.rcsCity} emptyAs="null" />
      <TextField form={form} name="siren" label={labels.siren} inputMode="numeric" emptyAs="null" />
      <TextField form={form} name="vatNumber" label={labels.vatNumber} emptyAs="null" />
      <TextField form={form} name="creditorIdentifier" label={labels.creditorIdentifier} emptyAs="null" />
      <TextField form={form} name="bic" label={labels.bic} emptyAs="null" />
      <TextField form={form} name="street" label={labels.street} required />
      <TextField form={form} name="complement" label={labels.complement} emptyAs="null" />
      <TextField form={form} name="postcode" label={labels.postcode} required />
      <TextField form={form} name="city" label={labels.city} required />
      <TextField form={form} name="country" label={labels.country} required maxLength={2} />
      <PhoneField form={form} name="phone" label={labels.phone} emptyAs="null" />
      <TextField form={form} name="website" label={labels.website} type="url" emptyAs="null" />
      <TextField form={form} name="senderName" label={labels.senderName} emptyAs="null" />
      <EmailField form={form} name="senderEmail" label={labels.senderEmail} emptyAs="null" />
      <TextField form={form} name="termsOfSaleVersion" label={labels.termsOfSaleVersion} emptyAs="null" />
      <TextareaField form={form} name="termsOfSale" label={labels.termsOfSale} emptyAs="null" />
    </EditDrawer>
  )
}
