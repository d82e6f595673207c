import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { publishEvent } from '../../server/domains/notifications/delivery/publish-event.ts'
import { orderDelivered } from '../../server/domains/notifications/first-events.ts'
import { page, unread } from '../../server/domains/notifications/inbox/inbox.repository.ts'
import { type NotificationFactory, notificationFactory } from '../../server/domains/notifications/notifications.factory.ts'
import { installDatabase } from '../../server/install.ts'
import { runningClock } from '../../server/platform/clock.ts'
import { startEmbeddedPostgres } from '../../server/platform/db/embedded.ts'
import { type Query, raw, toStatement } from '../../server/platform/db/query.ts'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import type { ListOrder } from '../../server/platform/lists/list-routes.ts'
import { silentLogger } from '../../server/platform/logger.ts'
import { createSmtpTransport } from '../../server/platform/mail/smtp-transport.ts'
import { startHub } from '../../server/platform/realtime/hub.ts'
import { hashToken } from '../../server/platform/secrets/tokens.ts'
import { type Persona, type WorldCompany, worldBuilder } from '../../server/testing/world.ts'
import { type Figure, median, percentile, rounded } from '../figure.ts'
import { startChild } from '../rig/child.ts'
import { benchSecret } from '../rig/prepared.ts'
import { progress } from '../rig/progress.ts'
import { temporaryData } from '../rig/temporary-data.ts'

const people = 500
const listed = 100_000
const mailCount = 5_000

interface Stage {
  readonly urls: DatabaseUrls
  readonly owner: pg.Client
  readonly factory: NotificationFactory
  readonly company: WorldCompany
  readonly reader: Persona
}

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** What publishing adds to a transaction: the same transaction with and without it, turn by turn. */
const publishing = async ({ owner, factory, company }: Stage): Promise<Figure> => {
  const something = raw(sql`select count(*) from sites where company_id = ${company.id}`)
  const event = {
    companyId: company.id,
    siteId: null,
    objectReference: 'COM1',
    parameters: { offer: 'FTTH', company: 'Bench', site: null },
  }
  const added: number[] = []
  for (let round = 0; round < 330; round++) {
    const without = await milliseconds(() => factory.inTransaction((tx) => tx.run(something)))
    const withIt = await milliseconds(() =>
      factory.inTransaction(async (tx) => {
        await tx.run(something)
        await publishEvent(tx, orderDelivered, event)
      }),
    )
    if (round >= 30) added.push(withIt - without)
  }
  await owner.query('delete from graphile_worker._private_jobs; truncate notification_events cascade')
  return {
    figure: 'notification_publish',
    value: rounded(median(added), 2),
    unit: 'ms added to the transaction, median',
    bar: 2,
    sense: 'max',
    required: true,
    detail: { p95: rounded(percentile(added, 0.95), 2), samples: added.length },
  }
}

/** From the commit to the last of the people hearing of it on their stream. */
const telling = async ({ urls, factory, company }: Stage): Promise<Figure> => {
  const hub = await startHub(urls.identity, silentLogger())
  const heard = new Set<string>()
  hub.subscribe(({ audience }) => audience.userId && heard.add(audience.userId))
  const transport = { deliver: async () => ({ outcome: 'sent' as const }), close: async () => undefined }
  const running = await factory.start(transport)
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    heard.clear()
    await factory.deliverOrder({ companyId: company.id })
    const started = performance.now()
    while (heard.size < people && performance.now() - started < 20_000) await new Promise((done) => setTimeout(done, 5))
    times.push(performance.now() - started)
    // The mails of one round do not slow the next one down.
    while ((await factory.pool.query('select from graphile_worker._private_jobs limit 1')).rowCount)
      await new Promise((done) => setTimeout(done, 100))
  }
  await running.stop()
  await hub.close()
  return {
    figure: 'notification_told',
    value: rounded(Math.max(...times), 0),
    unit: `ms from the commit to the ${people}th person, worst of 5`,
    bar: 1000,
    sense: 'max',
    required: true,
    detail: { median: rounded(median(times), 0) },
  }
}

const underRights = async (urls: DatabaseUrls, reader: Persona, query: Query): Promise<number> => {
  const client = new pg.Client({ connectionString: urls.customers })
  await client.connect()
  const times: number[] = []
  for (let round = 0; round < 60; round++) {
    await client.query('begin read only')
    await client.query('select app.enter($1, $2, $3, $4)', [hashToken(reader.token), 'client', null, new Date()])
    const ms = await milliseconds(() => client.query(toStatement(query)))
    await client.query('commit')
    if (round >= 10) times.push(ms)
  }
  await client.end()
  return percentile(times, 0.95)
}

const first: ListOrder = { sort: undefined, defaultSort: '-at', cursor: undefined, limit: 30 }

const listing = async ({ urls, owner, company, reader }: Stage): Promise<Figure[]> => {
  await owner.query(
    `with events as (
       insert into notification_events (id, company_id, category, code, object_kind, object_reference, parameters, created_at, company_reference, company_name)
       select gen_random_uuid(), $1, (array['deliveries', 'settings', 'tickets', 'billing'])[1 + n % 4], 'order.delivered', 'order', 'COM' || n,
         '{"offer": "FTTH", "company": "Bench", "site": null}', now(), '', '' from generate_series(1, $3::int) n returning id, category
     )
     insert into notifications (id, event_id, user_id, company_id, universe, category, read_at)
     select gen_random_uuid(), id, $2, $1, 'client', category, case when random() < 0.9 then now() end from events`,
    [company.id, reader.userId, listed],
  )
  await owner.query('vacuum analyze notifications, notification_events')
  const figure = async (name: string, query: Query): Promise<Figure> => ({
    figure: name,
    value: rounded(await underRights(urls, reader, query), 2),
    unit: `ms at the database, p95, ${listed} notifications of one person`,
    bar: 10,
    sense: 'max',
    required: true,
  })
  return [
    await figure('notification_list', page({}, first).query),
    await figure('notification_list_category_unread', page({ category: 'billing', unread: true }, first).query),
    await figure('notification_unread_count', unread()),
  ]
}

/** Mails that one worker writes and sends through a mail server on this machine, which keeps each on its disk. */
const mailing = async ({ factory, owner, company }: Stage): Promise<Figure> => {
  const server = await startChild<number>('./mail-server.ts', null)
  const counts = async () =>
    (await owner.query(`select count(*) filter (where state = 'sent')::int as sent, count(*)::int as count from mails`)).rows[0]
  for (let queued = 0; queued < mailCount; queued += people) await factory.deliverOrder({ companyId: company.id })
  await factory.drain()
  const transport = createSmtpTransport(`smtp://127.0.0.1:${server.answer}`)
  const already = (await counts()).sent
  const idle = process.cpuUsage()
  const seconds = (await milliseconds(() => factory.drain(transport))) / 1000
  const { user, system } = process.cpuUsage(idle)
  await transport.close()
  await server.stop()
  const { sent, count } = await counts()
  return {
    figure: 'notification_mails',
    value: rounded((sent - already) / seconds, 0),
    unit: 'mails per second that one worker sends',
    bar: 200,
    sense: 'min',
    required: true,
    detail: {
      mails: sent - already,
      unsent: count - sent,
      seconds: rounded(seconds, 1),
      processorMillisecondsPerMail: rounded((user + system) / 1000 / (sent - already), 2),
    },
  }
}

const prepare = async (urls: DatabaseUrls): Promise<Stage & { close: () => Promise<void> }> => {
  const build = await worldBuilder(urls.owner, new Date())
  const company = await build.addCompany({ name: 'Bench', universes: ['client'] })
  await build.run(
    `with added as (
       insert into contacts (id, company_id, last_name, email) select gen_random_uuid(), $1, 'Personne ' || n, 'personne' || n || '@bench.example'
       from generate_series(1, $2::int) n returning id, last_name
     ), opened as (
       insert into users (id, company_id, contact_id, display_name, state) select gen_random_uuid(), $1, id, last_name, 'active' from added returning id
     )
     insert into user_rights (user_id, right_id, company_id) select id, $3, $1 from opened`,
    [company.id, people, company.administratorRightId],
  )
  const reader = await build.addPerson({
    lastName: 'Lectrice',
    company: await build.addCompany({ name: 'Liste', universes: ['client'] }),
    administrator: true,
  })
  const owner = new pg.Client({ connectionString: urls.owner })
  await owner.connect()
  await owner.query('vacuum analyze')
  const factory = notificationFactory({ urls, clock: runningClock(), secret: benchSecret })
  const close = async () => {
    await factory.close()
    await owner.end()
    await build.close()
  }
  return { urls, owner, factory, company, reader, close }
}

/** Notifications: what an event costs, how soon people know, how their list reads, how fast mails leave. */
export const notifications = async (): Promise<Figure[]> => {
  const server = await startEmbeddedPostgres({ folder: join(temporaryData('bench-notifications-'), 'database'), durable: false })
  try {
    const urls = await installDatabase({ adminUrl: server.adminUrl, secret: benchSecret })
    const stage = await prepare(urls)
    try {
      const figures: Figure[] = []
      for (const [name, measure] of Object.entries({ publishing, telling, listing, mailing })) {
        progress(name)
        figures.push(...[await measure(stage)].flat())
      }
      return figures
    } finally {
      await stage.close()
    }
  } finally {
    await server.stop()
  }
}
