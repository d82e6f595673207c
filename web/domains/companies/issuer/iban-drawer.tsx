import { writeIssuerIban } from '#api/companies/issuer/issuer'
import * as m from '#messages/issuer'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'

/** The account on which the carrier collects: asks for a confirmation of identity. */
export const IbanDrawer = ({ onClose }: { readonly onClose: () => void }) => {
  const form = useContractForm(writeIssuerIban, { defaultValues: { iban: '' } })
  return (
    <EditDrawer
      title={m.issuer_iban_change()}
      form={form}
      onClose={onClose}
      onSave={async (body) => {
        await call(writeIssuerIban, { params: { universe: 'carrier' }, body })
        notifySuccess()
        onClose()
      }}
    >
      <TextField form={form} name="iban" label={m.issuer_iban()} required description={m.issuer_iban_hint()} />
    </EditDrawer>
  )
}
