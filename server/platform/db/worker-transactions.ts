import type pg from 'pg'
import type { Clock } from '../clock.ts'
import { isRestoredRun } from '../jobs/restored-run.ts'
import { type Transaction, transactionOn } from './query.ts'
import { inTransaction } from './store.ts'

/** Transactions of the worker's login at the portal's time: for jobs and commands, which act for everybody. */
export const workerTransactions =
  (pool: pg.Pool, clock: Clock) =>
  <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    inTransaction(pool, async (client) => {
      const now = clock.now()
      await client.query('select app.at($1)', [now])
      if (isRestoredRun()) await client.query("select set_config('app.is_restored', 'on', true)")
      return work(transactionOn(client, now))
    })
