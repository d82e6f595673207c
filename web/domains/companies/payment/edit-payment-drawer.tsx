import { Text } from '@mantine/core'
import { type Payment, updatePayment } from '#api/companies/payment/payment'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { call } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { PaymentFields, paymentLabels } from './payment-fields.tsx'

type Values = FormValues<typeof updatePayment>

const toValues = (payment: Payment): Values => ({
  version: payment.version,
  holderName: payment.holderName,
  iban: '',
  bic: payment.bic ?? '',
  scheme: payment.mandate.scheme,
  billingName: payment.billingName ?? '',
  billingStreet: payment.billingStreet,
  billingComplement: payment.billingComplement ?? '',
  billingPostcode: payment.billingPostcode,
  billingCity: payment.billingCity,
  billingCountry: payment.billingCountry,
  billingEmail: payment.billingEmail ?? '',
})

interface EditPaymentDrawerProps {
  readonly place: CompanyPlace
  readonly payment: Payment
  readonly onClose: () => void
}

/** Changes payment coordinates; another account or scheme makes a new mandate to sign. */
export const EditPaymentDrawer = ({ place, payment, onClose }: EditPaymentDrawerProps) => {
  const form = useContractForm(updatePayment, { defaultValues: toValues(payment), fromCurrent: (current) => toValues(current as Payment) })
  const save = async (body: Values) => {
    await call(updatePayment, { params: { universe: place.universe, company: place.company, payment: payment.id }, body })
    notifySuccess()
    onClose()
  }
  return (
    <EditDrawer title={m.companies_payment_edit()} form={form} onSave={save} onClose={onClose} size={560} fieldLabels={paymentLabels()}>
      <Text c="dimmed" fz="sm">
        {m.companies_payment_edit_text()}
      </Text>
      <PaymentFields form={form} payment={payment} />
    </EditDrawer>
  )
}
