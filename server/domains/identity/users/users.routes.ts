import { inviteUser, listAllUsers, listUsers, reactivateUser, readUser, resendInvitation, suspendUser } from '#api/identity/users/users'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { type Route, route } from '../../../platform/http/route.ts'
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

export const userRoutes: Route[] = [
  route(listUsers, async (ctx, { params, query }) => {
    const { query: people, page } = users.pageOfCompany(params.company, query)
    const { scope, rows } = await ctx.read(companyOfAccess(params.company), people, users.countOfCompany(params.company, query))
    const [[company], found, [total]] = rows
    if (!company) throw new Problem('not_found')
    return {
      ...page(found, presentRow, total?.count ?? null),
      company: { reference: company.reference, name: company.name },
      abilities: { invite: mayInvite(scope) },
    }
  }),

  route(listAllUsers, async (ctx, { query }) => {
    const { query: people, page } = users.pageOfAll(query)
    const { rows } = await ctx.read(people)
    return page(rows[0], presentRow)
  }),

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
