import pg from 'pg'
import type { SecretBox } from './secret-box.ts'

/** A column that holds sealed values. `context` rebuilds, from the row's key, the context the value was sealed for. */
export interface SecretColumn {
  readonly table: string
  /** Column of type bytea. */
  readonly column: string
  /** Column that identifies the row; `id` unless told. Its text form is ordered and given to `context`. */
  readonly key?: string
  context(key: string): string
}

interface SealedRow extends pg.QueryResultRow {
  readonly key: string
  readonly sealed: Buffer
}

const quote = (name: string) => name.split('.').map(pg.escapeIdentifier).join('.')

/**
 * Seals again, with the current key, every value that a previous key sealed. Runs while the portal works: rows are locked by batches and
 * keep their meaning; a second run changes nothing. Afterwards the previous keys can leave SECRET_KEY.
 * @returns how many values were sealed again.
 */
export const rotateSecrets = async (pool: pg.Pool, box: SecretBox, columns: readonly SecretColumn[], batchSize = 500): Promise<number> => {
  let rotated = 0
  for (const { table, column, key = 'id', context } of columns) {
    const [from, sealed, id] = [quote(table), quote(column), quote(key)]
    for (let after = ''; ; ) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const { rows } = await client.query<SealedRow>(
          `select ${id}::text as key, ${sealed} as sealed from ${from}
           where ${sealed} is not null and ${id}::text > $1 order by ${id}::text limit $2 for update`,
          [after, batchSize],
        )
        for (const row of rows.filter((candidate) => box.needsRotation(candidate.sealed))) {
          const text = box.open(row.sealed, context(row.key))
          await client.query(`update ${from} set ${sealed} = $1 where ${id}::text = $2`, [box.seal(text, context(row.key)), row.key])
          rotated += 1
        }
        await client.query('commit')
        const last = rows.at(-1)
        if (!last || rows.length < batchSize) break
        after = last.key
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    }
  }
  return rotated
}
