import { closeSite, createSite, listSites, makeHeadOffice, readSite, reopenSite, updateSite } from '#api/companies/sites/sites'
import { siteStateWords, siteWords } from '#api/companies/words'
import { type Route, route } from '../../../platform/http/route.ts'
import { textColumn } from '../../../platform/lists/export-columns.ts'
import { listRoutes } from '../../../platform/lists/list-routes.ts'
import { Problem } from '../../../platform/problem.ts'
import * as companies from '../company/company.repository.ts'
import * as closing from './close-site.ts'
import { mayManageSites } from './sites.policy.ts'
import { presentSite, presentSiteRow } from './sites.presenter.ts'
import * as sites from './sites.repository.ts'
import * as writing from './write-site.ts'

export const sitesRoutes: Route[] = [
  ...listRoutes(listSites, {
    page: ({ params, filters }, order) => sites.page(params.company, filters, order),
    also: ({ params }) => [companies.identity(params.company)],
    beside: (scope, [company]) => {
      if (company.length === 0) throw new Problem('not_found')
      return { abilities: { create: mayManageSites(scope) } }
    },
    present: () => presentSiteRow,
    file: {
      name: { fr: 'sites', en: 'sites' },
      columns: () => [
        textColumn(siteWords.name, ({ name }) => name),
        textColumn(siteWords.role, ({ isHeadOffice }) => (isHeadOffice ? siteWords.headOffice : null)),
        textColumn(siteWords.street, ({ street }) => street),
        textColumn(siteWords.postcode, ({ postcode }) => postcode),
        textColumn(siteWords.city, ({ city }) => city),
        textColumn(siteWords.siret, ({ siret }) => siret),
        textColumn(siteWords.phone, ({ phone }) => phone),
        textColumn(siteWords.state, ({ state }) => siteStateWords[state]),
      ],
    },
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
