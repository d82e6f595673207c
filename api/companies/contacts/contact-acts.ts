import { bulkEndpoint } from '../../bulk.ts'
import { archiveContact, listContacts, restoreContact } from './contacts.ts'

export const archiveContacts = bulkEndpoint({
  list: listContacts,
  of: archiveContact,
  act: 'archive',
  summary: 'Archive many contacts who are no longer there.',
})
export const restoreContacts = bulkEndpoint({
  list: listContacts,
  of: restoreContact,
  act: 'restore',
  summary: 'Bring many archived contacts back.',
})
