import { sql } from 'kysely'
import { listClients } from '#api/companies/portfolio/clients'
import { formatSiren } from '#api/companies/rules/company/siren'
import { clientWords, companyStateWords, financialStateWords } from '#api/companies/words'
import { keyset } from '../../../../platform/db/keyset.ts'
import type { Query } from '../../../../platform/db/query.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { instantColumn, textColumn } from '../../../../platform/lists/export-columns.ts'
import { countUpTo, listRoutes } from '../../../../platform/lists/list-routes.ts'
import { type ClientRecord, clientRows, clientSorts, clientsMatching, presentClient } from './clients-query.ts'
import { mayCreateClient } from './portfolio.policy.ts'

export const clientListRoutes: Route[] = listRoutes(listClients, {
  page: ({ universe, filters }, order) => {
    const { query, page } = keyset(clientRows(universe, filters), { sorts: clientSorts, tie: sql`c.id`, ...order })
    return { query: query as unknown as Query<ClientRecord>, page }
  },
  counted: ({ universe, filters }) => countUpTo(clientsMatching(universe, filters)),
  beside: (scope) => ({ abilities: { create: mayCreateClient(scope) } }),
  present: (_, { universe }) => presentClient(universe),
  file: {
    name: { fr: 'societes', en: 'companies' },
    columns: () => [
      textColumn(clientWords.reference, ({ reference }) => reference),
      textColumn(clientWords.name, ({ name }) => name),
      textColumn(clientWords.siren, ({ siren }) => (siren ? formatSiren(siren) : null)),
      textColumn(clientWords.state, ({ state }) => companyStateWords[state]),
      textColumn(clientWords.financialState, ({ financialState }) => financialStateWords[financialState]),
      textColumn(clientWords.postcode, ({ postcode }) => postcode),
      textColumn(clientWords.city, ({ city }) => city),
      textColumn(clientWords.partner, ({ partner }) => (partner ? `${partner.reference} ${partner.name}` : null)),
      instantColumn(clientWords.createdAt, ({ createdAt }) => createdAt),
    ],
  },
})
