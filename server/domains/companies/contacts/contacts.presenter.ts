import type { Contact, ContactRow } from '#api/companies/contacts/contacts'
import type { Scope } from '../../../platform/context.ts'
import { contactAbilities } from './contacts.policy.ts'
import type { ContactListRow, ContactRecord } from './contacts.repository.ts'

export const presentContactRow = (row: ContactListRow): ContactRow => ({
  id: row.id,
  firstName: row.first_name,
  lastName: row.last_name,
  jobTitle: row.job_title,
  phone: row.phone,
  mobile: row.mobile,
  email: row.email,
  site: row.site_id !== null && row.site_name !== null ? { id: row.site_id, name: row.site_name } : null,
  access: row.login !== null && row.user_state !== null ? { login: row.login, state: row.user_state } : null,
  archivedAt: row.archived_at?.toISOString() ?? null,
})

export const presentContact = (scope: Scope, row: ContactRecord): Contact => ({
  ...presentContactRow(row),
  company: { reference: row.company_reference, name: row.company_name },
  createdAt: row.created_at.toISOString(),
  version: row.version,
  abilities: contactAbilities(scope, row),
})
