import pg from 'pg'
import { portalEventKinds, portalNews } from '../../event-kinds.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DatabaseUrls } from '../../platform/db/store.ts'
import { workerTransactions } from '../../platform/db/worker-transactions.ts'
import { drainJobs, startJobs } from '../../platform/jobs/start-jobs.ts'
import { silentLogger } from '../../platform/logger.ts'
import { newsJobs } from '../../platform/mail/define-news.ts'
import { createMailQueue } from '../../platform/mail/mail-queue.ts'
import { createMailSender } from '../../platform/mail/send-mail.ts'
import type { MailTransport } from '../../platform/mail/transport.ts'
import { createSecretBox } from '../../platform/secrets/secret-box.ts'
import { publishEvent } from './delivery/publish-event.ts'
import { orderDelivered, serviceSettingChanged } from './first-events.ts'
import { fanOutTools, notificationJobs, notificationMails } from './notifications.jobs.ts'

interface Options {
  readonly urls: DatabaseUrls
  readonly clock: Clock
  readonly secret: string
  readonly appUrl?: string
}

interface Happens {
  readonly companyId: string
  readonly companyName?: string
  readonly siteId?: string | null
  readonly reference?: string
}

/** Makes things happen through the real path, and runs the worker's part of it, for tests and benchmarks. */
export const notificationFactory = ({ urls, clock, secret, appUrl = 'http://localhost:3000' }: Options) => {
  const pool = new pg.Pool({ connectionString: urls.worker, max: 4 })
  pool.on('error', () => undefined)
  const secrets = createSecretBox([secret])
  const inTransaction = workerTransactions(pool, clock)
  const options = { inTransaction, secrets, appUrl, mails: createMailQueue({ secrets, appUrl }) }
  const jobs = [...notificationJobs(options, portalEventKinds), ...newsJobs(options, portalNews)]

  const from = 'Portail <portail@exploitant.example>'
  const withMails = (transport: MailTransport) => [
    ...jobs,
    createMailSender({ pool, templates: notificationMails, secrets, transport, from, appUrl, clock }),
  ]

  return {
    pool,
    secrets,
    inTransaction,
    /** What the fan-out works with, for tests that make it fail somewhere. */
    tools: fanOutTools(options, portalEventKinds),
    /** « Livraisons ». */
    deliverOrder: ({ companyId, companyName = 'Ma Société', siteId = null, reference = 'COM00025' }: Happens) =>
      inTransaction((tx) =>
        publishEvent(tx, orderDelivered, {
          companyId,
          siteId,
          objectReference: reference,
          parameters: { offer: 'Accès Internet FTTH', company: companyName, site: null },
        }),
      ),
    /** « Mes services Paramétrage ». */
    changeSetting: ({ companyId, siteId = null, reference = 'FPC172932' }: Happens) =>
      inTransaction((tx) =>
        publishEvent(tx, serviceSettingChanged, {
          companyId,
          siteId,
          objectReference: reference,
          parameters: { setting: 'Appels simultanés', service: 'Trunk SIP', by: 'Camille Martin', site: null },
        }),
      ),
    /** Runs what waits; with a transport, mails leave too. */
    drain: (transport?: MailTransport, includeDelayed = false) =>
      drainJobs({ workerUrl: urls.worker, logger: silentLogger(), includeDelayed, jobs: transport ? withMails(transport) : jobs }),
    /** A worker that goes on, as the portal's does. */
    start: (transport: MailTransport) => startJobs({ workerUrl: urls.worker, logger: silentLogger(), clock, jobs: withMails(transport) }),
    close: () => pool.end(),
  }
}
export type NotificationFactory = ReturnType<typeof notificationFactory>
