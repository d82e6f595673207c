import { Fieldset, Text } from '@mantine/core'
import { type Company, companySizes, updateCompany } from '#api/companies/company/company'
import { einvoicingScheme } from '#api/companies/rules/company/einvoicing-address'
import { siteWords } from '#api/companies/words'
import type { Universe } from '#api/universes'
import * as m from '#messages/companies'
import { call } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { typedPhone } from '../../../platform/format.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { TextareaField } from '../../../ui/fields/textarea-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import classes from '../companies.module.css'
import { companySizeLabel } from './company-labels.ts'

type Values = FormValues<typeof updateCompany>

const toValues = (company: Company): Values => ({
  version: company.version,
  apeCode: company.apeCode ?? '',
  size: company.size,
  einvoicingAddress: company.einvoicingAddress ?? '',
  comment: company.comment ?? '',
  website: shownAddress(company.website),
  phone: typedPhone(company.phone),
  emailSales: shownAddress(company.emailSales),
  emailTechnical: shownAddress(company.emailTechnical),
  emailOrderDesk: shownAddress(company.emailOrderDesk),
  emailAdministrative: shownAddress(company.emailAdministrative),
})

interface EditCompanyDrawerProps {
  readonly universe: Universe
  readonly company: Company
  readonly onClose: () => void
}

/** The pencil of the sheet: what the company changes by itself; the rest is proposed to the carrier. */
export const EditCompanyDrawer = ({ universe, company, onClose }: EditCompanyDrawerProps) => {
  const form = useContractForm(updateCompany, { defaultValues: toValues(company), fromCurrent: (current) => toValues(current as Company) })
  const save = async (body: Values) => {
    await call(updateCompany, { params: { universe, company: company.reference }, body })
    notifySuccess()
    onClose()
  }
  return (
    <EditDrawer
      title={m.companies_edit_title()}
      form={form}
      onSave={save}
      onClose={onClose}
      size={560}
      fieldLabels={{
        apeCode: m.companies_ape_code(),
        size: m.companies_size(),
        einvoicingAddress: m.companies_einvoicing(),
        phone: words(siteWords.phone),
        website: m.companies_website(),
        emailSales: m.companies_mail_sales(),
        emailTechnical: m.companies_mail_technical(),
        emailOrderDesk: m.companies_mail_order_desk(),
        emailAdministrative: m.companies_mail_administrative(),
        comment: m.companies_comment(),
      }}
    >
      {company.abilities.administer ? null : (
        <Text fz="sm" c="dimmed">
          {company.abilities.changeIdentity
            ? m.companies_edit_carrier_fields()
            : `${m.companies_edit_carrier_fields()} ${m.companies_edit_identity_administrators()}`}
        </Text>
      )}
      <div className={classes.pair}>
        <SelectField
          form={form}
          name="size"
          label={m.companies_size()}
          options={companySizes.map((size) => ({ value: size, label: companySizeLabel(size) }))}
        />
        <TextField form={form} name="apeCode" label={m.companies_ape_code()} placeholder="6110Z" />
      </div>
      <TextField
        form={form}
        name="einvoicingAddress"
        label={m.companies_einvoicing()}
        description={m.companies_einvoicing_hint({ scheme: einvoicingScheme })}
      />
      <div className={classes.pair}>
        <PhoneField form={form} name="phone" label={words(siteWords.phone)} autoComplete="tel" />
        <TextField form={form} name="website" label={m.companies_website()} inputMode="url" placeholder="https://www.exemple.fr" />
      </div>
      <Fieldset legend={m.companies_mails()} className={classes.fieldset}>
        <div className={classes.pair}>
          <EmailField form={form} name="emailSales" label={m.companies_mail_sales()} />
          <EmailField form={form} name="emailTechnical" label={m.companies_mail_technical()} />
          <EmailField form={form} name="emailOrderDesk" label={m.companies_mail_order_desk()} />
          <EmailField form={form} name="emailAdministrative" label={m.companies_mail_administrative()} />
        </div>
      </Fieldset>
      <TextareaField form={form} name="comment" label={m.companies_comment()} maxLength={2000} />
    </EditDrawer>
  )
}
