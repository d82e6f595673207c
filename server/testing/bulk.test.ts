import { fork } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveContacts } from '#api/companies/contacts/contact-acts'
import { listContacts } from '#api/companies/contacts/contacts'
import { cancelBulkRun, listBulkRuns, readBulkRun, retryBulkRun } from '#api/identity/bulk/bulk-runs'
import { suspendAllUsers } from '#api/identity/users/user-acts'
import { listQueue, takeOver } from '#api/orders/delivery/delivery'
import { takeOverMany } from '#api/orders/queue/queue-acts'
import { portalBulkActs } from '../bulk-acts.ts'
import { mintScope } from '../domains/access/scope.ts'
import { addOffer, addOrder, type MadeOrder } from '../domains/orders/orders.factory.ts'
import { bulkJobs } from '../platform/bulk/run-bulk.ts'
import { drainJobs, startJobs } from '../platform/jobs/start-jobs.ts'
import { silentLogger } from '../platform/logger.ts'
import { type TestApp, testApp } from './test-app.ts'
import type { Persona } from './world.ts'

/** Acts on many rows: each by the verb and under the policy of the single one. */
let app: TestApp
let pool: pg.Pool
const orders: MadeOrder[] = []

beforeAll(async () => {
  app = await testApp()
  pool = new pg.Pool({ connectionString: app.urls.worker, max: 2 })
  const offer = await addOffer(app.build)
  for (let index = 0; index < 4; index++)
    orders.push(
      await addOrder(app.build, { offer, company: app.world.companies.client, placedAt: new Date(`2026-11-0${index + 1}T10:00:00Z`) }),
    )
})
afterAll(async () => {
  await pool?.end()
  await app?.close()
})

const jobs = () => bulkJobs({ pool, store: app.store, clock: app.clock, mintScope }, portalBulkActs)
const work = () => drainJobs({ workerUrl: app.urls.worker, logger: silentLogger(), jobs: jobs(), includeDelayed: true })
const read = async (who: Persona, run: string) => (await app.call(who, readBulkRun, { universe: 'carrier', params: { run } })).body
const item = (order: MadeOrder | undefined, seen: number | null = null) => ({ key: order?.reference ?? '', label: 'Une commande', seen })
const pilotOf = async (order: MadeOrder | undefined) =>
  (await app.build.run('select pilot_name from orders where reference = $1', [order?.reference])).rows[0]?.pilot_name

describe('an act on many rows', () => {
  it('is done row by row, and says which were refused and why', async () => {
    const { carrierPilot, carrierAdministrator } = app.world.personas
    const [first, second] = orders
    const seen = (await app.call(carrierPilot, listQueue, { universe: 'carrier' })).body.items.find(
      ({ reference }) => reference === second?.reference,
    )
    // Somebody else was faster.
    const params = { order: second?.reference ?? '' }
    expect(
      (await app.call(carrierAdministrator, takeOver, { universe: 'carrier', params, body: { version: seen?.version ?? 0 } })).status,
    ).toBe(200)
    const started = await app.call(carrierPilot, takeOverMany, {
      universe: 'carrier',
      body: { items: [item(first), item(second, seen?.version ?? 0), { key: 'COM99999999', label: 'Disparue' }] },
    })
    expect(started.status).toBe(202)
    expect(await read(carrierPilot, started.body.run)).toMatchObject({
      state: 'queued',
      total: 3,
      abilities: { cancel: true, retry: false },
    })
    await work()
    const done = await read(carrierPilot, started.body.run)
    expect(done).toMatchObject({ state: 'done', done: 1, refused: 2, abilities: { cancel: false, retry: true } })
    expect(done.items.map(({ state, problem }) => [state, problem])).toEqual([
      ['refused', 'version_conflict'],
      ['refused', 'not_found'],
      ['done', null],
    ])
    expect(await pilotOf(first)).toBe('Céline B.')
    const { rows } = await app.build.run(
      "select actor_user_id from activity where action = 'order.pilot_changed' and object_reference = $1",
      [first?.reference],
    )
    expect(rows).toEqual([{ actor_user_id: carrierPilot.userId }])

    // Tried again, a row is taken as it is now.
    expect((await app.call(carrierPilot, retryBulkRun, { universe: 'carrier', params: { run: started.body.run } })).status).toBe(200)
    await work()
    expect(await read(carrierPilot, started.body.run)).toMatchObject({ done: 2, refused: 1 })
    expect(await pilotOf(second)).toBe('Céline B.')
  })

  it('is done to all that a filter keeps, whatever comes later', async () => {
    const { carrierAdministrator } = app.world.personas
    const body = { filter: { scope: 'nobody' as const } }
    const { body: started } = await app.call(carrierAdministrator, takeOverMany, { universe: 'carrier', body })
    await work()
    expect(await read(carrierAdministrator, started.run)).toMatchObject({ state: 'done', total: 2, done: 2, refused: 0 })
    const list = await app.call(carrierAdministrator, listBulkRuns, { universe: 'carrier', query: { screen: 'delivery' } })
    expect(list.body.items.map(({ id }) => id)).toEqual([started.run])
  })

  it('goes on where a worker that was killed stood, each row once', async () => {
    const { carrierAdministrator } = app.world.personas
    const { body } = await app.call(carrierAdministrator, takeOverMany, {
      universe: 'carrier',
      body: { items: orders.map((one) => item(one)) },
    })
    const rows = async () =>
      (await pool.query<{ state: string }>('select state from bulk_items where run_id = $1 order by position', [body.run])).rows.map(
        ({ state }) => state,
      )
    const told = async () =>
      (
        await app.build.run(
          "select count(*)::int as times from activity where action = 'order.pilot_changed' and object_reference = any ($1)",
          [orders.map(({ reference }) => reference)],
        )
      ).rows[0].times
    const others = `select count(*)::int as n from orders where reference = any ($1) and pilot_user_id is distinct from $2`
    const toTake = (await app.build.run(others, [orders.map(({ reference }) => reference), carrierAdministrator.userId])).rows[0].n
    expect(toTake).toBeGreaterThan(0)
    const before = await told()
    await app.build.run('begin')
    await app.build.run('select 1 from orders where reference = $1 for update', [orders[1]?.reference])
    const worker = fork(new URL('./bulk-worker.fixture.ts', import.meta.url), [JSON.stringify({ urls: app.urls, now: app.clock.now() })], {
      execArgv: [],
    })
    await expect.poll(rows).toEqual(['done', 'waiting', 'waiting', 'waiting'])
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    await app.build.run('rollback')
    expect(await rows()).toEqual(['done', 'waiting', 'waiting', 'waiting'])
    const { stop } = await startJobs({ workerUrl: app.urls.worker, jobs: jobs(), clock: app.clock, logger: silentLogger() })
    await expect.poll(async () => (await read(carrierAdministrator, body.run)).state).toBe('done')
    await stop()
    expect(await rows()).toEqual(['done', 'done', 'done', 'done'])
    expect(await told()).toBe(before + toTake)
  })

  it('is its starter’s alone, under the right of the single act', async () => {
    const { carrierPilot, carrierAdministrator, clientAdministrator, companyReader } = app.world.personas
    const { body } = await app.call(carrierPilot, takeOverMany, { universe: 'carrier', body: { items: [item(orders[0])] } })
    for (const endpoint of [readBulkRun, retryBulkRun, cancelBulkRun])
      expect((await app.call(carrierAdministrator, endpoint, { universe: 'carrier', params: { run: body.run } })).status).toBe(404)
    const params = { company: app.world.companies.client.reference }
    const archive = { params, body: { filter: {} } }
    expect((await app.call(companyReader, archiveContacts, archive)).status).toBe(403)
    expect((await app.call(clientAdministrator, suspendAllUsers, { universe: 'client', body: { filter: {} } })).status).toBe(404)
    expect((await app.call(clientAdministrator, archiveContacts, { params, body: {} })).problem.errors).toEqual([
      { path: 'items', code: 'required' },
    ])
    await work()
  })

  it('changes nothing of another company, whoever asks', async () => {
    const { clientAdministrator } = app.world.personas
    const { client, directClient } = app.world.companies
    const foreign = (await app.build.run('select id from contacts where company_id = $1 limit 1', [directClient.id])).rows[0]?.id
    const { body } = await app.call(clientAdministrator, archiveContacts, {
      params: { company: client.reference },
      body: { items: [{ key: foreign, label: 'Chez un autre' }] },
    })
    await work()
    const { rows } = await app.build.run('select state, problem from bulk_items where run_id = $1', [body.run])
    expect(rows).toEqual([{ state: 'refused', problem: 'not_found' }])
    expect((await app.build.run('select archived_at from contacts where id = $1', [foreign])).rows).toEqual([{ archived_at: null }])
  })

  it('stops when asked, and when the session that started it is over; it then goes on from another', async () => {
    const { companies } = app.world
    const person = await app.build.addPerson({ lastName: 'Pressé', company: companies.client, administrator: true })
    for (const lastName of ['Un', 'Deux', 'Trois'])
      await app.build.run('insert into contacts (id, company_id, first_name, last_name) values (gen_random_uuid(), $1, $2, $3)', [
        companies.client.id,
        'Sans',
        lastName,
      ])
    const params = { company: companies.client.reference }
    const count = (await app.call(person, listContacts, { params, query: { access: 'without', limit: 200 } })).body.items.length
    expect(count).toBeGreaterThan(0)
    const stopped = await app.call(person, archiveContacts, { params, body: { filter: { access: 'without' } } })
    expect((await app.call(person, cancelBulkRun, { params: { run: stopped.body.run } })).status).toBe(200)
    await work()
    const state = async (run: string) => (await app.build.run('select state, message_code from job_progress where id = $1', [run])).rows[0]
    expect(await state(stopped.body.run)).toEqual({ state: 'cancelled', message_code: null })

    const ended = await app.call(person, archiveContacts, { params, body: { filter: { access: 'without' } } })
    await app.build.run('update sessions set revoked_at = created_at where user_id = $1', [person.userId])
    await work()
    expect(await state(ended.body.run)).toEqual({ state: 'failed', message_code: 'unauthenticated' })
    const again = await app.build.openSession(person.userId)
    expect((await app.call(again, retryBulkRun, { params: { run: ended.body.run } })).status).toBe(200)
    await work()
    expect(await state(ended.body.run)).toMatchObject({ state: 'done' })
    expect((await app.call(again, listContacts, { params, query: { access: 'without' } })).body.items).toEqual([])
  })
})
