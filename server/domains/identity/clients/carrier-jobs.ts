import type { Transaction } from '../../../platform/db/query.ts'
import { createMainRights } from '../../access/main-rights.ts'
import { type ImportDependencies, type LaterKinds, runImport, runImportJob } from '../../companies/imports/run-import.ts'
import { assignOneDuePartner, assignPartnersJob } from '../../companies/portfolio/partner/assign-due-partners.ts'

type InTransaction = ImportDependencies['inTransaction']

/** What an import needs of the domains that come after companies. */
export const importDependencies = (inTransaction: InTransaction, laterKinds: LaterKinds = {}): ImportDependencies => ({
  inTransaction,
  laterKinds,
  mainRights: async (tx: Transaction, companyIds: readonly string[]) => {
    for (const companyId of companyIds) await createMainRights(tx, companyId, ['client'])
  },
})

/** The jobs of the carrier's side, for the worker's list. */
export const carrierJobs = (inTransaction: InTransaction, laterKinds: LaterKinds) => [
  runImportJob.handledBy(({ importId }, { signal }) => runImport(importId, { ...importDependencies(inTransaction, laterKinds), signal })),
  assignPartnersJob.handledBy(async (_payload, { signal }) => {
    while (!signal.aborted && (await inTransaction(assignOneDuePartner)));
  }),
]

/** Changes of partner that fell due: looked for shortly after each midnight, whatever was missed. */
export const carrierPeriodicJobs = [{ identifier: assignPartnersJob.identifier, schedule: { everyMinutes: 15 } }] as const
