import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { RoleNames } from './roles.ts'

const folder = new URL('../../../database/migrations/', import.meta.url)

/** Names of the migrations, in order. */
export const migrationNames = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()

const contentOf = (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8')
const sumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')

export interface Migration {
  readonly name: string
  readonly sha256: string
}

/** The migrations of this version, in order, with what tells that one changed. */
export const listMigrations = async (): Promise<Migration[]> =>
  Promise.all((await migrationNames()).map(async (name) => ({ name, sha256: sumOf(await contentOf(name)) })))

const withRoles = (sql: string, roles: RoleNames): string =>
  sql.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const name = (roles as unknown as Readonly<Record<string, string>>)[key]
    if (!name) throw new Error(`Unknown role placeholder {{${key}}}`)
    return pg.escapeIdentifier(name).slice(1, -1)
  })

/** Applies what is missing, forward only, each file in a transaction of its own. Refuses a file that changed after it was applied. Returns the names applied. */
export const migrate = async (ownerUrl: string, roles: RoleNames, upTo?: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query("select pg_advisory_lock(hashtext('portal migrations'))")
    await client.query(
      'create table if not exists public.migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const known = new Map((await client.query('select name, sha256 from public.migrations')).rows.map((row) => [row.name, row.sha256]))
    for (const name of await migrationNames()) {
      if (upTo && name > upTo) break
      const sql = await contentOf(name)
      const sha256 = sumOf(sql)
      const seen = known.get(name)
      if (seen === sha256) continue
      if (seen) throw new Error(`Migration ${name} changed after it was applied.`)
      await client.query('begin')
      try {
        await client.query("set local lock_timeout = '10s'")
        await client.query(withRoles(sql, roles))
        await client.query('insert into public.migrations (name, sha256) values ($1, $2)', [name, sha256])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${name}: ${(error as Error).message}`, { cause: error })
      }
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}
