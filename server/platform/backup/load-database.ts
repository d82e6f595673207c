import { once } from 'node:events'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import type { Manifest } from './archive.ts'
import { jobColumns, jobsFolder, listTables, ownTables, plainText, quoted, tableFolder } from './dump-database.ts'
import { ArchiveUnreadable, readTar, type TarEntry } from './tar.ts'

/** Empties the database of what the portal made in it; what belongs to extensions or to others' schemas stays. */
export const dropPortal = async (client: pg.ClientBase): Promise<void> => {
  await client.query(`
    drop schema if exists app, graphile_worker cascade;
    do $$
    declare statement text;
    begin
      -- Listed before the first goes: one may take another along.
      foreach statement in array (
        select coalesce(array_agg(format('drop %s if exists public.%I cascade',
          case c.relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, c.relname)
          order by c.relkind = 'S'), '{}')
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e'))
      loop
        execute statement;
      end loop;
      foreach statement in array (
        select coalesce(array_agg(format('drop domain if exists %s cascade', t.oid::regtype)), '{}')
        from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype = 'd'
          and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e'))
      loop
        execute statement;
      end loop;
      foreach statement in array (
        select coalesce(array_agg(format('drop routine if exists %s cascade', p.oid::regprocedure)), '{}')
        from pg_proc p where p.pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e'))
      loop
        execute statement;
      end loop;
    end $$`)
}

interface Named extends pg.QueryResultRow {
  readonly child: string
  readonly name: string
  readonly definition: string
}

/** Foreign keys go and come back checked, whatever order the rows arrive in; the triggers' work is in the rows already. No superuser is needed. */
const restConstraints = async (client: pg.ClientBase, tables: readonly string[]): Promise<() => Promise<void>> => {
  const { rows: keys } = await client.query<Named>(
    `select conrelid::regclass::text as child, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace order by 1, 2`,
  )
  for (const { child, name } of keys) await client.query(`alter table ${child} drop constraint ${name}`)
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`)
  return async () => {
    for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`)
    for (const { child, name, definition } of keys) await client.query(`alter table ${child} add constraint ${name} ${definition}`)
  }
}

/** One COPY at a time, fed by the pieces of one table. */
const openCopy = (client: pg.ClientBase, statement: string) => {
  const sink = client.query(from(`copy ${statement} from stdin`))
  const inserted = finished(sink)
  inserted.catch(() => undefined)
  return {
    feed: (piece: TarEntry) =>
      pipeline(piece.content, createGunzip(), async (source: AsyncIterable<Buffer>) => {
        for await (const chunk of source) if (!sink.write(chunk)) await Promise.race([once(sink, 'drain'), inserted])
      }),
    async end(): Promise<number> {
      sink.end()
      await inserted
      return sink.rowCount
    },
  }
}

const jobFields =
  'identifier text, payload json, queue_name text, run_at timestamptz, max_attempts int, job_key text, priority int, flags text[], attempts smallint, last_error text, created_at timestamptz'

// In two steps, because the queue's function takes neither the attempts made nor the date.
const enqueueJobs = `
  create temp table returned_jobs on commit drop as
    select r.attempts, r.last_error, r.created_at,
      (graphile_worker.add_job(r.identifier, r.payload, r.queue_name, r.run_at, r.max_attempts, r.job_key, r.priority, r.flags)).id
    from restored_jobs r;
  update graphile_worker._private_jobs j set attempts = r.attempts, last_error = r.last_error, created_at = r.created_at
    from returned_jobs r where r.id = j.id`

export interface LoadOptions {
  /** Owner of a schema of the version that the archive names, in a transaction. */
  readonly client: pg.ClientBase
  readonly path: string
  readonly manifest: Manifest
  report(table: string, rows: number): void
  /** Takes the files that are no rows. */
  keepFile(path: string, content: AsyncIterable<Buffer>): Promise<void>
}

interface Target {
  readonly name: string
  readonly rows: number
  readonly statement: string
}

/** Where each folder of the archive goes; refuses tables that do not fit. */
const targetsOf = async (client: pg.ClientBase, { tables, jobs }: Manifest): Promise<Map<string, Target>> => {
  const known = new Map((await listTables(client)).map((table) => [table.name, table.columns]))
  const targets = new Map<string, Target>()
  for (const { name, columns, rows } of tables) {
    if (ownTables.includes(name) || columns.some((column) => !known.get(name)?.includes(column)))
      throw new ArchiveUnreadable(`The table ${name} of the archive does not fit this version.`)
    targets.set(tableFolder(name), { name, rows, statement: `public.${quoted(name)} (${columns.map(quoted).join(', ')})` })
  }
  if (jobs.columns.join() !== jobColumns.join()) throw new ArchiveUnreadable('The jobs of the archive do not fit this version.')
  targets.set(jobsFolder, { name: 'jobs', rows: jobs.rows, statement: `restored_jobs (${jobs.columns.join(', ')})` })
  return targets
}

/** Puts the rows of an archive in place of those that are there, in the caller's transaction. */
export const loadDatabase = async ({ client, path, manifest, report, keepFile }: LoadOptions): Promise<void> => {
  await client.query(plainText)
  await client.query(`create temp table restored_jobs (${jobFields}) on commit drop`)
  const targets = await targetsOf(client, manifest)
  const tables = (await listTables(client)).map((table) => table.name)
  const restore = await restConstraints(client, tables)
  await client.query(`truncate ${tables.map(quoted).join(', ')}`)
  await client.query('delete from graphile_worker._private_jobs')
  const running: { folder: string; target: Target; copy: ReturnType<typeof openCopy> }[] = []
  const settle = async () => {
    for (const { folder, target, copy } of running.splice(0)) {
      const rows = await copy.end()
      if (rows !== target.rows) throw new ArchiveUnreadable(`${target.name}: ${rows} rows instead of ${target.rows}.`)
      targets.delete(folder)
      report(target.name, rows)
    }
  }
  for await (const entry of readTar(path)) {
    const folder = entry.path.slice(0, entry.path.lastIndexOf('/'))
    if (running[0]?.folder !== folder) await settle()
    const target = targets.get(folder)
    if (target) {
      if (running.length === 0) running.push({ folder, target, copy: openCopy(client, target.statement) })
      await running[0]?.copy.feed(entry)
    } else if (entry.path.startsWith('files/')) await keepFile(entry.path.slice('files/'.length), entry.content)
  }
  await settle()
  for (const { name, rows } of targets.values()) if (rows > 0) throw new ArchiveUnreadable(`The rows of ${name} are missing.`)
  await client.query(enqueueJobs)
  for (const { name, lastValue, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [`public.${quoted(name)}`, lastValue, isCalled])
  await restore()
}
