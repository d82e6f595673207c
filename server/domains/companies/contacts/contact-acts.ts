import { archiveContacts, restoreContacts } from '#api/companies/contacts/contact-acts'
import type { ContactRow } from '#api/companies/contacts/contacts'
import { type BulkAct, bulkAct } from '../../../platform/bulk/bulk-act.ts'
import { contactsSource } from './contacts.routes.ts'
import { archiveContact, restoreContact } from './write-contact.ts'

const itemOf = ({ id, firstName, lastName }: ContactRow) => ({ key: id, label: `${firstName} ${lastName}`.trim() || id })

export const contactActs: readonly BulkAct[] = [
  bulkAct(archiveContacts, { source: contactsSource, itemOf, act: (tx, { key }, { params }) => archiveContact(tx, params.company, key) }),
  bulkAct(restoreContacts, { source: contactsSource, itemOf, act: (tx, { key }, { params }) => restoreContact(tx, params.company, key) }),
]
