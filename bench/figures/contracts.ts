import pg from 'pg'
import { pageSize } from '#api/list'
import {
  type SubscriptionFilters,
  screenCombinations,
  subscriptionPage,
} from '../../server/domains/subscriptions/list/subscriptions-query.ts'
import { toStatement } from '../../server/platform/db/query.ts'
import { roleNames } from '../../server/platform/db/roles.ts'
import { type Figure, median, percentile, rounded } from '../figure.ts'
import { companyId, contracts, contractsDatabase, tenants } from '../rig/commerce/million-contracts.ts'
import { progress } from '../rig/progress.ts'

const rounds = 9
/** The page after the first is asked too. */
const turnsAt = 6

interface Combination {
  readonly filters: SubscriptionFilters
  readonly sort: string
}

/** What nobody's screen proposes at first, and anybody may ask. */
const others: readonly Combination[] = [
  { filters: { city: 'bord' }, sort: 'name' },
  { filters: { city: 'nulle part' }, sort: '-reference' },
  { filters: { name: 'fibre' }, sort: 'city' },
  { filters: { name: 'introuvable' }, sort: 'client' },
  { filters: { client: 'garage' }, sort: 'deliveredOn' },
  { filters: { client: 'garage martin' }, sort: '-deliveredOn' },
  { filters: { q: 'garage' }, sort: '-reference' },
  { filters: { q: 'zzz' }, sort: '-reference' },
  { filters: { q: '40482' }, sort: '-reference' },
  { filters: { displayedState: 'cancelled' }, sort: 'client' },
  { filters: { displayedState: 'in_delivery', city: 'paris' }, sort: 'pilot' },
  { filters: { deliveredFrom: '2026-01-01', deliveredTo: '2026-02-01' }, sort: 'name' },
  { filters: { pilot: 'marc', type: 'addition' }, sort: 'client' },
  { filters: { family: 'mobile', displayedState: 'submitted' }, sort: 'deliveredOn' },
  { filters: {}, sort: 'name' },
  { filters: {}, sort: 'city' },
  { filters: {}, sort: '-pilot' },
]

type Universe = keyof typeof tenants

/** A page as its reader gets it: the role of the universe, row security, prepared statements. Each combination's median. */
const measure = async (client: pg.Client, role: string, universe: Universe, combinations: readonly Combination[]) => {
  const medians: { query: string; ms: number }[] = []
  for (const { filters, sort } of combinations) {
    const times: number[] = []
    let cursor: string | undefined
    for (let round = 0; round <= rounds; round++) {
      await client.query('begin read only')
      await client.query(
        "select set_config('app.company_id', $1, true), set_config('app.all_sites', 'true', true), set_config('app.site_ids', '{}', true), set_config('role', $2, true)",
        [companyId(tenants[universe]), role],
      )
      const { query, page } = subscriptionPage(universe, filters, { sort, cursor, limit: pageSize, defaultSort: '-reference' })
      const started = performance.now()
      const { rows } = await client.query(toStatement(query))
      // The first round warms the plan and the cache, as every server's first minute does.
      if (round > 0) times.push(performance.now() - started)
      await client.query('commit')
      if (round === turnsAt) cursor = page(rows, (row) => row).next ?? undefined
    }
    medians.push({ query: `${universe} ${JSON.stringify(filters)} by ${sort}`, ms: median(times) })
  }
  return medians
}

/** The lists of contracted offers at a million contracts, in every universe. */
export const contractLists = async (): Promise<Figure[]> => {
  const { server, urls } = await contractsDatabase()
  const client = new pg.Client({ connectionString: urls.owner })
  try {
    await client.connect()
    const { rows } = await client.query<{ prefix: string }>('select prefix from installation')
    const roles = roleNames(rows[0]?.prefix ?? '')
    const screens: { query: string; ms: number }[] = []
    const mixes: { query: string; ms: number }[] = []
    for (const universe of ['carrier', 'ambassador', 'operator', 'client'] as const) {
      const role = roles[`u_${universe}`]
      screens.push(...(await measure(client, role, universe, screenCombinations(universe))))
      mixes.push(...(await measure(client, role, universe, others)))
    }
    const figure = (name: string, found: readonly { query: string; ms: number }[], share: number, bar: number): Figure => {
      const slowest = found.toSorted((one, other) => other.ms - one.ms)
      for (const { query, ms } of slowest.slice(0, 3)) progress(`slowest: ${query} ${rounded(ms, 1)} ms`)
      return {
        figure: name,
        value: rounded(
          percentile(
            found.map(({ ms }) => ms),
            share,
          ),
          1,
        ),
        unit: `ms at the database, each query's median of ${rounds}`,
        bar,
        sense: 'max',
        required: true,
        detail: { contracts, queries: found.length, slowest: `${slowest[0]?.query} ${rounded(slowest[0]?.ms ?? 0, 1)} ms` },
      }
    }
    return [figure('contracts_screen_p95', screens, 0.95, 20), figure('contracts_other_slowest', mixes, 1, 300)]
  } finally {
    await client.end().catch(() => undefined)
    await server.stop()
  }
}
