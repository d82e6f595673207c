import { type ImportDependencies, runImport, runImportJob } from './run-import.ts'

/** The job that checks or applies a file, for the worker's list. */
export const importJobs = (dependencies: Pick<ImportDependencies, 'inTransaction' | 'kinds'>) => [
  runImportJob.handledBy(({ importId }, { signal }) => runImport(importId, { ...dependencies, signal })),
]
