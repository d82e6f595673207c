import type { BulkEndpoint } from '#api/bulk'
import {
  reactivateAllUsers,
  reactivateUsers,
  resendAllInvitations,
  resendInvitations,
  suspendAllUsers,
  suspendUsers,
} from '#api/identity/users/user-acts'
import type { listAllUsers, listUsers, UserRow } from '#api/identity/users/users'
import { type BulkAct, bulkAct } from '../../../platform/bulk/bulk-act.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { Problem } from '../../../platform/problem.ts'
import { reactivateUser, resendInvitation, suspendUser } from './suspend-user.ts'
import { allUsersSource, usersSource } from './users.routes.ts'

type Verb = (tx: ScopedTransaction, company: string, login: string) => Promise<unknown>

const ofCompany = (endpoint: BulkEndpoint<typeof listUsers, Record<never, never>>, verb: Verb): BulkAct =>
  bulkAct(endpoint, {
    source: usersSource,
    itemOf: ({ login, name }: UserRow) => ({ key: login, label: `${name} · ${login}` }),
    act: (tx, { key }, { params }) => verb(tx, params.company, key),
  })

const across = (endpoint: BulkEndpoint<typeof listAllUsers, Record<never, never>>, verb: Verb): BulkAct =>
  bulkAct(endpoint, {
    source: allUsersSource,
    itemOf: ({ login, name, company }: UserRow) => ({
      key: `${company.reference}/${login}`,
      label: `${name} · ${login} · ${company.name}`,
    }),
    act: (tx, { key }) => {
      const [company, login] = key.split('/')
      if (!company || !login) throw new Problem('not_found')
      return verb(tx, company, login)
    },
  })

export const userActs: readonly BulkAct[] = [
  ofCompany(suspendUsers, suspendUser),
  ofCompany(reactivateUsers, reactivateUser),
  ofCompany(resendInvitations, resendInvitation),
  across(suspendAllUsers, suspendUser),
  across(reactivateAllUsers, reactivateUser),
  across(resendAllInvitations, resendInvitation),
]
