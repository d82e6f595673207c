import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { installDatabase } from '../install.ts'
import { type Clock, openPortalClock } from '../platform/clock.ts'
import { type Configuration, readConfiguration } from '../platform/configuration.ts'
import { startEmbeddedPostgres } from '../platform/db/embedded.ts'
import type { DatabaseUrls } from '../platform/db/store.ts'
import { workerTransactions } from '../platform/db/worker-transactions.ts'

export interface Installation {
  readonly configuration: Configuration
  readonly clock: Clock
  readonly urls: DatabaseUrls
  /** Connections of the worker's login. */
  readonly pool: pg.Pool
  readonly inTransaction: ReturnType<typeof workerTransactions>
}

const canConnect = async (connectionString: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 })
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}

/** The embedded server that a running portal already started, if any: its port stands in its own files. */
const runningServer = async (folder: string): Promise<string | null> => {
  try {
    const port = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3])
    const password = readFileSync(join(folder, 'password'), 'utf8').trim()
    const url = `postgresql://postgres:${password}@127.0.0.1:${port}/myopenip`
    return port > 0 && (await canConnect(url)) ? url : null
  } catch {
    return null
  }
}

const openDatabase = async (configuration: Configuration): Promise<{ adminUrl: string; stop: () => Promise<void> }> => {
  const stop = async () => undefined
  if (configuration.databaseUrl !== null) return { adminUrl: configuration.databaseUrl, stop }
  const folder = join(configuration.dataDir, 'database')
  const running = await runningServer(folder)
  if (running) return { adminUrl: running, stop }
  const server = await startEmbeddedPostgres({ folder })
  return { adminUrl: server.adminUrl, stop: () => server.stop() }
}

export interface OpenDatabase {
  readonly configuration: Configuration
  readonly clock: Clock
  /** Its owner's connection. */
  readonly adminUrl: string
}

/** Runs `work` on this installation's database as it is, started for the occasion when it is embedded and nobody runs it. */
export const withDatabase = async <T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> => {
  const configuration = readConfiguration()
  const { adminUrl, stop } = await openDatabase(configuration)
  try {
    const portalClock = openPortalClock({ dataDir: configuration.dataDir, clockStart: configuration.clockStart })
    try {
      return await work({ configuration, clock: portalClock.clock, adminUrl })
    } finally {
      portalClock.close()
    }
  } finally {
    await stop()
  }
}

/** Runs `work` on this installation's database, brought up to date. */
export const withInstallation = <T>(work: (installation: Installation) => Promise<T>): Promise<T> =>
  withDatabase(async ({ configuration, clock, adminUrl }) => {
    const urls = await installDatabase({ adminUrl, secret: configuration.secretKeys[0] })
    const pool = new pg.Pool({ connectionString: urls.worker, max: 3, application_name: 'portal command' })
    try {
      return await work({ configuration, clock, urls, pool, inTransaction: workerTransactions(pool, clock) })
    } finally {
      await pool.end()
    }
  })
