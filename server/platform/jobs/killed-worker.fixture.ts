import * as z from 'zod/mini'
import { travellingClock } from '../clock.ts'
import { silentLogger } from '../logger.ts'
import { defineJob } from './define-job.ts'
import { startJobs } from './start-jobs.ts'

/** A worker process that takes one job, says so, and never ends it: its parent kills it in the middle. */
const job = defineJob('test-count', z.object({ step: z.number() })).handledBy(async () => {
  process.send?.('taken')
  await new Promise(() => setInterval(() => undefined, 60_000))
})
await startJobs({ workerUrl: String(process.argv[2]), jobs: [job], clock: travellingClock('2026-11-21T09:00:00Z'), logger: silentLogger() })
