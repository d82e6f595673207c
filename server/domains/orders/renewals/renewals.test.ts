import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { workerTransactions } from '../../../platform/db/worker-transactions.ts'
import { tellNews } from '../../../testing/tell-news.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { WorldCompany } from '../../../testing/world.ts'
import { addOffer, addSubscription, type TestOffer } from '../../subscriptions/subscriptions.factory.ts'
import { tellRenewals } from './tell-renewals.ts'

/** Small companies are told of a tacit renewal between three months and one month before (L224-40). */
let app: TestApp
let offer: TestOffer
let pool: pg.Pool
beforeAll(async () => {
  app = await testApp({ now: '2027-01-01T09:00:00Z' })
  offer = await addOffer(app.build)
  pool = new pg.Pool({ connectionString: app.urls.worker, max: 2 })
})
afterAll(async () => {
  await pool?.end()
  await app?.close()
})

const sizeOf = (company: WorldCompany, size: string) => app.build.run('update companies set size = $2 where id = $1', [company.id, size])
const ending = (
  company: WorldCompany,
  endsOn: string,
  options: { tacitRenewal?: boolean; state?: 'active' | 'termination_requested' } = {},
) =>
  addSubscription(app.build, {
    offer,
    company,
    tacitRenewal: true,
    ...options,
    commitments: [{ startsOn: '2025-05-31', months: 24, endsOn, monthlyCents: 35_000 }],
  })
const run = async (instant: string) => {
  app.clock.travelTo(instant)
  await tellRenewals({ inTransaction: workerTransactions(pool, app.clock) })
  await tellNews(app)
}
const told = async (reference: string): Promise<number> =>
  (
    await app.build.run("select 1 from notification_events where code = 'subscription.renewal_comes' and object_reference = $1", [
      reference,
    ])
  ).rows.length
const mails = async (): Promise<string[]> =>
  (await app.build.run("select to_address from mails where template = 'renewal' order by to_address")).rows.map((row) => row.to_address)

it('once per end, from three months to one month before, to the administrators of who pays, with the way out', async () => {
  const { client, endClient } = app.world.companies
  await sizeOf(client, 'small')
  await sizeOf(endClient, 'nonprofit')
  const own = await ending(client, '2027-05-31')
  await run('2027-02-27T22:59:00Z')
  expect(await told(own.reference)).toBe(0)
  // 28 February in Paris: three months before 31 May, held back to the month's end.
  await run('2027-02-27T23:00:00Z')
  await run('2027-02-28T12:00:00Z')
  expect(await told(own.reference)).toBe(1)
  expect(await mails()).toEqual(['camille.martin@test.example'])
  const [event] = (await app.build.run("select universes, category from notification_events where code = 'subscription.renewal_comes'", []))
    .rows
  expect(event).toEqual({ universes: ['client'], category: 'settings' })
  const [mail] = (await app.build.run("select content::text as content from mails where template = 'renewal'")).rows
  if (mail.content) expect(mail.content).not.toContain('undefined')

  // Another commitment, another end: told again, in its own time.
  await app.build.run("update commitments set ends_on = '2028-05-31' where subscription_id = $1", [own.id])
  await run('2027-04-15T09:00:00Z')
  expect(await told(own.reference)).toBe(1)
  await run('2028-04-30T21:59:00Z')
  expect(await told(own.reference)).toBe(2)

  const wholesale = await ending(endClient, '2028-09-30')
  await run('2028-07-15T09:00:00Z')
  const [paid] = (await app.build.run('select universes from notification_events where object_reference = $1', [wholesale.reference])).rows
  expect(paid).toEqual({ universes: ['operator'] })
})

it('neither after the last month, nor for others, nor for what will end', async () => {
  const { client, directClient } = app.world.companies
  await sizeOf(client, 'micro')
  await sizeOf(directClient, 'large')
  const late = await ending(client, '2029-05-31')
  const large = await ending(directClient, '2029-06-30')
  const explicit = await ending(client, '2029-06-30', { tacitRenewal: false })
  const leaving = await ending(client, '2029-06-30', { state: 'termination_requested' })
  // 1 May in Paris: less than one month is left.
  await run('2029-04-30T22:00:00Z')
  expect(await told(large.reference)).toBe(1)
  for (const { reference } of [late, explicit, leaving]) expect(await told(reference)).toBe(0)
  const onLastDay = await ending(client, '2029-06-01')
  await run('2029-05-01T09:00:00Z')
  expect(await told(onLastDay.reference)).toBe(1)
})
