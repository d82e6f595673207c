import pg from 'pg'
import { to } from 'pg-copy-streams'
import { readLedger, routinesName } from '../db/ledger.ts'
import type { ArchiveWriter, Manifest } from './archive.ts'

/** Tables that describe the database itself: the one that is restored into has its own. */
export const ownTables: readonly string[] = ['installation', 'migrations']

/** Where the rows of a table stand in the archive. */
export const tableFolder = (name: string): string => `tables/${name}`
export const jobsFolder = 'jobs'

interface TableRow extends pg.QueryResultRow {
  readonly name: string
  readonly columns: string[]
}

// Generated columns are left out: the database computes them again. Partitions come as tables of their own.
const tablesOf = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  group by c.relname order by c.relname`

export const listTables = async (client: pg.ClientBase): Promise<readonly TableRow[]> =>
  (await client.query<TableRow>(tablesOf, [ownTables])).rows

const sequencesOf = `
  select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`

/** A job in the words of the queue's public function, plus how often it was tried. */
export const jobColumns = [
  'identifier',
  'payload',
  'queue_name',
  'run_at',
  'max_attempts',
  'job_key',
  'priority',
  'flags',
  'attempts',
  'last_error',
  'created_at',
] as const

// A job that was running counts as not begun: whoever ran it is not there any more.
const pendingJobs = `
  select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority,
    case when j.flags is null then null else array(select jsonb_object_keys(j.flags)) end,
    greatest(j.attempts - (j.locked_at is not null)::int, 0), j.last_error, j.created_at
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  order by j.id`

export const quoted = (name: string): string => pg.escapeIdentifier(name)

/** What makes text come out the same on every server. */
export const plainText = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC'; set local extra_float_digits = 1;
  set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local row_security = off; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0; set local search_path = public`

export interface DumpOptions {
  /** Owner of the schema. */
  readonly client: pg.ClientBase
  readonly archive: ArchiveWriter
  /** Told how many rows of a table were kept. */
  report(table: string, rows: number): void
  /** Asked in the same snapshot. */
  proofs(client: pg.ClientBase): Promise<Manifest['proofs']>
  /** Run in the same snapshot, once the rows are kept. */
  files(client: pg.ClientBase): Promise<Manifest['files']>
}

/**
 * Keeps every row of the portal's tables, as one transaction saw them, while the portal works. Nothing is locked but the tables' shape.
 */
export const dumpDatabase = async (options: DumpOptions): Promise<Omit<Manifest, 'format' | 'sha256' | 'product' | 'createdAt'>> => {
  const { client, archive, report } = options
  const keep = async (statement: string, folder: string): Promise<number> => {
    const stream = client.query(to(`copy ${statement} to stdout`))
    await archive.keepStream(folder, stream as AsyncIterable<Buffer>)
    // The count follows the rows; it has come once the next answer has.
    await client.query('select')
    return stream.rowCount
  }
  await client.query('begin transaction isolation level repeatable read read only')
  try {
    await client.query(plainText)
    // The first look takes the snapshot.
    const migrations = (await readLedger(client)).filter(({ name }) => name !== routinesName)
    const tables: Manifest['tables'] = []
    for (const { name, columns } of await listTables(client)) {
      const rows = await keep(`public.${quoted(name)} (${columns.map(quoted).join(', ')})`, tableFolder(name))
      tables.push({ name, columns, rows })
      report(name, rows)
    }
    const jobs = { name: 'jobs', columns: [...jobColumns], rows: await keep(`(${pendingJobs})`, jobsFolder) }
    report('jobs', jobs.rows)
    const proofs = await options.proofs(client)
    const files = await options.files(client)
    // Sequences stand outside transactions: read last, they are ahead of every row that was kept.
    const sequences: Manifest['sequences'] = []
    for (const { name } of (await client.query<{ name: string }>(sequencesOf)).rows) {
      const { rows } = await client.query(`select last_value::text as "lastValue", is_called as "isCalled" from public.${quoted(name)}`)
      sequences.push({ name, ...rows[0] })
    }
    await client.query('commit')
    return { migrations, tables, sequences, jobs, files, proofs }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
