import { writeFile } from 'node:fs/promises'
import pg from 'pg'
import { schemaText } from './schema/schema-text.ts'

/**
 * Writes database/schema.sql (reviewed like code) and server/platform/db/tables.gen.ts (types of the query compiler) from a migrated database.
 * Usage: node scripts/schema.ts postgres://… [--check]
 */
const root = new URL('../', import.meta.url)

const tsTypes: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  boolean: 'boolean',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  numeric: 'string',
  date: 'string',
  'timestamp with time zone': 'Timestamp',
  bytea: 'Buffer',
  jsonb: 'Json',
  json: 'Json',
  'text[]': 'string[]',
  'timestamp with time zone[]': 'Date[]',
  'uuid[]': 'string[]',
  'bigint[]': 'number[]',
  'integer[]': 'number[]',
}

interface Column {
  table: string
  name: string
  type: string
  not_null: boolean
  default_value: string | null
  generated: string
}

const columnsQuery = `
  select c.relname as table, a.attname as name, format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), null) as type, a.attnotnull as not_null,
    pg_get_expr(d.adbin, d.adrelid) as default_value, a.attgenerated as generated
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by c.relname, a.attnum`

const pascal = (name: string) => name.replaceAll(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())

/** Dates and JSON are written as other types than they are read, which Kysely's own `Generated` cannot say. */
const twoWay: Readonly<Record<string, readonly [string, string]>> = {
  Timestamp: ['Date', 'Date | string'],
  Json: ['unknown', 'string | null'],
}

const typeOf = ({ not_null, default_value, generated }: Column, base: string): string => {
  const nil = not_null ? '' : ' | null'
  const ways = twoWay[base]
  if (!ways) {
    const type = `${base}${nil}`
    return generated ? `GeneratedAlways<${type}>` : default_value !== null ? `Generated<${type}>` : type
  }
  const [read, write] = ways
  const optional = default_value !== null || !not_null ? ' | undefined' : ''
  return `ColumnType<${read}${base === 'Json' ? '' : nil}, ${write}${nil}${optional}, ${write}${nil}>`
}

const typesOf = (columns: readonly Column[]): string => {
  const tables = Map.groupBy(columns, (column) => column.table)
  const lines = [
    '// Written by scripts/schema.ts from the migrated database.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
    '',
  ]
  for (const [table, list] of tables) {
    lines.push(`export interface ${pascal(table)}Table {`)
    for (const column of list) {
      const base = tsTypes[column.type]
      if (!base) throw new Error(`No TypeScript type for ${column.type} (${table}.${column.name})`)
      lines.push(`  ${column.name}: ${typeOf(column, base)}`)
    }
    lines.push('}', '')
  }
  lines.push('export interface Tables {', ...[...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`), '}', '')
  return lines.join('\n')
}

/** The two generated files of a migrated database, by path. */
export const generatedFiles = async (url: string): Promise<Record<string, string>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const columns = (await client.query<Column>(columnsQuery)).rows
    return { 'server/platform/db/tables.gen.ts': typesOf(columns), 'database/schema.sql': await schemaText(client) }
  } finally {
    await client.end()
  }
}

if (import.meta.main) {
  const url = process.argv[2] ?? ''
  for (const [path, text] of Object.entries(await generatedFiles(url))) await writeFile(new URL(path, root), text)
}
