import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { testDatabase } from '../../testing/test-database.ts'
import type { TestDatabase } from '../../testing/test-server.ts'
import { travellingClock } from '../clock.ts'
import { transactionOn } from '../db/query.ts'
import { inTransaction } from '../db/store.ts'
import { drainJobs } from '../jobs/start-jobs.ts'
import { silentLogger } from '../logger.ts'
import { createSecretBox } from '../secrets/secret-box.ts'
import { defineMail } from './define-mail.ts'
import { createFolderTransport } from './folder-transport.ts'
import { recoverMails } from './mail-outbox.ts'
import { createMailQueue, readableContent } from './mail-queue.ts'
import { renderMail } from './render-mail.ts'
import { createMailSender } from './send-mail.ts'
import { createSmtpTransport } from './smtp-transport.ts'
import type { MailTransport } from './transport.ts'

const welcome = defineMail('test-welcome', z.object({ name: z.string(), url: z.string() }), {
  fr: ({ name, url }) => ({
    subject: `Bienvenue ${name}`,
    title: 'Votre accès est prêt',
    paragraphs: [`Bonjour ${name},`, 'Choisissez votre mot de passe pour ouvrir votre espace.'],
    facts: [['Login', 'E-000000004']],
    button: { label: 'Choisir mon mot de passe', url },
    footer: ['Ce lien expire dans 72 heures et ne sert qu’une fois.'],
  }),
  en: ({ name, url }) => ({ subject: `Welcome ${name}`, title: 'Ready', paragraphs: [name], button: { label: 'Open', url } }),
})
const secrets = createSecretBox(['k'.repeat(40)])
const appUrl = 'https://portal.example'
const clock = travellingClock('2026-11-21T09:00:00Z')

interface Received {
  readonly to: string
  readonly raw: string
}

/** A mail server whose answers a test chooses: by recipient, at the end of the message, or by cutting the line. */
const mailServer = async () => {
  const received: Received[] = []
  const behaviour: { recipient?: { code: number }; data?: { code: number } | 'cut' } = {}
  const failure = (code: number) =>
    Object.assign(new Error(code < 500 ? 'Greylisted, come back later' : 'No such user'), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(behaviour.recipient ? failure(behaviour.recipient.code) : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (behaviour.data === 'cut') {
          for (const socket of sockets) socket.destroy()
          return
        }
        if (behaviour.data) return done(failure(behaviour.data.code))
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  const sockets = new Set<import('node:net').Socket>()
  let opened = 0
  server.server.on('connection', (socket) => {
    opened++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    received,
    behaviour,
    port,
    sockets,
    get opened() {
      return opened
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

describe('mails', () => {
  let database: TestDatabase
  let pool: pg.Pool
  let server: Awaited<ReturnType<typeof mailServer>>
  let transport: MailTransport
  beforeAll(async () => {
    database = await testDatabase()
    pool = new pg.Pool({ connectionString: database.urls.worker, max: 4 })
  })
  beforeEach(async () => {
    await pool.query('delete from graphile_worker._private_jobs; delete from mails')
    server = await mailServer()
    transport = createSmtpTransport(`smtp://127.0.0.1:${server.port}`)
  })
  afterEach(async () => {
    await transport.close()
    await server.close()
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  const queue = createMailQueue({ secrets, appUrl })
  const enqueue = (to = 'alice@client.example', name = 'Alice') =>
    inTransaction(pool, (client) =>
      queue.enqueue(transactionOn(client, clock.now()), welcome, {
        to,
        language: 'fr',
        companyId: null,
        login: 'E-000000004',
        parameters: { name, url: 'https://portal.example/mot-de-passe#secret-token' },
      }),
    )
  const sender = (by: MailTransport = transport) =>
    createMailSender({ pool, templates: [welcome], secrets, transport: by, from: 'MyOpenIP <portal@carrier.example>', appUrl, clock })
  const drain = (includeDelayed = false, by?: MailTransport) =>
    drainJobs({ workerUrl: database.urls.worker, logger: silentLogger(), jobs: [sender(by)], includeDelayed })
  const row = async () => (await pool.query('select * from mails')).rows[0]

  it('leave once, in both parts, and their parameters are wiped', async () => {
    const id = await enqueue()
    expect((await row()).parameters.includes('secret-token')).toBe(false)
    await drain()
    await pool.query(`select app.add_job('send-mail', json_build_object('mailId', $1::uuid))`, [id])
    await drain(true)
    expect(server.received).toHaveLength(1)
    const raw = server.received[0]?.raw ?? ''
    expect(raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@portal\.example>$/im)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated$/im)
    expect(raw).toContain('text/plain')
    expect(raw).toContain('text/html')
    expect(await row()).toMatchObject({ state: 'sent', parameters: null, attempts: 1, subject: 'Bienvenue Alice', last_error: null })
  })

  it('are read again without what opens something', () => {
    const content = {
      subject: 's',
      title: 'Code 123-456',
      paragraphs: ['Ouvrez https://portal.example/mot-de-passe?jeton=abc#def, ou tapez 123-456.\nHTTPS://PORTAL.EXAMPLE/x'],
      facts: [['Code', '123-456']] as const,
      button: { label: 'Ouvrir', url: 'https://portal.example/mot-de-passe#secret' },
      links: [{ label: 'Lien', url: 'https://portal.example/lien#secret' }],
      footer: ['Sinon https://portal.example/y/z'],
    }
    const shown = readableContent(content, ['123-456', ''])
    expect(shown).toEqual({
      title: 'Code ••••••',
      paragraphs: ['Ouvrez https://portal.example/•••••• ou tapez ••••••.\nHTTPS://PORTAL.EXAMPLE/••••••'],
      facts: [{ label: 'Code', value: '••••••' }],
      buttonLabel: 'Ouvrir',
      footer: ['Sinon https://portal.example/••••••'],
    })
    expect(JSON.stringify(shown)).not.toMatch(/abc|def|secret|123-456/)
  })

  it('do not exist when their transaction is rolled back', async () => {
    const attempt = inTransaction(pool, async (client) => {
      await queue.enqueue(transactionOn(client, clock.now()), welcome, {
        to: 'a@b.example',
        language: 'en',
        companyId: null,
        parameters: { name: 'x', url: 'https://x.example' },
      })
      throw new Error('no')
    })
    await expect(attempt).rejects.toThrow('no')
    expect(await row()).toBeUndefined()
  })

  it('wait and try again after a temporary refusal, wherever it comes', async () => {
    await enqueue()
    server.behaviour.recipient = { code: 451 }
    await drain()
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1, next_attempt_at: new Date('2026-11-21T09:01:00Z') })
    delete server.behaviour.recipient
    server.behaviour.data = { code: 452 }
    await drain(true)
    expect(await row()).toMatchObject({ state: 'queued', attempts: 2, last_error: expect.stringContaining('Greylisted') })
    delete server.behaviour.data
    await drain(true)
    expect(await row()).toMatchObject({ state: 'sent', attempts: 3 })
    expect(server.received).toHaveLength(1)
  })

  it('fail visibly when the recipient does not exist, without harm to the next one', async () => {
    await enqueue('nobody@client.example')
    server.behaviour.recipient = { code: 550 }
    await drain()
    expect(await row()).toMatchObject({ state: 'failed', last_error: expect.stringContaining('No such user') })
    delete server.behaviour.recipient
    await enqueue('bob@client.example')
    await drain()
    expect(server.received.map((mail) => mail.to)).toEqual(['bob@client.example'])
  })

  it('wait while the server is down', async () => {
    await enqueue()
    await drain(false, createSmtpTransport('smtp://127.0.0.1:1'))
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1, last_error: expect.stringContaining('ECONNREFUSED') })
    await drain(true)
    expect(await row()).toMatchObject({ state: 'sent' })
  })

  it('are uncertain, and never sent again by themselves, when the line was cut before the answer', async () => {
    const id = await enqueue()
    server.behaviour.data = 'cut'
    await drain()
    expect(await row()).toMatchObject({ state: 'uncertain' })
    delete server.behaviour.data
    await drain(true)
    expect(server.received).toHaveLength(0)
    expect((await pool.query('select app.resend_mail($1, $2) as again', [id, clock.now()])).rows[0].again).toBe(true)
    await drain()
    expect(server.received).toHaveLength(1)
    expect((await pool.query('select app.resend_mail($1, $2) as again', [id, clock.now()])).rows[0].again).toBe(false)
  })

  it('are uncertain when their worker died in the middle', async () => {
    const id = await enqueue()
    await pool.query(`update mails set state = 'sending', sender = 'pool-that-died', attempts = 1`)
    await drain()
    expect(await row()).toMatchObject({ state: 'uncertain', last_error: 'worker_died' })
    expect((await pool.query('select outcome, reason from mail_attempts where mail_id = $1', [id])).rows).toEqual([
      { outcome: 'unknown', reason: 'worker_died' },
    ])
    await pool.query(`update mails set state = 'sending', sender = 'pool-that-died' where id = $1`, [id])
    expect(await recoverMails(pool, clock)).toBe(1)
    expect(await row()).toMatchObject({ state: 'uncertain' })
    expect(server.received).toHaveLength(0)
  })

  it('share connections in a burst', async () => {
    for (let index = 0; index < 60; index += 1) await enqueue(`user${index}@client.example`)
    await drain()
    expect(new Set(server.received.map(({ to }) => to)).size).toBe(60)
    expect(server.received).toHaveLength(60)
    expect(server.opened).toBeLessThanOrEqual(10)
  })

  it('refuse addresses that would write headers, and flatten subjects', async () => {
    await expect(enqueue('a@b.example\r\nBcc: c@d.example')).rejects.toThrow('Not an e-mail address.')
    await expect(enqueue('a@b.example, c@d.example')).rejects.toThrow('Not an e-mail address.')
    await enqueue('a@b.example', 'Eve\r\nBcc: spy@evil.example')
    await drain()
    const [headers = ''] = server.received[0]?.raw.split('\r\n\r\n') ?? []
    expect(headers).toMatch(/^Subject: Bienvenue Eve Bcc: spy@evil\.example$/m)
    expect(headers).not.toMatch(/^Bcc:/im)
    expect(server.received[0]?.to).toBe('a@b.example')
  })

  it('are files in the order of time when there is no server', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mails-'))
    try {
      await enqueue()
      await drain(false, createFolderTransport(folder))
      const [name = ''] = await readdir(folder)
      expect(name).toMatch(/^20261121T090000000-E-000000004-[0-9a-f]{8}\.eml$/)
      expect(await readFile(join(folder, name), 'utf8')).toContain('To: alice@client.example')
      expect(await row()).toMatchObject({ state: 'sent' })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('layout', () => {
  it('escapes what people typed and needs nothing from outside', () => {
    const { html, text } = renderMail(welcome, 'fr', { name: '<b>Jean & "Co"</b>', url: 'https://portal.example/x?a=1&b=2' }, appUrl)
    expect(html).toContain('&lt;b&gt;Jean &amp; &quot;Co&quot;&lt;/b&gt;')
    expect(html).toContain('href="https://portal.example/x?a=1&amp;b=2"')
    expect(html).not.toMatch(/<img|<script|src=|url\(/i)
    expect(text).toContain('Choisir mon mot de passe :\nhttps://portal.example/x?a=1&b=2')
  })
})
