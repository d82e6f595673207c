import { failImport, isLasting } from './fail-import.ts'
import { type ImportDependencies, runImport, runImportJob } from './run-import.ts'

/** The job that checks or applies a file, for the worker's list. */
export const importJobs = (dependencies: Pick<ImportDependencies, 'inTransaction' | 'kinds'>) => [
  runImportJob.handledBy(async ({ importId }, run) => {
    try {
      await runImport(importId, { ...dependencies, signal: run.signal })
    } catch (error) {
      if (run.signal.aborted || !isLasting(error, run)) throw error
      run.logger.error({ err: error, importId }, 'An import failed.')
      await failImport(importId, error, dependencies)
    }
  }),
]
