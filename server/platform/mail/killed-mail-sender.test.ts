import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../testing/test-database.ts'
import type { TestDatabase } from '../../testing/test-server.ts'
import { travellingClock } from '../clock.ts'
import { transactionOn } from '../db/query.ts'
import { inTransaction } from '../db/store.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { silentLogger } from '../logger.ts'
import { createSecretBox } from '../secrets/secret-box.ts'
import { createMailQueue } from './mail-queue.ts'
import { noteMail } from './note-mail.fixture.ts'
import { createMailSender } from './send-mail.ts'
import { createSmtpTransport } from './smtp-transport.ts'

const secret = 'k'.repeat(40)
const secrets = createSecretBox([secret])
const appUrl = 'https://portal.example'
const clock = travellingClock('2026-11-21T09:00:00Z')

/** A mail server that never answers some: `waits-…` when the recipient is named, `taken-…` once the whole message is there. */
const slowServer = async () => {
  const taken: string[] = []
  const waiting: string[] = []
  const state = { isSlow: true, quitsBeforeNext: false }
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (state.isSlow && address.startsWith('waits')) return void waiting.push(address)
      if (state.quitsBeforeNext) {
        state.quitsBeforeNext = false
        return done(Object.assign(new Error('Too many mails on this connection'), { responseCode: 421 }))
      }
      done()
    },
    onData(stream, session, done) {
      stream.resume()
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        taken.push(to)
        if (!(state.isSlow && to.startsWith('taken'))) done()
      })
    },
  })
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  return {
    taken,
    waiting,
    state,
    sockets,
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

describe('a burst of mails', () => {
  let database: TestDatabase
  let pool: pg.Pool
  let server: Awaited<ReturnType<typeof slowServer>>
  beforeAll(async () => {
    database = await testDatabase()
    pool = new pg.Pool({ connectionString: database.urls.worker, max: 4 })
  })
  beforeEach(async () => {
    await pool.query('delete from graphile_worker._private_jobs; delete from mails')
    server = await slowServer()
  })
  afterEach(() => server.close())
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  const queue = createMailQueue({ secrets, appUrl })
  const enqueue = (addresses: readonly string[]) =>
    inTransaction(pool, async (client) => {
      for (const to of addresses)
        await queue.enqueue(transactionOn(client, clock.now()), noteMail, { to, language: 'fr', companyId: null, parameters: { name: to } })
    })
  const worker = () => {
    const transport = createSmtpTransport(server.url)
    const options = { pool, templates: [noteMail], secrets, transport, from: 'portal@carrier.example', appUrl, clock, concurrency: 6 }
    return startJobs({ workerUrl: database.urls.worker, jobs: [createMailSender(options)], clock, logger: silentLogger() })
  }
  const states = async () =>
    Object.fromEntries(
      (await pool.query<{ to_address: string; state: string }>('select to_address, state from mails')).rows.map((row) => [
        row.to_address,
        row.state,
      ]),
    )
  const named = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}-${index}@b.example`)

  it('wakes the sender up once per transaction', async () => {
    await enqueue(named('plain', 5))
    await enqueue(named('other', 5))
    expect((await pool.query('select from graphile_worker._private_jobs')).rowCount).toBe(2)
  })

  it('whose worker is killed leaves once each, but those whose message had left', async () => {
    const [waits, taken, plain] = [named('waits', 3), named('taken', 3), named('plain', 24)]
    await enqueue([...waits, ...taken, ...plain])
    const child = fork(new URL('./killed-mail-sender.fixture.ts', import.meta.url), [database.urls.worker, secret, server.url], {
      execArgv: [],
    })
    const ended = once(child, 'exit')
    await expect.poll(() => server.taken.length + server.waiting.length, { timeout: 10_000 }).toBe(6)
    child.kill('SIGKILL')
    await ended
    // Claimed by the dead or not, those that had not left still wait.
    expect(Object.values(await states()).filter((state) => state === 'queued')).toHaveLength(27)
    server.state.isSlow = false
    const running = await worker()
    const wanted = Object.fromEntries([...[...waits, ...plain].map((to) => [to, 'sent']), ...taken.map((to) => [to, 'uncertain'])])
    await expect.poll(states, { timeout: 15_000 }).toEqual(wanted)
    await running.stop()
    expect([...server.taken].sort()).toEqual([...waits, ...plain, ...taken].sort())
    const { rows } = await pool.query(
      `select m.to_address, a.outcome, a.reason from mail_attempts a join mails m on m.id = a.mail_id where a.outcome <> 'sent' order by 1`,
    )
    expect(rows).toEqual(taken.map((to_address) => ({ to_address, outcome: 'unknown', reason: 'worker_died' })))
  }, 40_000)

  it('goes on when the server drops a connection between two mails', async () => {
    await enqueue(named('plain', 1))
    const running = await worker()
    await expect.poll(() => server.taken.length, { timeout: 5_000 }).toBe(1)
    for (const socket of server.sockets) socket.destroy()
    await enqueue(named('second', 1))
    await expect.poll(() => server.taken.length, { timeout: 5_000 }).toBe(2)
    server.state.quitsBeforeNext = true
    await enqueue(named('third', 1))
    await expect.poll(() => server.taken.length, { timeout: 5_000 }).toBe(3)
    await expect.poll(async () => new Set(Object.values(await states())), { timeout: 5_000 }).toEqual(new Set(['sent']))
    await running.stop()
    expect((await pool.query('select attempts from mails where attempts <> 1')).rows).toEqual([])
  }, 20_000)

  it('is shared by two workers, each mail leaving once', async () => {
    const all = named('plain', 300)
    await enqueue(all)
    const both = await Promise.all([worker(), worker()])
    await expect.poll(async () => new Set(Object.values(await states())), { timeout: 15_000 }).toEqual(new Set(['sent']))
    await Promise.all(both.map((running) => running.stop()))
    expect([...server.taken].sort()).toEqual([...all].sort())
  }, 30_000)

  it('put down when asked to stop, is taken up again', async () => {
    await enqueue([...named('waits', 6), ...named('plain', 20)])
    const transport = createSmtpTransport(server.url)
    const options = { pool, templates: [noteMail], secrets, transport, from: 'portal@carrier.example', appUrl, clock, concurrency: 6 }
    const first = await startJobs({
      workerUrl: database.urls.worker,
      jobs: [createMailSender(options)],
      clock,
      logger: silentLogger(),
      stopGraceSeconds: 1,
    })
    await expect.poll(() => server.waiting.length, { timeout: 10_000 }).toBe(6)
    const stuck = [...server.sockets]
    await first.stop()
    server.state.isSlow = false
    for (const socket of stuck) socket.destroy()
    const second = await worker()
    await expect
      .poll(async () => Object.entries(await states()).filter(([to, state]) => to.startsWith('plain') && state !== 'sent'), {
        timeout: 15_000,
      })
      .toEqual([])
    await second.stop()
    expect(new Set(server.taken).size).toBe(server.taken.length)
  }, 40_000)
})
