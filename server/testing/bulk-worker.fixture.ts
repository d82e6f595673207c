import pg from 'pg'
import { portalBulkActs } from '../bulk-acts.ts'
import { mintScope } from '../domains/access/scope.ts'
import { bulkJobs } from '../platform/bulk/run-bulk.ts'
import { travellingClock } from '../platform/clock.ts'
import { Store } from '../platform/db/store.ts'
import { startJobs } from '../platform/jobs/start-jobs.ts'
import { silentLogger } from '../platform/logger.ts'

/** A worker process of acts on many rows: its parent kills it in the middle. */
const { urls, now } = JSON.parse(String(process.argv[2]))
const clock = travellingClock(now)
const pool = new pg.Pool({ connectionString: urls.worker, max: 2 })
const jobs = bulkJobs({ pool, store: new Store(urls), clock, mintScope }, portalBulkActs)
await startJobs({ workerUrl: urls.worker, jobs, clock, logger: silentLogger() })
