import { join } from 'node:path'
import pg from 'pg'
import * as z from 'zod/mini'
import { portalBulkActs } from './bulk-acts.ts'
import { mintScope } from './domains/access/scope.ts'
import { partnerJobs, partnerPeriodicJobs } from './domains/companies/portfolio/partner/partner.jobs.ts'
import { identityJobs, identityMails } from './domains/identity/identity.jobs.ts'
import { purgeExpired, purgeExpiredJob, purgePeriodicJobs } from './domains/identity/retention/purge-expired.ts'
import { importJobs } from './domains/imports/imports.jobs.ts'
import { notificationJobs, notificationMails, notificationPeriodicJobs } from './domains/notifications/notifications.jobs.ts'
import { orderJobs, orderPeriodicJobs } from './domains/orders/orders.jobs.ts'
import { endContractsPeriodicJobs } from './domains/orders/termination/end-contracts.ts'
import { terminationJobs } from './domains/orders/termination/termination.jobs.ts'
import { portalEventKinds, portalNews } from './event-kinds.ts'
import { portalImportKinds } from './import-kinds.ts'
import { bulkJobs } from './platform/bulk/run-bulk.ts'
import type { Clock } from './platform/clock.ts'
import type { Configuration } from './platform/configuration.ts'
import { type DatabaseUrls, Store } from './platform/db/store.ts'
import { workerTransactions } from './platform/db/worker-transactions.ts'
import { defineJob, type Job } from './platform/jobs/define-job.ts'
import type { PeriodicJob } from './platform/jobs/periodic.ts'
import { startJobs } from './platform/jobs/start-jobs.ts'
import type { Logger } from './platform/logger.ts'
import type { MailTemplate } from './platform/mail/define-mail.ts'
import { newsJobs } from './platform/mail/define-news.ts'
import { createFolderTransport } from './platform/mail/folder-transport.ts'
import { recoverMails, wakeSender } from './platform/mail/mail-outbox.ts'
import { createMailSender } from './platform/mail/send-mail.ts'
import { createSmtpTransport } from './platform/mail/smtp-transport.ts'
import { createTools, type Tools } from './tools.ts'

/** What a domain's jobs need: the tools, and the worker's own connections. */
export interface JobTools extends Tools {
  readonly pool: pg.Pool
  /** Under the right of whoever started an act on many rows. */
  readonly store: Store
}

const recover = defineJob('mail.recover', z.looseObject({}))

/** Every job of the portal: the only list of the domains' jobs. */
const portalJobs = (tools: JobTools): Job[] => [
  ...newsJobs({ ...tools, inTransaction: workerTransactions(tools.pool, tools.clock) }, portalNews),
  ...importJobs({ inTransaction: workerTransactions(tools.pool, tools.clock), kinds: portalImportKinds }),
  ...partnerJobs(workerTransactions(tools.pool, tools.clock)),
  ...identityJobs({ ...tools, inTransaction: workerTransactions(tools.pool, tools.clock) }),
  ...notificationJobs({ ...tools, inTransaction: workerTransactions(tools.pool, tools.clock) }, portalEventKinds),
  ...terminationJobs({ ...tools, inTransaction: workerTransactions(tools.pool, tools.clock) }),
  ...orderJobs({ ...tools, inTransaction: workerTransactions(tools.pool, tools.clock) }),
  ...bulkJobs({ ...tools, mintScope }, portalBulkActs),
  purgeExpiredJob.handledBy(async () => {
    await workerTransactions(tools.pool, tools.clock)(purgeExpired)
  }),
  recover.handledBy(async () => {
    await recoverMails(tools.pool, tools.clock)
    // Should a wake-up ever be lost, mails are late, not forgotten.
    await wakeSender(tools.pool)
  }),
]

/** What recurs, on the portal's clock. */
export const portalPeriodicJobs: readonly PeriodicJob[] = [
  { identifier: recover.identifier, schedule: { everyMinutes: 10 } },
  ...partnerPeriodicJobs,
  ...purgePeriodicJobs,
  ...notificationPeriodicJobs,
  ...orderPeriodicJobs,
  ...endContractsPeriodicJobs,
]

/** Every mail that the portal writes. */
const portalMails: readonly MailTemplate[] = [...identityMails, ...notificationMails, ...portalNews.map(({ mail }) => mail)]

export interface WorkerOptions {
  readonly configuration: Configuration
  readonly urls: DatabaseUrls
  readonly clock: Clock
  readonly logger: Logger
}

export interface RunningWorker {
  isAlive(): boolean
  /** Finishes the jobs under way, then stops. */
  close(): Promise<void>
}

/** Starts the portal's worker: jobs, mails and what recurs. */
export const startWorker = async ({ configuration, urls, clock, logger }: WorkerOptions): Promise<RunningWorker> => {
  const pool = new pg.Pool({ connectionString: urls.worker, max: 6, application_name: 'portal jobs' })
  pool.on('error', (error) => logger.warn({ err: error }, 'jobs connection lost'))
  const store = new Store(urls)
  const tools: JobTools = { ...createTools({ configuration, clock, logger }), pool, store }
  const transport = configuration.mailUrl
    ? createSmtpTransport(configuration.mailUrl)
    : createFolderTransport(join(configuration.dataDir, 'mail'))
  const sender = createMailSender({
    pool,
    templates: portalMails,
    secrets: tools.secrets,
    transport,
    from: configuration.mailFrom,
    appUrl: configuration.appUrl,
    clock,
  })
  await recoverMails(pool, clock)
  const running = await startJobs({
    workerUrl: urls.worker,
    jobs: [sender, ...portalJobs(tools)],
    periodic: portalPeriodicJobs,
    clock,
    logger,
  })
  return {
    isAlive: running.isAlive,
    close: async () => {
      await running.stop()
      await tools.documents.close()
      await store.close()
      await pool.end()
    },
  }
}
