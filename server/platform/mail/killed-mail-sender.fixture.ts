import pg from 'pg'
import { travellingClock } from '../clock.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { silentLogger } from '../logger.ts'
import { createSecretBox } from '../secrets/secret-box.ts'
import { noteMail } from './note-mail.fixture.ts'
import { createMailSender } from './send-mail.ts'
import { createSmtpTransport } from './smtp-transport.ts'

/** A worker process that sends mails over six dialogues, until its parent kills it. */
const [, , workerUrl = '', secret = '', mailUrl = ''] = process.argv
const clock = travellingClock('2026-11-21T09:00:00Z')
const sender = createMailSender({
  pool: new pg.Pool({ connectionString: workerUrl, max: 4 }),
  templates: [noteMail],
  secrets: createSecretBox([secret]),
  transport: createSmtpTransport(mailUrl),
  from: 'portal@carrier.example',
  appUrl: 'https://portal.example',
  clock,
  concurrency: 6,
})
await startJobs({ workerUrl, jobs: [sender], clock, logger: silentLogger() })
