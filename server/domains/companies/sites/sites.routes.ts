import {
  closeSite,
  createSite,
  listSites,
  makeHeadOffice,
  readSite as readEndpoint,
  reopenSite,
  updateSite,
} from '#api/companies/sites/sites'
import { siteStateWords, siteWords } from '#api/companies/words'
import { found } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { textColumn } from '../../../platform/lists/export-columns.ts'
import { listRoutes } from '../../../platform/lists/list-routes.ts'
import * as companies from '../company/company.repository.ts'
import * as closing from './close-site.ts'
import { readSite } from './read-site.ts'
import { mayManageSites } from './sites.policy.ts'
import { presentSiteRow } from './sites.presenter.ts'
import * as sites from './sites.repository.ts'
import * as writing from './write-site.ts'

export const sitesRoutes: Route[] = [
  ...listRoutes(listSites, {
    page: ({ params, filters }, order) => sites.page(params.company, filters, order),
    also: ({ params }) => ({ company: found(companies.identity(params.company)) }),
    beside: (scope) => ({ abilities: { create: mayManageSites(scope) } }),
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
  route(readEndpoint, (ctx, { params }) => readSite(ctx, params.company, params.site)),
  route(updateSite, (ctx, { params, body }) => ctx.write((tx) => writing.updateSite(tx, params.company, params.site, body))),
  route(closeSite, (ctx, { params, body }) => ctx.write((tx) => closing.closeSite(tx, params.company, params.site, body))),
  route(reopenSite, (ctx, { params }) => ctx.write((tx) => closing.reopenSite(tx, params.company, params.site))),
  route(makeHeadOffice, (ctx, { params, body }) => ctx.write((tx) => closing.makeHeadOffice(tx, params.company, body))),
]
