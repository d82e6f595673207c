import { assignRights, createRight, deleteRight, explainRights, listRights, readRight, updateRight } from '#api/access/rights'
import { first, found } from '../../platform/db/questions.ts'
import { type Route, route } from '../../platform/http/route.ts'
import * as assigning from './assign-rights.ts'
import * as composing from './compose-right.ts'
import { delegable, mayCompose } from './delegation.ts'
import { explainEffectiveRights } from './explain-rights.ts'
import { delegationOf } from './open-delegation.ts'
import { presentRight } from './rights.presenter.ts'
import * as rights from './rights.repository.ts'

export const accessRoutes: Route[] = [
  route(listRights, async (ctx, { params }) => {
    const { scope, company, granter, items, sites } = await ctx.read({
      company: found(rights.company(params.company)),
      granter: first(rights.granter()),
      items: rights.ofReference(params.company),
      sites: rights.sites(params.company),
    })
    const delegation = delegationOf(scope, company, granter)
    return {
      company: { reference: company.reference, name: company.name, universes: company.universes },
      sites,
      items: items.map((row) => presentRight(row, delegation)),
      delegable: delegable(delegation.granter, delegation.company),
      abilities: { create: !scope.readOnly && mayCompose(delegation.granter, delegation.company) },
    }
  }),

  route(readRight, async (ctx, { params }) => {
    const { scope, company, granter, right, people, companySites } = await ctx.read({
      company: found(rights.company(params.company)),
      granter: first(rights.granter()),
      right: found(rights.one(params.company, params.right)),
      people: rights.holders(params.right),
      companySites: rights.sites(params.company),
    })
    const delegation = delegationOf(scope, company, granter)
    return {
      ...presentRight(right, delegation),
      people,
      companySites,
      delegable: delegable(delegation.granter, delegation.company),
    }
  }),

  route(createRight, async (ctx, { params, body }) =>
    ctx.write(async (tx) => {
      const { row, delegation } = await composing.createRight(tx, params.company, body)
      return presentRight(row, delegation)
    }),
  ),

  route(updateRight, async (ctx, { params, body }) =>
    ctx.write(async (tx) => {
      const { row, delegation } = await composing.updateRight(tx, params.company, params.right, body, (current, opened) =>
        presentRight(current, opened.delegation),
      )
      return presentRight(row, delegation)
    }),
  ),

  route(deleteRight, async (ctx, { params, query }) =>
    ctx.write((tx) => composing.deleteRight(tx, params.company, params.right, query.detach === 'true')),
  ),

  route(assignRights, async (ctx, { params, body }) => ctx.write((tx) => assigning.assignRights(tx, params.company, params.login, body))),

  route(explainRights, async (ctx, { params }) => {
    const { scope, company, user, all } = await ctx.read({
      company: found(rights.company(params.company)),
      user: found(rights.user(params.company, params.login)),
      all: rights.withHolder(params.company, params.login),
    })
    const explained = all.map(({ all_sites: allSites, ...right }) => ({ ...right, allSites }))
    return {
      login: user.login,
      name: user.name,
      state: user.state,
      isAdministrator: user.is_administrator,
      rights: all.filter((right) => right.held).map(({ id, kind, name, universe }) => ({ id, kind, name, universe })),
      complete: scope.allSites,
      universes: explainEffectiveRights(explained, company.universes),
    }
  }),
]
