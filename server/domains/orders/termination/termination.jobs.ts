import type { Transaction } from '../../../platform/db/query.ts'
import type { Job } from '../../../platform/jobs/define-job.ts'
import { endContracts, endContractsJob } from './end-contracts.ts'

interface Tools {
  readonly inTransaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
}

export const terminationJobs = (tools: Tools): Job[] => [
  endContractsJob.handledBy(async (_, { signal }) => {
    await endContracts(tools.inTransaction, signal)
  }),
]
