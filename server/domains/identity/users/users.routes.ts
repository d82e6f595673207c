import { userStateWords } from '#api/companies/words'
import type { UserRow } from '#api/identity/users/users'
import { inviteUser, listAllUsers, listUsers, reactivateUser, readUser, resendInvitation, suspendUser } from '#api/identity/users/users'
import { userWords } from '#api/identity/words'
import { type Language, say } from '#api/languages'
import { type Universe, universeWords } from '#api/universes'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { type ExportColumn, instantColumn, textColumn } from '../../../platform/lists/export-columns.ts'
import { listRoutes, listSource } from '../../../platform/lists/list-routes.ts'
import { Problem } from '../../../platform/problem.ts'
import { companyOfAccess, delegationOf, openDelegation, ownHoldings } from '../../access/open-delegation.ts'
import * as inviting from './invite-user.ts'
import * as suspending from './suspend-user.ts'
import { mayInvite } from './users.policy.ts'
import { presentRow, presentUser } from './users.presenter.ts'
import * as users from './users.repository.ts'

const readBack = async (tx: ScopedTransaction, reference: string, login: string) => {
  const { delegation } = await openDelegation(tx, reference)
  const user = await tx.first(users.one(reference, login))
  if (!user) throw new Problem('not_found')
  return presentUser(user, tx.scope, delegation)
}

const universesIn = (language: Language, held: readonly Universe[]) =>
  held.map((universe) => say(universeWords[universe], language)).join(', ')

const userColumns: readonly ExportColumn<UserRow>[] = [
  textColumn(userWords.name, ({ name }) => name),
  textColumn(userWords.login, ({ login }) => login),
  textColumn(userWords.email, ({ email }) => email),
  textColumn(userWords.state, ({ state }) => userStateWords[state]),
  textColumn(userWords.rights, ({ rights }) => (rights.length === 0 ? userWords.noRight : rights.map(({ name }) => name).join(', '))),
  textColumn(userWords.universes, ({ universes }) => ({ fr: universesIn('fr', universes), en: universesIn('en', universes) })),
  textColumn(userWords.site, ({ site }) => site?.name),
  instantColumn(userWords.lastSignIn, ({ lastSignInAt }) => lastSignInAt ?? userWords.never),
  instantColumn(userWords.created, ({ createdAt }) => createdAt),
]

export const usersSource = listSource(listUsers, {
  page: ({ params, filters }, order) => users.pageOfCompany(params.company, filters, order),
  counted: ({ params, filters }) => users.countOfCompany(params.company, filters),
  also: ({ params }) => [companyOfAccess(params.company)],
  beside: (scope, [[company]]) => {
    if (!company) throw new Problem('not_found')
    return { company: { reference: company.reference, name: company.name }, abilities: { invite: mayInvite(scope) } }
  },
  present: () => presentRow,
  file: { name: { fr: 'utilisateurs', en: 'users' }, columns: () => userColumns },
})

export const allUsersSource = listSource(listAllUsers, {
  page: ({ filters }, order) => users.pageOfAll(filters, order),
  present: () => presentRow,
  file: {
    name: { fr: 'utilisateurs', en: 'users' },
    columns: () => [
      textColumn(userWords.company, ({ company }) => company.name),
      textColumn(userWords.companyReference, ({ company }) => company.reference),
      ...userColumns,
    ],
  },
})

export const userRoutes: Route[] = [
  ...listRoutes(listUsers, usersSource),

  ...listRoutes(listAllUsers, allUsersSource),

  route(readUser, async (ctx, { params }) => {
    const { scope, rows } = await ctx.read(companyOfAccess(params.company), ownHoldings(), users.one(params.company, params.login))
    const [[company], [granter], [user]] = rows
    if (!company || !user) throw new Problem('not_found')
    return presentUser(user, scope, delegationOf(scope, company, granter))
  }),

  route(inviteUser, async (ctx, { params, body }) =>
    ctx.write(async (tx) => readBack(tx, params.company, await inviting.inviteUser(tx, params.company, body))),
  ),

  route(resendInvitation, async (ctx, { params }) => ctx.write((tx) => suspending.resendInvitation(tx, params.company, params.login))),

  route(suspendUser, async (ctx, { params }) =>
    ctx.write(async (tx) => {
      await suspending.suspendUser(tx, params.company, params.login)
      return readBack(tx, params.company, params.login)
    }),
  ),

  route(reactivateUser, async (ctx, { params }) =>
    ctx.write(async (tx) => {
      await suspending.reactivateUser(tx, params.company, params.login)
      return readBack(tx, params.company, params.login)
    }),
  ),
]
