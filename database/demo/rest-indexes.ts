import pg from 'pg'

/** Takes away the indexes that only speed searches up, so that rows come in fast; the function returned builds them again, each in one go. */
export const restIndexes = async (client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> => {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any ($1::regclass[]) and not i.indisunique and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables.map((table) => pg.escapeIdentifier(table))],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return async () => {
    for (const { definition } of rows) await client.query(definition)
  }
}
