import { Text } from '@mantine/core'
import type { Company } from '#api/companies/company/company'
import { changeIdentity } from '#api/companies/company/identity'
import { legalForms } from '#api/companies/rules/company/legal-forms'
import * as m from '#messages/companies'
import { call } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { legalFormText } from './company-labels.ts'

type Values = FormValues<typeof changeIdentity>
export type IdentityField = 'name' | 'vatNumber' | 'legalForm'

const toValues = ({ version, name, vatNumber, legalForm }: Company): Values => ({
  version,
  name,
  vatNumber: vatNumber ?? '',
  legalForm: legalForm ?? '',
})

interface IdentityDrawerProps {
  readonly company: Company
  readonly universe: 'client' | 'ambassador' | 'operator'
  /** Whose pencil was pressed. */
  readonly field: IdentityField
  readonly onClose: () => void
}

/** The pencils of name, VAT number and legal form: an administrator changes them, the carrier is told. */
export const IdentityDrawer = ({ company, universe, field, onClose }: IdentityDrawerProps) => {
  const form = useContractForm(changeIdentity, { defaultValues: toValues(company), fromCurrent: (current) => toValues(current as Company) })
  const save = async (body: Values) => {
    await call(changeIdentity, { params: { universe, company: company.reference }, body })
    notifySuccess(m.companies_identity_saved())
    onClose()
  }
  const labels = { name: m.companies_name(), vatNumber: m.companies_vat_number(), legalForm: m.companies_legal_form() }
  return (
    <EditDrawer
      title={m.companies_identity_title()}
      form={form}
      onSave={save}
      onClose={onClose}
      fieldLabels={labels}
      formatValue={(name, value) => (name === 'legalForm' ? (legalFormText(String(value)) ?? '') : String(value ?? ''))}
    >
      <Text fz="sm" c="dimmed">
        {m.companies_identity_hint()}
      </Text>
      <TextField form={form} name="name" label={labels.name} required maxLength={160} autoFocus={field === 'name'} />
      <TextField form={form} name="vatNumber" label={labels.vatNumber} placeholder="FR44732829320" autoFocus={field === 'vatNumber'} />
      <SelectField
        form={form}
        name="legalForm"
        label={labels.legalForm}
        clearable
        autoFocus={field === 'legalForm'}
        options={legalForms.map(({ code, label }) => ({ value: code, label: `${label} (${code})` }))}
      />
    </EditDrawer>
  )
}
