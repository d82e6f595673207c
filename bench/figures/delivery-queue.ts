import pg from 'pg'
import type { FiltersOf } from '#api/list'
import { pageSize } from '#api/list'
import type { listQueue } from '#api/orders/delivery/delivery'
import * as queue from '../../server/domains/orders/queue/queue.repository.ts'
import { dayOf } from '../../server/platform/clock.ts'
import { toStatement } from '../../server/platform/db/query.ts'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { hashToken } from '../../server/platform/secrets/tokens.ts'
import { type Figure, median, percentile, rounded } from '../figure.ts'
import { fillOrders, runningOrders } from '../rig/commerce/running-orders.ts'
import { preparedDatabase } from '../rig/database.ts'
import { signedInCallers } from '../rig/load/callers.ts'
import { progress } from '../rig/progress.ts'

type Filters = FiltersOf<typeof listQueue>
const rounds = 12
const sorts = ['open', '-open', 'planned', 'placed', '-placed', 'wished', 'company', 'offer', '-reference']
const filters: readonly Filters[] = [
  {},
  { scope: 'mine' },
  { scope: 'nobody' },
  { late: 'true' },
  { blocked: 'true' },
  { atRisk: 'true' },
  { scope: 'mine', late: 'true' },
  { scope: 'nobody', atRisk: 'true' },
  { state: 'in_delivery', kind: 'creation' },
  { offer: 'BENCH-7' },
  { q: 'com' },
  { q: 'introuvable' },
]

/** Times what a screen of the queue asks: its page and its counts, as the carrier, inside an entered transaction. */
export const measureQueue = async (urls: DatabaseUrls): Promise<Figure[]> => {
  await fillOrders(urls.owner)
  const caller = (await signedInCallers(urls.owner, 1)).find(({ universe }) => universe === 'carrier')
  if (!caller) throw new Error('The prepared database has no carrier.')
  const client = new pg.Client({ connectionString: urls.staff })
  await client.connect()
  const now = new Date()
  const today = dayOf(now).toString()
  const times: { query: string; ms: number }[] = []
  let shown = 0
  for (let round = 0; round <= rounds; round++) {
    await client.query('begin read only')
    await client.query('select app.enter($1, $2, $3, $4)', [
      hashToken(caller.token),
      'carrier',
      ['carrier.pilot', 'carrier.administer'],
      now,
    ])
    for (const filter of filters)
      for (const sort of sorts) {
        const started = performance.now()
        const { rows } = await client.query(
          toStatement(queue.queue(filter, { sort, cursor: undefined, limit: pageSize, defaultSort: 'open' }, today).query),
        )
        await client.query(toStatement(queue.counts(today)))
        const ms = performance.now() - started
        if (round === 0) continue
        times.push({ query: JSON.stringify({ ...filter, sort }), ms })
        shown += rows.length
      }
    await client.query('commit')
  }
  await client.end()
  if (shown === 0) throw new Error('The queue is empty: the figure would mean nothing.')
  const medians = [...Map.groupBy(times, ({ query }) => query)]
    .map(([query, all]) => ({ query, ms: median(all.map(({ ms }) => ms)) }))
    .sort((one, other) => other.ms - one.ms)
  for (const { query, ms } of medians.slice(0, 3)) progress(`slowest: ${query} ${rounded(ms, 1)} ms`)
  return [
    {
      figure: 'delivery_queue_p95',
      value: rounded(
        percentile(
          medians.map(({ ms }) => ms),
          0.95,
        ),
        1,
      ),
      unit: `ms at the database, page and counts, each filter and sort's median of ${rounds}`,
      bar: 50,
      sense: 'max',
      required: true,
      detail: { runningOrders, combinations: medians.length, slowest: `${medians[0]?.query} ${rounded(medians[0]?.ms ?? 0, 1)} ms` },
    },
  ]
}

/** The queue of deliveries with thousands of running orders. */
export const deliveryQueue = async (): Promise<Figure[]> => {
  const { server, urls } = await preparedDatabase()
  try {
    return await measureQueue(urls)
  } finally {
    await server.stop()
  }
}
