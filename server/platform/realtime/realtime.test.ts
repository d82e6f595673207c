import { get, type IncomingMessage } from 'node:http'
import Fastify from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../testing/test-database.ts'
import type { TestDatabase } from '../../testing/test-server.ts'
import { transactionOn } from '../db/query.ts'
import { inTransaction } from '../db/store.ts'
import { silentLogger } from '../logger.ts'
import { createEventStreams, rightsChanged, sessionRevoked } from './event-stream.ts'
import { everything, type Listener, reaches, startHub } from './hub.ts'
import { type Audience, type Held, type PortalEvent, publish } from './publish.ts'

const alice: Listener = { sessionId: 's1', userId: 'u1', companyId: 'c1', universes: ['client', 'ambassador'], grants: {} }

describe('realtime', () => {
  let database: TestDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await testDatabase()
    pool = new pg.Pool({ connectionString: database.urls.identity, max: 2 })
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })
  const say = (event: PortalEvent) => inTransaction(pool, (client) => publish(transactionOn(client, new Date()), event))
  const hub = () => startHub(database.urls.identity, silentLogger())

  it('tells every process, after the commit only', async () => {
    const hubs = await Promise.all([hub(), hub()])
    const heard: PortalEvent[][] = hubs.map((one) => {
      const list: PortalEvent[] = []
      one.subscribe((event) => list.push(event))
      return list
    })
    const rolledBack = inTransaction(pool, async (client) => {
      await publish(transactionOn(client, new Date()), { topic: 'users', audience: {}, ids: [] })
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    await say({ topic: 'orders', audience: { companyId: 'c1' }, ids: ['o1'] })
    const held = { anyOf: ['orders.manage'], siteIds: Array.from({ length: 400 }, (_, index) => `site-${index}-${'x'.repeat(30)}`) }
    await say({ topic: 'sites', audience: {}, held, ids: ['o1'] })
    await say({ topic: 'contacts', audience: {}, ids: Array.from({ length: 500 }, (_, index) => `id-${index}-${'x'.repeat(30)}`) })
    for (const list of heard) {
      await expect
        .poll(() => list)
        .toEqual([
          { topic: 'orders', audience: { companyId: 'c1' }, ids: ['o1'] },
          { topic: 'sites', audience: {}, held: { anyOf: ['orders.manage'] }, ids: [] },
          { topic: 'contacts', audience: {}, ids: [] },
        ])
    }
    await Promise.all(hubs.map((one) => one.close()))
  })

  it('comes back after a loss and says that something may have been missed', async () => {
    const one = await hub()
    const heard: string[] = []
    one.subscribe((event) => heard.push(event.topic))
    const admin = new pg.Client({ connectionString: database.urls.owner })
    await admin.connect()
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portal events' and datname = current_database()`,
    )
    await admin.end()
    await expect.poll(() => heard, { timeout: 5_000 }).toContain(everything)
    await say({ topic: 'catalog', audience: {}, ids: [] })
    await expect.poll(() => heard).toContain('catalog')
    await one.close()
  })

  it('streams to the browser what is its own, and ends with the session', async () => {
    const one = await hub()
    const streams = createEventStreams(one)
    const app = Fastify({ forceCloseConnections: true })
    app.get('/events', (_request, reply) =>
      streams.open(reply, { ...alice, grants: { client: { 'orders.manage': ['s1', 's2'] } } }, 60_000),
    )
    await app.listen({ port: 0, host: '127.0.0.1' })
    const address = app.server.address()
    const connect = () =>
      new Promise<{ response: IncomingMessage; text: () => string; ended: () => boolean }>((resolve) => {
        get(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/events`, (response) => {
          let text = ''
          let ended = false
          response.on('data', (chunk: Buffer) => (text += chunk.toString()))
          response.on('end', () => (ended = true))
          resolve({ response, text: () => text, ended: () => ended })
        })
      })
    const first = await connect()
    expect(first.response.headers['content-type']).toContain('text/event-stream')
    await say({ topic: 'imports', audience: { companyId: 'c2' }, ids: ['x'] })
    await say({ topic: 'orders', audience: { companyId: 'c1' }, ids: ['o1'] })
    await expect.poll(first.text).toContain('data: {"topic":"orders","ids":["o1"]}')
    expect(first.text()).not.toContain('imports')

    await say({ topic: 'orders', audience: { companyId: 'c1' }, held: { anyOf: ['orders.manage'], siteIds: ['s9'] }, ids: ['o2'] })
    await say({ topic: 'orders', audience: { companyId: 'c1' }, held: { anyOf: ['orders.manage'], siteIds: ['s2'] }, ids: ['o3'] })
    await expect.poll(first.text).toContain('"o3"')
    expect(first.text()).not.toContain('"o2"')

    // What the person holds has changed: the browser is told, and comes back with what it holds now.
    const stale = await connect()
    await say({ topic: rightsChanged, audience: { companyId: 'c1' }, ids: [] })
    await expect.poll(stale.ended).toBe(true)
    expect(stale.text()).toContain('data: {"topic":"session","ids":[]}')
    await expect.poll(first.ended).toBe(true)

    const oldest = await connect()
    const more = await Promise.all([connect(), connect(), connect(), connect()])
    await expect.poll(oldest.ended).toBe(true)
    expect(streams.count()).toBe(4)
    await say({ topic: sessionRevoked, audience: { sessionId: 's1' }, ids: [] })
    for (const stream of more) await expect.poll(stream.ended).toBe(true)
    expect(streams.count()).toBe(0)
    await one.close()
    await app.close()
  })
})

describe('audience', () => {
  const reached = (audience: Audience, listener = alice, held?: Held) => reaches({ audience, ...(held ? { held } : {}) }, listener)
  it('reaches partners in their universe only', () => {
    expect(reached({ ambassadorId: 'c1' })).toBe(true)
    expect(reached({ operatorId: 'c1' })).toBe(false)
    expect(reached({ carrier: true })).toBe(false)
    expect(reached({ carrier: true }, { ...alice, universes: ['carrier'] })).toBe(true)
    expect(reached({ companyId: null, ambassadorId: null })).toBe(false)
    expect(reached({})).toBe(false)
  })

  it('reaches only who holds the right, in the universe concerned, on one of the sites', () => {
    const orders: Held = { anyOf: ['orders.manage', 'carrier.pilot'], siteIds: ['bordeaux', 'paris'] }
    const holding = (grants: Listener['grants'], changes: Partial<Listener> = {}): Listener => ({ ...alice, ...changes, grants })
    const own = { companyId: 'c1' }
    expect(reached(own, holding({}), orders)).toBe(false)
    expect(reached(own, holding({ client: { 'billing.read': 'all' } }), orders)).toBe(false)
    expect(reached(own, holding({ client: { 'orders.manage': 'all' } }), orders)).toBe(true)
    expect(reached(own, holding({ client: { 'orders.manage': ['paris'] } }), orders)).toBe(true)
    expect(reached(own, holding({ client: { 'orders.manage': ['lyon'] } }), orders)).toBe(false)
    expect(reached(own, holding({ client: {} }), { anyOf: ['constructor'] })).toBe(false)
    // A right in the partner's universe says nothing of the company's own services, and the other way round.
    expect(reached(own, holding({ ambassador: { 'orders.manage': 'all' } }), orders)).toBe(false)
    expect(reached({ ambassadorId: 'c1' }, holding({ client: { 'orders.manage': 'all' } }), orders)).toBe(false)
    expect(reached({ ambassadorId: 'c1' }, holding({ ambassador: { 'orders.manage': 'all' } }), orders)).toBe(true)
    const staff = { universes: ['carrier'] } as const
    expect(reached({ carrier: true }, holding({ carrier: { 'carrier.pilot': 'all' } }, staff), orders)).toBe(true)
    expect(reached({ carrier: true }, holding({ carrier: { 'carrier.network': 'all' } }, staff), orders)).toBe(false)
    // Who is named hears, whatever the rights.
    expect(reached({ userId: 'u1' }, holding({}), orders)).toBe(true)
  })
})
