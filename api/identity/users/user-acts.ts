import { bulkEndpoint } from '../../bulk.ts'
import { listAllUsers, listUsers, reactivateUser, resendInvitation, suspendUser } from './users.ts'

export const suspendUsers = bulkEndpoint({
  list: listUsers,
  of: suspendUser,
  act: 'suspend',
  summary: 'Suspend many accesses of a company.',
})
export const reactivateUsers = bulkEndpoint({
  list: listUsers,
  of: reactivateUser,
  act: 'reactivate',
  summary: 'Give many accesses of a company back.',
})
export const resendInvitations = bulkEndpoint({
  list: listUsers,
  of: resendInvitation,
  act: 'resend-invitation',
  summary: 'Send many initialisation mails of a company again.',
})

// Across companies a person is named with the company: `OIP-00000002/E-000000004`.
export const suspendAllUsers = bulkEndpoint({
  list: listAllUsers,
  of: suspendUser,
  act: 'suspend',
  summary: 'Suspend many accesses, across companies; a key is `<company>/<login>`.',
})
export const reactivateAllUsers = bulkEndpoint({
  list: listAllUsers,
  of: reactivateUser,
  act: 'reactivate',
  summary: 'Give many accesses back, across companies; a key is `<company>/<login>`.',
})
export const resendAllInvitations = bulkEndpoint({
  list: listAllUsers,
  of: resendInvitation,
  act: 'resend-invitation',
  summary: 'Send many initialisation mails again, across companies; a key is `<company>/<login>`.',
})
