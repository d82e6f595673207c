import type { Transaction } from '../../../platform/db/query.ts'
import type { Job } from '../../../platform/jobs/define-job.ts'
import type { MailQueue } from '../../../platform/mail/mail-queue.ts'
import { endContracts, endContractsJob } from './end-contracts.ts'
import { terminationMailsJob, writeTerminationMails } from './termination-mails.ts'

interface Tools {
  readonly mails: MailQueue
  readonly appUrl: string
  readonly inTransaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
}

export const terminationJobs = (tools: Tools): Job[] => [
  endContractsJob.handledBy(async (_, { signal }) => {
    await endContracts(tools.inTransaction, signal)
  }),
  terminationMailsJob.handledBy(async (payload) => {
    await tools.inTransaction((tx) => writeTerminationMails(tx, tools, payload))
  }),
]
