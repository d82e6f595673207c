import { writeFile } from 'node:fs/promises'
import pg from 'pg'
import { schemaText } from './schema/schema-text.ts'
import { tableTypes } from './schema/table-types.ts'

/**
 * Writes database/schema.sql (reviewed like code) and server/platform/db/tables.gen.ts (types of the query compiler) from a migrated database.
 * Usage: node scripts/schema.ts postgres://…
 */
const root = new URL('../', import.meta.url)

/** The two generated files of a migrated database, by path. */
export const generatedFiles = async (url: string): Promise<Record<string, string>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return { 'server/platform/db/tables.gen.ts': await tableTypes(client), 'database/schema.sql': await schemaText(client) }
  } finally {
    await client.end()
  }
}

if (import.meta.main) {
  const url = process.argv[2] ?? ''
  for (const [path, text] of Object.entries(await generatedFiles(url))) await writeFile(new URL(path, root), text)
}
