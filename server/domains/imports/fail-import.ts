import { db } from '../../platform/db/query.ts'
import type { JobRun } from '../../platform/jobs/define-job.ts'
import { recordActivityOf } from '../activity/record-activity.ts'
import { actorOf, announceImport, type ImportDependencies, lockedImport } from './run-import.ts'

/** SQLSTATE classes of what goes by: connections, conflicts of transactions, lack of resources, an operator's stop. */
const passing = /^(?:08|40|53|57)/
const patience = 3

/** Is it useless to try again by itself? A statement that the database refuses is, at once; what is not known, after some attempts. */
export const isLasting = (error: unknown, { attempt, isLastAttempt }: Pick<JobRun, 'attempt' | 'isLastAttempt'>): boolean => {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (isLastAttempt || /^(?:0A|22|23|42)/.test(code)) return true
  const isOfNetwork = /^E[A-Z]+$/.test(code)
  return attempt >= patience && !passing.test(code) && !isOfNetwork
}

const maximum = 300

/** The import says what it met, to whoever started it; what it wrote before stays. */
export const failImport = (id: string, error: unknown, { inTransaction }: Pick<ImportDependencies, 'inTransaction'>): Promise<void> =>
  inTransaction(async (tx) => {
    const job = await lockedImport(tx, id)
    if (job?.state !== 'checking' && job?.state !== 'applying') return
    const failure = (error instanceof Error ? error.message : String(error)).slice(0, maximum)
    await tx.run(db.updateTable('imports').set({ state: 'failed', failure, failed_while: job.state }).where('id', '=', id))
    await recordActivityOf(
      tx,
      { ...(await actorOf(tx, job)), universe: 'carrier', ip: null, requestId: null },
      {
        companyId: job.company_id,
        action: 'import.failed',
        objectKind: 'import',
        objectReference: job.reference,
        objectLabel: job.file_name,
      },
    )
    await announceImport(tx, job)
  })
