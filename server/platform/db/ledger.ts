import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type Migration, readMigrations } from './schema-files.ts'

/** What the ledger, or a backup, says of a migration. */
export type AppliedMigration = Pick<Migration, 'name' | 'sha256'>

/** Name under which the ledger keeps the checksum of the routines. */
export const routinesName = 'routines'

/** What was applied to a database that has a ledger: migrations in order, then the routines. */
export const readLedger = async (client: pg.ClientBase): Promise<AppliedMigration[]> =>
  (await client.query<AppliedMigration>('select name, sha256 from public.migrations order by name = $1, name', [routinesName])).rows

export const writeLedger = async (client: pg.ClientBase, { name, sha256 }: AppliedMigration): Promise<void> => {
  await client.query(
    'insert into public.migrations (name, sha256) values ($1, $2) on conflict (name) do update set sha256 = excluded.sha256, applied_at = default',
    [name, sha256],
  )
}

/** The migrations that the baseline replaced: what their names and checksums add up to, and the last commit that had them. */
const replaced = { count: 33, sha256: '67d502d87a9fb5920615382eadf3ce4671ade3fe65e9be8e0c2a708859b45917', commit: '9f7044d' }

const isReplaced = ({ name }: AppliedMigration): boolean => /^00([0-2]\d|3[0-3])_\w+\.sql$/.test(name)

/** Rows of a version before the baseline that stops before the last of its migrations. */
export class BeforeBaseline extends Error {
  readonly commit = replaced.commit

  constructor(count: number) {
    super(
      `The database comes from an earlier version (${count} of its ${replaced.count} migrations): start it once with commit ${replaced.commit}, then with this version`,
    )
  }
}

/**
 * What was applied, in the terms of this version: the 33 migrations of before are the baseline.
 * @throws BeforeBaseline when some of them are missing.
 */
export const inTermsOfBaseline = async (applied: readonly AppliedMigration[]): Promise<readonly AppliedMigration[]> => {
  const old = applied.filter(isReplaced)
  if (old.length === 0) return applied
  const sum = createHash('sha256')
    .update(old.map(({ name, sha256 }) => `${name} ${sha256}`).join('\n'))
    .digest('hex')
  if (sum !== replaced.sha256) throw new BeforeBaseline(old.length)
  const [baseline] = await readMigrations()
  return [...(baseline ? [baseline] : []), ...applied.filter((migration) => !isReplaced(migration))]
}
