import pg from 'pg'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { hashToken } from '../../server/platform/secrets/tokens.ts'
import { type Figure, median, percentile, rounded } from '../figure.ts'
import { benchCompanies, preparedDatabase } from '../rig/database.ts'
import { type Caller, signedInCallers } from '../rig/load/callers.ts'
import { progress } from '../rig/progress.ts'

const rounds = 12
const kinds = ['company', 'site', 'contact', 'user']

interface Found {
  readonly kind: string
  readonly reference: string
  readonly company_reference: string
  readonly label: string
}

/** What people type: beginnings, whole words, several words, references, numbers, e-mails, and what does not exist. */
const typedBy = async (owner: pg.Client): Promise<string[]> => {
  const { rows } = await owner.query(
    `select c.reference, c.siren, c.name, s.city, k.last_name, k.phone, k.email, u.login
     from companies c join sites s on s.company_id = c.id and s.is_head_office
     join lateral (select * from contacts where company_id = c.id and phone is not null limit 1) k on true
     join lateral (select login from users where company_id = c.id limit 1) u on true
     where c.number % 17 = 5 and c.number > 16 order by c.number limit 12`,
  )
  const sampled = rows.flatMap((row) => [
    row.reference,
    row.siren,
    row.siren.slice(0, 5),
    row.name,
    `${row.name.split(' ')[0]} ${row.city}`,
    `${row.last_name} ${row.city.slice(0, 3)}`,
    row.phone.replace('+33', '0'),
    row.email,
    row.login,
  ])
  const beginnings = ['m', 'ma', 'bo', 'tra', 'bord', 'garage', 'Émilie', 'lefevre', 'oip', 'e-0000', '06', '0199', 'télécom', 'cab len']
  return [...sampled, ...beginnings, 'zzyzx', 'introuvable compagnie', 'OIP-99999999', '0612345678', 'personne@nulle.part', 'rue de la']
}

/** One letter forgotten, swapped, added or wrong, in turn. */
const misspelled = (text: string, turn: number): string => {
  const at = 1 + (turn % Math.max(1, text.length - 2))
  const [before, letter, next, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1, at + 2), text.slice(at + 2)]
  return (
    [`${before}${next}${after}`, `${before}${next}${letter}${after}`, `${before}q${letter}${next}${after}`, `${before}w${next}${after}`][
      turn % 4
    ] ?? ''
  )
}

/** The same people and companies as one types them in haste: what is written so is not found, and words spelled nearly so are looked for. */
const mistypedBy = async (owner: pg.Client): Promise<string[]> => {
  const { rows } = await owner.query(
    `select c.name, s.city, k.first_name, k.last_name from companies c join sites s on s.company_id = c.id and s.is_head_office
     join lateral (select * from contacts where company_id = c.id limit 1) k on true
     where c.number % 17 = 5 and c.number > 16 order by c.number limit 12`,
  )
  return rows.flatMap((row, turn) => [
    misspelled(row.name, turn),
    `${row.first_name} ${misspelled(row.last_name, turn)}`,
    `${misspelled(row.first_name, turn)} ${misspelled(row.last_name, turn + 1)}`,
    misspelled(row.city, turn),
    `introuvable ${row.city}`,
  ])
}

const allowedCompanies = async (owner: pg.Client, caller: Caller): Promise<Set<string> | null> => {
  if (caller.universe === 'carrier') return null
  const column = { client: 'id', ambassador: 'ambassador_id', operator: 'operator_id' }[caller.universe]
  const { rows } = await owner.query(`select reference from companies where ${column} = $1`, [caller.companyId])
  return new Set(rows.map((row) => row.reference))
}

/** Times one search at the database: from sending it, inside an entered transaction, to its rows. */
const searchAs = async (urls: DatabaseUrls, caller: Caller, typed: readonly string[], allowed: Set<string> | null, near: boolean) => {
  const client = new pg.Client({ connectionString: caller.universe === 'carrier' ? urls.staff : urls.customers })
  await client.connect()
  const times: { text: string; ms: number }[] = []
  let foreign = 0
  let hits = 0
  for (let round = 0; round <= rounds; round++) {
    await client.query('begin read only')
    await client.query('select app.enter($1, $2, $3, $4)', [hashToken(caller.token), caller.universe, ['company.read'], new Date()])
    for (const text of typed) {
      const started = performance.now()
      const { rows } = await client.query<Found>({
        name: 'search',
        text: near ? 'select * from app.search_nearly($1, $2, $3)' : 'select * from app.search($1, null, $2, $3)',
        values: [text, kinds, 20],
      })
      const ms = performance.now() - started
      // The first round warms the plans and the cache, as every server's first minute does.
      if (round === 0) continue
      times.push({ text, ms })
      hits += rows.length
      if (allowed) foreign += rows.filter((row) => !allowed.has(row.company_reference)).length
    }
    await client.query('commit')
  }
  await client.end()
  return { times, foreign, hits }
}

/** Header search at the database, every universe: time, and that nobody finds another tenant's objects. */
export const search = async (): Promise<Figure[]> => {
  const { server, urls } = await preparedDatabase()
  const owner = new pg.Client({ connectionString: urls.owner })
  try {
    await owner.connect()
    const callers = await signedInCallers(urls.owner, 1)
    let foreign = 0
    const timesOf = async (typed: readonly string[], nearly: boolean) => {
      const all: { universe: string; text: string; ms: number }[] = []
      let hits = 0
      for (const caller of callers) {
        const found = await searchAs(urls, caller, typed, await allowedCompanies(owner, caller), nearly)
        all.push(...found.times.map((time) => ({ universe: caller.universe, ...time })))
        foreign += found.foreign
        hits += found.hits
      }
      if (hits === 0) throw new Error('The searches find nothing: the figure would mean nothing.')
      // Each query's median: what the query costs, whatever else the machine does at that moment.
      const grouped = Map.groupBy(all, ({ universe, text }) => `${universe} « ${text} »`)
      const medians = [...grouped].map(([query, times]) => ({ query, ms: median(times.map(({ ms }) => ms)) })).sort((a, b) => b.ms - a.ms)
      return { all, medians }
    }
    const { all, medians } = await timesOf(await typedBy(owner), false)
    const near = (await timesOf(await mistypedBy(owner), true)).medians
    const p95 = (universe = '') =>
      rounded(
        percentile(
          medians.filter(({ query }) => query.startsWith(universe)).map(({ ms }) => ms),
          0.95,
        ),
        2,
      )
    for (const { query, ms } of medians.slice(0, 3)) progress(`slowest: ${query} ${rounded(ms, 1)} ms`)
    return [
      {
        figure: 'search_p95',
        value: p95(),
        unit: `ms at the database, every universe, each query's median of ${rounds}`,
        bar: 10,
        sense: 'max',
        required: true,
        detail: {
          companies: benchCompanies,
          queries: medians.length,
          p95ByUniverse: Object.fromEntries(callers.map(({ universe }) => [universe, p95(universe)])),
          slowest: `${medians[0]?.query} ${rounded(medians[0]?.ms ?? 0, 1)} ms`,
          p95OfAllSamples: rounded(
            percentile(
              all.map(({ ms }) => ms),
              0.95,
            ),
            2,
          ),
        },
      },
      {
        figure: 'search_misspelled_p95',
        value: rounded(
          percentile(
            near.map(({ ms }) => ms),
            0.95,
          ),
          2,
        ),
        unit: `ms at the database for words with a typing error, every universe, each query's median of ${rounds}`,
        bar: 100,
        sense: 'max',
        required: true,
        detail: { queries: near.length, slowest: `${near[0]?.query} ${rounded(near[0]?.ms ?? 0, 1)} ms` },
      },
      { figure: 'search_foreign_hits', value: foreign, unit: 'objects of another tenant found', bar: 0, sense: 'max', required: true },
    ]
  } finally {
    await owner.end().catch(() => undefined)
    await server.stop()
  }
}
