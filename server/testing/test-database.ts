import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseUrls } from '../install.ts'
import type { DatabaseUrls } from '../platform/db/store.ts'
import { templateDatabase, testSecret } from './test-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's connection to the migrated template. */
    readonly databaseUrl: string
  }
}

export interface TestDatabase {
  readonly urls: DatabaseUrls
  drop(): Promise<void>
}

const withAdministrator = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]+$/, '/postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const stillUsed = '55006'

/** Waits for connections that are just closing: cutting them off would raise errors in a file that already passed. */
const dropDatabase = async (url: string, name: string): Promise<void> => {
  for (let attempt = 0; attempt < 60; attempt++) {
    try {
      return await withAdministrator(url, `drop database if exists ${name}`)
    } catch (error) {
      if ((error as { code?: string }).code !== stillUsed) throw error
      await sleep(50)
    }
  }
  await withAdministrator(url, `drop database if exists ${name} with (force)`)
}

/** A migrated, empty database for the calling test file. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const templateUrl = inject('databaseUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await withAdministrator(templateUrl, `create database ${name} template ${templateDatabase} strategy file_copy`)
  const adminUrl = templateUrl.replace(/\/[^/]+$/, `/${name}`)
  return {
    urls: databaseUrls({ adminUrl, secret: testSecret, prefix: templateDatabase }),
    drop: () => dropDatabase(templateUrl, name),
  }
}
