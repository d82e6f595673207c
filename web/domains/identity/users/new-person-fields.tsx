import { SimpleGrid } from '@mantine/core'
import type { NamedSite } from '#api/companies/sites/named-site'
import type { inviteUser } from '#api/identity/users/users'
import { userWords } from '#api/identity/words'
import * as m from '#messages/users'
import type { ContractForm, FormValues } from '../../../platform/form/use-contract-form.ts'
import { words } from '../../../platform/words.ts'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'

interface NewPersonFieldsProps {
  readonly form: ContractForm<FormValues<typeof inviteUser>>
  readonly sites: readonly NamedSite[]
}

export const NewPersonFields = ({ form, sites }: NewPersonFieldsProps) => (
  <SimpleGrid cols={{ base: 1, sm: 2 }}>
    <TextField form={form} name="contact.firstName" label={m.users_first_name()} required />
    <TextField form={form} name="contact.lastName" label={m.users_last_name()} required />
    <EmailField form={form} name="contact.email" label={words(userWords.email)} required />
    <TextField form={form} name="contact.jobTitle" label={m.users_job_title()} emptyAs="null" />
    <PhoneField form={form} name="contact.phone" label={m.users_phone()} emptyAs="null" />
    <PhoneField form={form} name="contact.mobile" label={m.users_mobile()} emptyAs="null" />
    <SelectField
      form={form}
      name="contact.siteId"
      label={words(userWords.site)}
      placeholder={m.users_any_site()}
      options={sites.map((site) => ({ value: site.id, label: site.name }))}
      clearable
      emptyAs="null"
    />
  </SimpleGrid>
)
