import pg from 'pg'
import { portalEventKinds } from '../../event-kinds.ts'
import { travellingClock } from '../../platform/clock.ts'
import { workerTransactions } from '../../platform/db/worker-transactions.ts'
import { startJobs } from '../../platform/jobs/start-jobs.ts'
import { silentLogger } from '../../platform/logger.ts'
import { createMailQueue, sendMailJob } from '../../platform/mail/mail-queue.ts'
import { createSecretBox } from '../../platform/secrets/secret-box.ts'
import { notificationJobs } from './notifications.jobs.ts'

/** A worker process that tells people in the application, takes the first mail to send, says so, and goes no further: its parent kills it. */
const [, , workerUrl = '', secret = '', appUrl = ''] = process.argv
const clock = travellingClock('2026-11-21T09:00:00Z')
const pool = new pg.Pool({ connectionString: workerUrl, max: 3 })
const secrets = createSecretBox([secret])
const options = { inTransaction: workerTransactions(pool, clock), secrets, appUrl, mails: createMailQueue({ secrets, appUrl }) }
const neverSends = sendMailJob.handledBy(async () => {
  process.send?.('taken')
  await new Promise(() => setInterval(() => undefined, 60_000))
})
await startJobs({
  workerUrl,
  jobs: [...notificationJobs(options, portalEventKinds), neverSends],
  clock,
  logger: silentLogger(),
  concurrency: 1,
})
