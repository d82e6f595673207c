import type { Transaction } from '../../platform/db/query.ts'
import { createMainRights } from '../access/main-rights.ts'
import { type ImportDependencies, type LaterKinds, runImport, runImportJob } from './run-import.ts'

type InTransaction = ImportDependencies['inTransaction']

/** What an import needs of the domains that come after it. */
export const importDependencies = (inTransaction: InTransaction, laterKinds: LaterKinds = {}): ImportDependencies => ({
  inTransaction,
  laterKinds,
  mainRights: async (tx: Transaction, companyIds: readonly string[]) => {
    for (const companyId of companyIds) await createMainRights(tx, companyId, ['client'])
  },
})

/** The job that checks or applies a file, for the worker's list. */
export const importJobs = (inTransaction: InTransaction, laterKinds: LaterKinds) => [
  runImportJob.handledBy(({ importId }, { signal }) => runImport(importId, { ...importDependencies(inTransaction, laterKinds), signal })),
]
