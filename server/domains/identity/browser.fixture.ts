import pg from 'pg'
import type { BodyInput, Endpoint, ParamsInput, QueryInput, ResponseOf } from '#api/endpoint'
import type { ProblemBody } from '#api/problems'
import type { Universe } from '#api/universes'
import { workerTransactions } from '../../platform/db/worker-transactions.ts'
import { drainJobs } from '../../platform/jobs/start-jobs.ts'
import { silentLogger } from '../../platform/logger.ts'
import { createMailSender } from '../../platform/mail/send-mail.ts'
import { type TestApp, testTools, urlOf } from '../../testing/test-app.ts'
import { identityJobs, identityMails } from './identity.jobs.ts'
import { passwords } from './sign-in/password-hasher.ts'

/** A browser in a test: keeps its cookies, and comes from an address. */
export const browser = (app: TestApp, ip = '192.0.2.10') => {
  const cookies = new Map<string, string>()
  const call = async <E extends Endpoint>(
    endpoint: E,
    input: { body?: BodyInput<E>; params?: Omit<ParamsInput<E>, 'universe'>; query?: QueryInput<E>; universe?: Universe } = {},
  ) => {
    const answer = await app.inject({
      method: endpoint.method,
      url: urlOf(endpoint, input.universe, input.params as Record<string, unknown>, input.query as Record<string, unknown>),
      remoteAddress: ip,
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'user-agent': 'Test browser' },
      ...(input.body === undefined ? {} : { payload: input.body as object }),
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const isJson = /json/.test(String(answer.headers['content-type'] ?? ''))
    const body = isJson && answer.body !== '' ? JSON.parse(answer.body) : undefined
    return { status: answer.statusCode, body: body as ResponseOf<E>, problem: body as ProblemBody }
  }
  return { call, cookies }
}
export type Browser = ReturnType<typeof browser>

export const testPassword = 'Demo-2026!'

/** Gives a person of the world a password, and the terms accepted unless told. */
export const givePassword = async (app: TestApp, userId: string, options: { terms?: boolean } = {}): Promise<void> => {
  const now = app.clock.now()
  await app.build.run(`insert into credentials (user_id, password_hash, changed_at) values ($1, $2, $3)`, [
    userId,
    await passwords.hash(testPassword),
    now,
  ])
  if (options.terms !== false)
    await app.build.run(`insert into terms_acceptances (user_id, version, accepted_at) select $1, version, $2 from terms_versions`, [
      userId,
      now,
    ])
}

export interface ReceivedMail {
  readonly to: string
  readonly text: string
}

/** Runs the worker until nothing is due. @returns the mails that left. */
export const runWorker = async (app: TestApp): Promise<ReceivedMail[]> => {
  const received: ReceivedMail[] = []
  const pool = new pg.Pool({ connectionString: app.urls.worker, max: 2 })
  const services = testTools(app.clock)
  const sender = createMailSender({
    pool,
    templates: identityMails,
    secrets: services.secrets,
    transport: {
      deliver: async ({ to }, message) => {
        // Quoted-printable: soft line ends, then the bytes that it escapes.
        const text = message
          .toString('latin1')
          .replaceAll(/=\r?\n/g, '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        received.push({ to, text: Buffer.from(text, 'latin1').toString('utf8') })
        return { outcome: 'sent' }
      },
      close: async () => undefined,
    },
    from: 'Portal <no-reply@portal.example>',
    appUrl: services.appUrl,
    clock: app.clock,
  })
  const jobs = [sender, ...identityJobs({ ...services, inTransaction: workerTransactions(pool, app.clock) })]
  await drainJobs({ workerUrl: app.urls.worker, jobs, logger: silentLogger() })
  await pool.end()
  return received
}

export const tokenIn = (mail: ReceivedMail | undefined): string => /mot-de-passe#token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
