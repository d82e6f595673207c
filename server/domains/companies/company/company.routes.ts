import { readCompany, requireSecondFactor, updateCompany } from '#api/companies/company/company'
import { changeIdentity } from '#api/companies/company/identity'
import { holds } from '../../../platform/context.ts'
import { found } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import { presentCompany } from './company.presenter.ts'
import * as companies from './company.repository.ts'
import { type AnnounceIdentity, changeIdentity as change } from './identity-change.ts'
import * as verbs from './update-company.ts'

export const companyRoutes = (announce: AnnounceIdentity): Route[] => [
  route(readCompany, async (ctx, { params }) => {
    const { scope, company } = await ctx.read({ company: found(companies.company(params.company)) })
    // The sheet belongs to no site: a right on some sites does not open it.
    if (!holds(scope, 'company.read', null)) throw new Problem('not_found')
    return presentCompany(scope, company)
  }),
  route(updateCompany, (ctx, { params, body }) => ctx.write((tx) => verbs.updateCompany(tx, params.company, body))),
  route(changeIdentity, (ctx, { params, body }) => ctx.write((tx) => change(tx, params.company, body, announce))),
  route(requireSecondFactor, (ctx, { params, body }) => ctx.write((tx) => verbs.requireSecondFactor(tx, params.company, body))),
]
