import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { databaseUrls, installDatabase } from '../install.ts'
import { endAbandonedServer, startEmbeddedPostgres } from '../platform/db/embedded.ts'
import type { DatabaseUrls } from '../platform/db/store.ts'
import { templateDatabase, testSecret } from './test-template.ts'

export interface TestServer {
  /** Superuser's connection to the migrated template. */
  readonly url: string
  stop(): Promise<void>
}

export interface TestDatabase {
  readonly urls: DatabaseUrls
  drop(): Promise<void>
}

const folderPrefix = 'myopenip-test-'

/** A run that was killed leaves its server and folder behind. */
const sweep = async () => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name)
    if (await endAbandonedServer(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

const withAdministrator = async (url: string, ...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]+$/, '/postgres') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const stillUsed = '55006'

/** Waits for connections that are just closing: cutting them off would raise errors in a file that already passed. */
const whenUnused = async (url: string, statement: string, otherwise: string): Promise<void> => {
  for (let attempt = 0; attempt < 60; attempt++) {
    try {
      return await withAdministrator(url, statement)
    } catch (error) {
      if ((error as { code?: string }).code !== stillUsed) throw error
      await sleep(50)
    }
  }
  await withAdministrator(url, otherwise)
}

/** A database is cloned in some 50 ms, and only while nobody is connected to it. */
export const keepAsTemplate = (url: string, name: string): Promise<void> =>
  withAdministrator(url, `alter database ${name} with allow_connections false is_template true`)

/** A database of its own, like the template. */
export const cloneDatabase = async (
  url: string,
  template: string,
  name = `test_${randomBytes(6).toString('hex')}`,
): Promise<TestDatabase> => {
  const clone = `create database ${name} template ${template} strategy file_copy`
  await whenUnused(url, clone, clone)
  const adminUrl = url.replace(/\/[^/]+$/, `/${name}`)
  const drop = `drop database if exists ${name}`
  return {
    urls: databaseUrls({ adminUrl, secret: testSecret, prefix: templateDatabase }),
    drop: () => whenUnused(url, drop, `${drop} with (force)`),
  }
}

/** One PostgreSQL per run, migrated once; every test file clones the template. */
export const startTestServer = async (): Promise<TestServer> => {
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), folderPrefix))
  const server = await startEmbeddedPostgres({ folder, database: templateDatabase, durable: false })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await installDatabase({ adminUrl: server.adminUrl, secret: testSecret })
    await keepAsTemplate(server.adminUrl, templateDatabase)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: server.adminUrl, stop }
}
