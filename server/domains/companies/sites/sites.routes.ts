import { closeSite, createSite, listSites, makeHeadOffice, readSite, reopenSite, updateSite } from '#api/companies/sites/sites'
import { type Route, route } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import * as companies from '../company/company.repository.ts'
import * as closing from './close-site.ts'
import { mayManageSites } from './sites.policy.ts'
import { presentSite, presentSiteRow } from './sites.presenter.ts'
import * as sites from './sites.repository.ts'
import * as writing from './write-site.ts'

export const sitesRoutes: Route[] = [
  route(listSites, async (ctx, { params, query }) => {
    const { query: page, page: present } = sites.page(params.company, query)
    const { scope, rows } = await ctx.read(companies.identity(params.company), page)
    if (rows[0].length === 0) throw new Problem('not_found')
    return { ...present(rows[1], presentSiteRow), abilities: { create: mayManageSites(scope) } }
  }),
  route(createSite, (ctx, { params, body }) => ctx.write((tx) => writing.createSite(tx, params.company, body))),
  route(readSite, async (ctx, { params }) => {
    const { scope, rows } = await ctx.read(sites.site(params.company, params.site))
    const [site] = rows[0]
    if (!site) throw new Problem('not_found')
    return presentSite(scope, site)
  }),
  route(updateSite, (ctx, { params, body }) => ctx.write((tx) => writing.updateSite(tx, params.company, params.site, body))),
  route(closeSite, (ctx, { params, body }) => ctx.write((tx) => closing.closeSite(tx, params.company, params.site, body))),
  route(reopenSite, (ctx, { params }) => ctx.write((tx) => closing.reopenSite(tx, params.company, params.site))),
  route(makeHeadOffice, (ctx, { params, body }) => ctx.write((tx) => closing.makeHeadOffice(tx, params.company, body))),
]
