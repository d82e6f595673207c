import pg from 'pg'
import type { Universe } from '#api/universes'
import type { IdentityStore } from '../context.ts'
import { Lane, worthRepeating } from './lane.ts'
import { type Query, toStatement, transactionOn } from './query.ts'
import { answersTo, queriesOf } from './questions.ts'

/** Connection strings of the installation's logins. None of them owns anything. */
export interface DatabaseUrls {
  /** Owns the schema: migrations only. */
  readonly owner: string
  readonly identity: string
  readonly customers: string
  readonly staff: string
  readonly worker: string
}

/** Which prepared plans a request uses: one kind of role per lane, since PostgreSQL plans again whenever the role changes. */
export type LaneKind = Universe | 'end_client'

/** Arguments of `app.enter`. */
export interface Entry {
  readonly tokenHash: Buffer
  readonly universe: Universe
  readonly templates: readonly string[] | null
  readonly now: Date
  readonly lane: LaneKind
}

const enter = (entry: Entry): pg.QueryConfig => ({
  name: 'enter',
  text: 'select app.enter($1, $2, $3, $4) as scope',
  values: [entry.tokenHash, entry.universe, entry.templates, entry.now],
})

const readOn = (lane: Lane, statements: readonly (pg.QueryConfig | string)[]): Promise<pg.QueryResult[]> =>
  lane.burst(statements).catch((error) => {
    if (worthRepeating(error)) return lane.burst(statements)
    throw error
  })

/** The portal's doors to PostgreSQL: pipelined lanes for reads, a pool per login for writes (pipelined too: what a verb answers is read in one go). */
export class Store {
  readonly #lanes = new Map<LaneKind, Lane>()
  readonly #identityLane: Lane
  readonly #pools: Readonly<Record<'identity' | 'customers' | 'staff', pg.Pool>>
  readonly #urls: DatabaseUrls

  constructor(urls: DatabaseUrls) {
    this.#urls = urls
    const pool = (url: string, max: number) => {
      const bounds = { max, idleTimeoutMillis: 30_000, statement_timeout: 30_000, allowExitOnIdle: true }
      const made = new pg.Pool({ connectionString: url, pipeline: true, ...bounds })
      made.on('error', () => undefined)
      return made
    }
    this.#pools = { identity: pool(urls.identity, 6), customers: pool(urls.customers, 10), staff: pool(urls.staff, 5) }
    this.#identityLane = new Lane({ connectionString: urls.identity }, 2)
  }

  #lane(kind: LaneKind): Lane {
    const known = this.#lanes.get(kind)
    if (known) return known
    const lane = new Lane({ connectionString: kind === 'carrier' ? this.#urls.staff : this.#urls.customers }, 3)
    this.#lanes.set(kind, lane)
    return lane
  }

  /** One round trip under row security: begin, enter, the queries, commit. */
  async read(entry: Entry, queries: readonly Query[]): Promise<{ scope: unknown; rows: unknown[][] }> {
    const statements = ['begin read only', enter(entry), ...queries.map(toStatement), 'commit']
    const [entered, ...rows] = (await readOn(this.#lane(entry.lane), statements)).slice(1, -1).map((result) => result.rows)
    return { scope: entered?.[0].scope, rows }
  }

  /** A transaction under row security. `work` gets the client after entering; an error rolls everything back. */
  async write<T>(entry: Entry, work: (client: pg.PoolClient, scope: unknown) => Promise<T>): Promise<T> {
    const pool = entry.universe === 'carrier' ? this.#pools.staff : this.#pools.customers
    return inTransaction(pool, async (client) => work(client, (await client.query(enter(entry))).rows[0].scope))
  }

  /** The identity login's own tables, at the given instant. */
  identityAt(now: Date): IdentityStore {
    const at = { name: 'at', text: 'select app.at($1)', values: [now] }
    return {
      read: async (questions) => {
        const statements = ['begin read only', at, ...queriesOf(questions).map(toStatement), 'commit']
        const results = await readOn(this.#identityLane, statements)
        return answersTo(
          questions,
          results.slice(2, -1).map((result) => result.rows),
        )
      },
      write: (work) =>
        inTransaction(this.#pools.identity, async (client) => {
          await client.query(at)
          return work(transactionOn(client, now))
        }),
    }
  }

  /** Asks one question outside any request: what health checks need. */
  ask<T>(question: (pool: pg.Pool) => Promise<T>): Promise<T> {
    return question(this.#pools.identity)
  }

  /** True when the database answers. */
  async ping(): Promise<boolean> {
    return this.#pools.identity.query('select 1').then(
      () => true,
      () => false,
    )
  }

  async close(): Promise<void> {
    await Promise.all([...this.#lanes.values(), this.#identityLane].map((lane) => lane.close()))
    await Promise.all(Object.values(this.#pools).map((pool) => pool.end()))
  }
}

/** Two transactions waited for each other, or could not be put in an order: PostgreSQL undid one of them, and it may simply run again. */
const isCollision = (error: unknown): boolean => ['40P01', '40001'].includes((error as { code?: string }).code ?? '')
const attempts = 4

/**
 * Runs `work` between begin and commit on a client of its own, again when PostgreSQL undid it for a collision: `work` does nothing but statements.
 * A commit that PostgreSQL turned into a rollback is an error.
 */
export const inTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await oneTransaction(pool, work)
    } catch (error) {
      if (attempt === attempts || !isCollision(error)) throw error
    }
  }
}

const oneTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client)
    const done = await client.query('commit')
    if (done.command !== 'COMMIT') throw new Error('The transaction was rolled back.')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}
