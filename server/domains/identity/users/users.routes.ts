import { userStateWords } from '#api/companies/words'
import type { UserRow } from '#api/identity/users/users'
import {
  inviteUser,
  listAllUsers,
  listUsers,
  reactivateUser,
  readUser as readEndpoint,
  resendInvitation,
  suspendUser,
} from '#api/identity/users/users'
import { userWords } from '#api/identity/words'
import { type Language, say } from '#api/languages'
import { type Universe, universeWords } from '#api/universes'
import type { Reader } from '../../../platform/context.ts'
import { first, found } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { type ExportColumn, instantColumn, textColumn } from '../../../platform/lists/export-columns.ts'
import { listRoutes, listSource } from '../../../platform/lists/list-routes.ts'
import { shownEmail } from '../../../platform/shown-address.ts'
import { companyOfAccess, delegationOf, ownHoldings } from '../../access/open-delegation.ts'
import * as inviting from './invite-user.ts'
import * as suspending from './suspend-user.ts'
import { mayInvite } from './users.policy.ts'
import { presentRow, presentUser } from './users.presenter.ts'
import * as users from './users.repository.ts'

const readUser = async ({ read }: Reader, reference: string, login: string) => {
  const { scope, company, granter, user } = await read({
    company: found(companyOfAccess(reference)),
    granter: first(ownHoldings()),
    user: found(users.one(reference, login)),
  })
  return presentUser(user, scope, delegationOf(scope, company, granter))
}

const universesIn = (language: Language, held: readonly Universe[]) =>
  held.map((universe) => say(universeWords[universe], language)).join(', ')

const userColumns: readonly ExportColumn<UserRow>[] = [
  textColumn(userWords.name, ({ name }) => name),
  textColumn(userWords.login, ({ login }) => login),
  textColumn(userWords.email, ({ email }) => email && shownEmail(email)),
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
  also: ({ params }) => ({ company: found(companyOfAccess(params.company)) }),
  beside: (scope, { company }) => ({
    company: { reference: company.reference, name: company.name },
    abilities: { invite: mayInvite(scope) },
  }),
  present: presentRow,
  file: { name: { fr: 'utilisateurs', en: 'users' }, columns: () => userColumns },
})

export const allUsersSource = listSource(listAllUsers, {
  page: ({ filters }, order) => users.pageOfAll(filters, order),
  present: presentRow,
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

  route(readEndpoint, (ctx, { params }) => readUser(ctx, params.company, params.login)),

  route(inviteUser, async (ctx, { params, body }) =>
    ctx.write(async (tx) => readUser(tx, params.company, await inviting.inviteUser(tx, params.company, body))),
  ),

  route(resendInvitation, async (ctx, { params }) => ctx.write((tx) => suspending.resendInvitation(tx, params.company, params.login))),

  route(suspendUser, async (ctx, { params }) =>
    ctx.write(async (tx) => {
      await suspending.suspendUser(tx, params.company, params.login)
      return readUser(tx, params.company, params.login)
    }),
  ),

  route(reactivateUser, async (ctx, { params }) =>
    ctx.write(async (tx) => {
      await suspending.reactivateUser(tx, params.company, params.login)
      return readUser(tx, params.company, params.login)
    }),
  ),
]
