import type { Transaction } from '../../../../platform/db/query.ts'
import { assignOneDuePartner, assignPartnersJob } from './assign-due-partners.ts'

/** The jobs of changes of partner, for the worker's list. */
export const partnerJobs = (inTransaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>) => [
  assignPartnersJob.handledBy(async (_payload, { signal }) => {
    while (!signal.aborted && (await inTransaction(assignOneDuePartner)));
  }),
]

/** Changes of partner that fell due: looked for shortly after each midnight, whatever was missed. */
export const partnerPeriodicJobs = [{ identifier: assignPartnersJob.identifier, schedule: { everyMinutes: 15 } }] as const
