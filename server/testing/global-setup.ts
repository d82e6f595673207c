import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { installDatabase } from '../install.ts'
import { endAbandonedServer, startEmbeddedPostgres } from '../platform/db/embedded.ts'
import { templateDatabase, testSecret } from './test-template.ts'

const folderPrefix = 'myopenip-test-'

/** A run that was killed leaves its server and folder behind. */
const sweep = async () => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name)
    if (await endAbandonedServer(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

/** One PostgreSQL per run, migrated once; every test file clones the template. */
export const setup = async (project: TestProject) => {
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), folderPrefix))
  const server = await startEmbeddedPostgres({ folder, database: templateDatabase, durable: false })
  const end = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await installDatabase({ adminUrl: server.adminUrl, secret: testSecret })
    // A database can be cloned only while nobody is connected to it.
    const client = new pg.Client({ connectionString: server.adminUrl.replace(/\/[^/]+$/, '/postgres') })
    await client.connect()
    await client.query(`alter database ${templateDatabase} with allow_connections false is_template true`)
    await client.end()
  } catch (error) {
    await end()
    throw error
  }
  project.provide('databaseUrl', server.adminUrl)
  return end
}
