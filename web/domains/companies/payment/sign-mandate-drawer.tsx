import { Text } from '@mantine/core'
import { type Payment, signMandate } from '#api/companies/payment/payment'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { call } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { today } from '../../../ui/date-field/today.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'

interface SignMandateDrawerProps {
  readonly place: CompanyPlace
  readonly payment: Payment
  readonly onClose: () => void
}

/** Records the day on which the printed mandate was signed. */
export const SignMandateDrawer = ({ place, payment, onClose }: SignMandateDrawerProps) => {
  const day = today()
  const form = useContractForm(signMandate, {
    defaultValues: { version: payment.version, signedOn: day },
    fromCurrent: (current) => ({ version: (current as Payment).version, signedOn: day }),
  })
  const save = async (body: FormValues<typeof signMandate>) => {
    await call(signMandate, { params: { universe: place.universe, company: place.company, payment: payment.id }, body })
    notifySuccess(m.companies_mandate_signed_done())
    onClose()
  }
  return (
    <EditDrawer title={m.companies_mandate_sign()} form={form} onSave={save} onClose={onClose} size={440}>
      <Text c="dimmed">{m.companies_mandate_sign_text({ reference: payment.mandate.reference })}</Text>
      <DateField form={form} name="signedOn" label={m.companies_signed_on()} max={day} required />
    </EditDrawer>
  )
}
