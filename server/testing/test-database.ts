import { inject } from 'vitest'
import { cloneDatabase, type TestDatabase } from './test-server.ts'
import { templateDatabase } from './test-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's connection to the migrated template. */
    readonly databaseUrl: string
  }
}

/** A migrated, empty database for the calling test file. */
export const testDatabase = (): Promise<TestDatabase> => cloneDatabase(inject('databaseUrl'), templateDatabase)
