import { writeFile } from 'node:fs/promises'
import pg from 'pg'

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
  select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as not_null,
    pg_get_expr(d.adbin, d.adrelid) as default_value, a.attgenerated as generated
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'v') and not c.relispartition order by c.relname, a.attnum`

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

const schemaOf = async (client: pg.Client, columns: readonly Column[]): Promise<string> => {
  const prefix = (await client.query('select prefix from installation')).rows[0].prefix as string
  const lines = [
    '-- The database as the migrations leave it. Written by scripts/schema.ts; roles without the prefix of the installation.',
    '',
  ]
  const list = async (sql: string) => (await client.query(sql)).rows.map((row) => row.line as string)
  const functions = await list(`select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'app' order by p.proname, pg_get_function_identity_arguments(p.oid)`)
  for (const [table, own] of Map.groupBy(columns, (column) => column.table)) {
    lines.push(`create table ${table} (`)
    lines.push(
      own
        .map((column) => {
          const value = column.generated
            ? ` generated always as (${column.default_value}) stored`
            : column.default_value
              ? ` default ${column.default_value}`
              : ''
          return `  ${column.name} ${column.type}${column.not_null ? ' not null' : ''}${value}`
        })
        .join(',\n'),
      ');',
    )
    lines.push(
      ...(await list(`select 'alter table ${table} add ' || pg_get_constraintdef(oid) || ';' as line from pg_constraint
        where conrelid = '${table}'::regclass and contype <> 'n' order by contype, conname`)),
      ...(await list(
        `select indexdef || ';' as line from pg_indexes where schemaname = 'public' and tablename = '${table}' order by indexname`,
      )),
      ...(await list(
        `select pg_get_triggerdef(oid) || ';' as line from pg_trigger where tgrelid = '${table}'::regclass and not tgisinternal order by tgname`,
      )),
      ...(await list(`select format('policy %s on %s %s for %s to %s using (%s) with check (%s);', policyname, tablename, lower(permissive), lower(cmd),
        array_to_string(roles, ', '), qual, with_check) as line from pg_policies where schemaname = 'public' and tablename = '${table}' order by policyname`)),
      ...(await list(`select format('grant %s on ${table} to %s;', string_agg(distinct lower(privilege_type), ', '), grantee) as line
        from information_schema.role_table_grants where table_schema = 'public' and table_name = '${table}' and grantee like '${prefix}\\_%' group by grantee order by grantee`)),
      ...(await list(`select format('grant %s (%s) on ${table} to %s;', lower(privilege_type), string_agg(column_name, ', ' order by column_name), grantee) as line
        from information_schema.column_privileges cp where table_schema = 'public' and table_name = '${table}' and grantee like '${prefix}\\_%'
        and not exists (select from information_schema.role_table_grants tg where tg.table_schema = 'public' and tg.table_name = cp.table_name
          and tg.grantee = cp.grantee and tg.privilege_type = cp.privilege_type) group by privilege_type, grantee order by grantee, privilege_type`)),
      '',
    )
  }
  lines.push(...functions)
  return `${lines.join('\n').replaceAll(`${prefix}_`, '')}\n`
}

/** The two generated files of a migrated database, by path. */
export const generatedFiles = async (url: string): Promise<Record<string, string>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const columns = (await client.query<Column>(columnsQuery)).rows
    return { 'server/platform/db/tables.gen.ts': typesOf(columns), 'database/schema.sql': await schemaOf(client, columns) }
  } finally {
    await client.end()
  }
}

if (import.meta.main) {
  const url = process.argv[2] ?? ''
  for (const [path, text] of Object.entries(await generatedFiles(url))) await writeFile(new URL(path, root), text)
}
