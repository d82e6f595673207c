import { Group } from '@mantine/core'
import { type Account, editAccount } from '#api/identity/account/account'
import * as m from '#messages/identity'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { typedPhone } from '../../../platform/format.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'

/** Only the fields of the form: what the account shows besides is not written here. */
const valuesOf = ({ firstName, lastName, jobTitle, phone, mobile, email, version }: Account) => ({
  firstName,
  lastName,
  jobTitle: jobTitle ?? '',
  phone: typedPhone(phone),
  mobile: typedPhone(mobile),
  email: email ?? '',
  version,
})

export interface EditInformationProps {
  readonly account: Account
  readonly onClose: () => void
}

export const EditInformation = ({ account, onClose }: EditInformationProps) => {
  const form = useContractForm(editAccount, { defaultValues: valuesOf(account), fromCurrent: (current) => valuesOf(current as Account) })
  const save = async (body: Parameters<typeof call<typeof editAccount>>[1]['body']) => {
    await call(editAccount, { body })
    notifySuccess()
    onClose()
  }
  const labels = {
    firstName: m.identity_first_name(),
    lastName: m.identity_last_name(),
    jobTitle: m.identity_job_title(),
    phone: m.identity_phone(),
    mobile: m.identity_mobile(),
    email: m.identity_email(),
  }
  return (
    <EditDrawer title={m.identity_edit_information()} form={form} onSave={save} onClose={onClose} fieldLabels={labels}>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextField form={form} name="firstName" label={labels.firstName} autoComplete="given-name" required />
        <TextField form={form} name="lastName" label={labels.lastName} autoComplete="family-name" required />
      </Group>
      <TextField form={form} name="jobTitle" label={labels.jobTitle} autoComplete="organization-title" />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <PhoneField form={form} name="phone" label={labels.phone} autoComplete="tel" />
        <PhoneField form={form} name="mobile" label={labels.mobile} placeholder="06 12 34 56 78" autoComplete="tel" />
      </Group>
      <EmailField
        form={form}
        name="email"
        label={labels.email}
        description={m.identity_email_hint()}
        autoComplete="email"
        required={account.email !== null}
        {...(account.email === null ? { emptyAs: 'undefined' as const } : {})}
      />
    </EditDrawer>
  )
}
