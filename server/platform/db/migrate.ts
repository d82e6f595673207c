import pg from 'pg'
import { type AppliedMigration, inTermsOfBaseline, readLedger, routinesName, writeLedger } from './ledger.ts'
import type { RoleNames } from './roles.ts'
import { baselineName, type Migration, readAdoption, readMigrations, readRoutines, type SqlFile } from './schema-files.ts'

/** Roles that are often named together. */
const groups = {
  u_customers: ['u_client', 'u_end_client', 'u_ambassador', 'u_operator'],
  u_all: ['u_client', 'u_end_client', 'u_ambassador', 'u_operator', 'u_carrier'],
} as const satisfies Readonly<Record<string, readonly (keyof RoleNames)[]>>

const withRoles = (sql: string, roles: RoleNames): string =>
  sql.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const members = (groups as Readonly<Record<string, readonly string[]>>)[key] ?? [key]
    return members
      .map((member) => {
        const name = (roles as unknown as Readonly<Record<string, string>>)[member]
        if (!name) throw new Error(`Unknown role placeholder {{${key}}}`)
        return pg.escapeIdentifier(name).slice(1, -1)
      })
      .join(', ')
  })

/** What is missing. @throws Error when a file changed after it was applied. */
const pendingOf = (all: readonly Migration[], applied: readonly AppliedMigration[], upTo: string | undefined): Migration[] => {
  const known = new Map(applied.map(({ name, sha256 }) => [name, sha256]))
  return all.filter(({ name, sha256 }) => {
    const seen = known.get(name)
    if (seen !== undefined && seen !== sha256) throw new Error(`Migration ${name} changed after it was applied.`)
    return seen === undefined && (upTo === undefined || name <= upTo)
  })
}

/** A database of the migrations before the baseline becomes one of the baseline. Comments stand with the baseline's tables. */
const adopt = async (client: pg.Client, run: (file: SqlFile) => Promise<void>, applied: readonly AppliedMigration[], baseline: string) => {
  await run(await readAdoption())
  await client.query((baseline.match(/^comment on [\s\S]*?;$/gm) ?? []).join('\n'))
  await client.query('delete from public.migrations')
  for (const migration of applied) await writeLedger(client, migration)
}

/**
 * Brings the schema up to date in one transaction: the migrations that are missing, forward only, on bare tables, then the routines when they or
 * the tables changed. `upTo` stops at a migration and leaves the routines out, since they are those of today. Returns the names of what was applied.
 * @throws BeforeBaseline
 */
export const migrate = async (ownerUrl: string, roles: RoleNames, upTo?: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const run = async ({ name, sql }: SqlFile): Promise<void> => {
    await client.query(withRoles(sql, roles)).catch((error: Error) => {
      throw new Error(`${name}: ${error.message}`, { cause: error })
    })
  }
  try {
    await client.query("select pg_advisory_lock(hashtext('portal migrations'))")
    await client.query(
      'create table if not exists public.migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const ledger = await readLedger(client)
    const applied = await inTermsOfBaseline(ledger)
    const [migrations, routines] = await Promise.all([readMigrations(), readRoutines()])
    const pending = pendingOf(migrations, applied, upTo)
    const isCurrent = upTo !== undefined || applied.find(({ name }) => name === routinesName)?.sha256 === routines.sha256
    if (applied === ledger && pending.length === 0 && isCurrent) return []
    await client.query("begin; set local lock_timeout = '10s'")
    try {
      for (const file of [routines.cleanSlate, ...routines.first]) await run(file)
      if (applied !== ledger) await adopt(client, run, applied, migrations.find(({ name }) => name === baselineName)?.sql ?? '')
      for (const migration of pending) {
        await run(migration)
        await writeLedger(client, migration)
      }
      if (upTo === undefined) {
        for (const file of routines.rest) await run(file)
        // Closed to all but those whom a file names.
        await client.query('revoke execute on all functions in schema app from public')
        await writeLedger(client, { name: routinesName, sha256: routines.sha256 })
      }
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
    return [...pending.map(({ name }) => name), ...(upTo === undefined ? [routinesName] : [])]
  } finally {
    await client.end()
  }
}
