import pg from 'pg'
import { portalNews } from '../event-kinds.ts'
import { workerTransactions } from '../platform/db/worker-transactions.ts'
import { drainJobs } from '../platform/jobs/start-jobs.ts'
import { silentLogger } from '../platform/logger.ts'
import { newsJobs } from '../platform/mail/define-news.ts'
import { type TestApp, testTools } from './test-app.ts'

/** Runs the worker's part of what was just told by mail. */
export const tellNews = async ({ urls, clock }: Pick<TestApp, 'urls' | 'clock'>): Promise<void> => {
  const pool = new pg.Pool({ connectionString: urls.worker, max: 2 })
  const tools = testTools(clock)
  await drainJobs({
    workerUrl: urls.worker,
    logger: silentLogger(),
    jobs: newsJobs({ ...tools, inTransaction: workerTransactions(pool, clock) }, portalNews),
  })
  await pool.end()
}
