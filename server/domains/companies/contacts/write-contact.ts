import type {
  Contact,
  ContactForm,
  createContact as createEndpoint,
  updateContact as updateEndpoint,
} from '#api/companies/contacts/contacts'
import type { BodyOf } from '#api/endpoint'
import { holds, type ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import * as companies from '../company/company.repository.ts'
import { openSite } from '../sites/sites.repository.ts'
import { hasOpenAccess, mayCreateContacts, mayEditContact, mayEditEmail, mayRestoreContact } from './contacts.policy.ts'
import { presentContact } from './contacts.presenter.ts'
import * as contacts from './contacts.repository.ts'
import { readContact } from './read-contact.ts'

const lock = async (tx: ScopedTransaction, reference: string, id: string): Promise<contacts.ContactRecord> => {
  // First the lock, then the look: somebody who was giving this contact an access meanwhile has then finished.
  await tx.run(db.selectFrom('contacts').select('id').where('id', '=', id).forUpdate())
  const row = await tx.first(contacts.contact(reference, id).forUpdate('k'))
  if (!row) throw new Problem('not_found')
  return row
}

const nameOf = (person: { readonly firstName: string; readonly lastName: string }) => `${person.firstName} ${person.lastName}`.trim()

const record = (
  tx: ScopedTransaction,
  contact: { readonly id: string; readonly companyId: string; readonly siteId: string | null; readonly name: string },
  action: string,
  changed: { readonly before?: Record<string, unknown>; readonly after?: Record<string, unknown> },
) =>
  recordActivity(tx, {
    companyId: contact.companyId,
    siteId: contact.siteId,
    action,
    objectKind: 'contact',
    objectReference: contact.id,
    objectLabel: contact.name,
    ...changed,
  })

/** Somebody whose right is limited to sites places contacts on those sites only. */
const checkSite = async (tx: ScopedTransaction, companyId: string, siteId: string | null): Promise<string | null> => {
  if (siteId === null) {
    if (!holds(tx.scope, 'company.write', null)) throw fieldProblem('siteId', 'required')
    return null
  }
  const site = await tx.first(openSite(companyId, siteId))
  if (!site) throw fieldProblem('siteId', 'site_unknown')
  return site.name
}

const columns = (form: ContactForm) => ({
  site_id: form.siteId,
  first_name: form.firstName,
  last_name: form.lastName,
  job_title: form.jobTitle,
  phone: form.phone,
  mobile: form.mobile,
  email: form.email,
})

export const createContact = async (tx: ScopedTransaction, reference: string, form: BodyOf<typeof createEndpoint>): Promise<Contact> => {
  const company = await tx.first(companies.identity(reference))
  if (!company) throw new Problem('not_found')
  if (!mayCreateContacts(tx.scope)) throw new Problem('forbidden')
  const site = await checkSite(tx, company.id, form.siteId)
  const id = newId()
  await tx.run(db.insertInto('contacts').values({ id, company_id: company.id, ...columns(form) }))
  const { siteId, ...after } = form
  await record(tx, { id, companyId: company.id, siteId, name: nameOf(form) }, 'contact.created', { after: { ...after, site } })
  return readContact(tx, reference, id)
}

export const updateContact = async (
  tx: ScopedTransaction,
  reference: string,
  id: string,
  { version, ...form }: BodyOf<typeof updateEndpoint>,
): Promise<Contact> => {
  const row = await lock(tx, reference, id)
  const current = presentContact(tx.scope, row)
  if (row.archived_at) throw new Problem('conflict')
  if (!mayEditContact(tx.scope, row)) throw new Problem('forbidden')
  if (row.version !== version) throw new Problem('version_conflict', { current })
  if (form.email !== row.email && !mayEditEmail(tx.scope, row)) throw fieldProblem('email', 'email_of_access')
  if (form.email === null && row.login !== null) throw fieldProblem('email', 'email_needed_by_access')
  const site = form.siteId === row.site_id ? row.site_name : await checkSite(tx, row.company_id, form.siteId)
  const { siteId, ...fields } = form
  const changed = changes({ ...current, site: row.site_name }, { ...fields, site })
  if (!changed) return current
  await tx.run(
    db
      .updateTable('contacts')
      .set({ ...columns(form), version: version + 1 })
      .where('id', '=', id),
  )
  await record(tx, { id, companyId: row.company_id, siteId, name: nameOf(form) }, 'contact.updated', changed)
  return readContact(tx, reference, id)
}

const setArchived = async (tx: ScopedTransaction, row: contacts.ContactRecord, at: Date | null): Promise<void> => {
  await tx.run(
    db
      .updateTable('contacts')
      .set({ archived_at: at, version: row.version + 1 })
      .where('id', '=', row.id),
  )
  const name = nameOf({ firstName: row.first_name, lastName: row.last_name })
  await record(tx, { id: row.id, companyId: row.company_id, siteId: row.site_id, name }, at ? 'contact.archived' : 'contact.restored', {
    before: { archived: !at },
    after: { archived: Boolean(at) },
  })
}

/** Archives a contact; the access of somebody who can still sign in is suspended first. */
export const archiveContact = async (tx: ScopedTransaction, reference: string, id: string): Promise<Contact> => {
  const row = await lock(tx, reference, id)
  if (row.archived_at) throw new Problem('conflict')
  if (!mayEditContact(tx.scope, row)) throw new Problem('forbidden')
  if (hasOpenAccess(row)) throw new Problem('conflict')
  await setArchived(tx, row, tx.now)
  return readContact(tx, reference, id)
}

export const restoreContact = async (tx: ScopedTransaction, reference: string, id: string): Promise<Contact> => {
  const row = await lock(tx, reference, id)
  if (!row.archived_at) throw new Problem('conflict')
  if (!mayRestoreContact(tx.scope, row)) throw new Problem('forbidden')
  await setArchived(tx, row, null)
  return readContact(tx, reference, id)
}
