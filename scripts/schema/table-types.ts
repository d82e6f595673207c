import type pg from 'pg'
import { columnTypes, type DeclaredType } from './column-types.ts'

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
  readonly table: string
  readonly name: string
  readonly type: string
  readonly not_null: boolean
  readonly default_value: string | null
  readonly generated: string
  /** Checks of the column alone, or of its domain. */
  readonly checks: readonly string[]
}

const columnsQuery = `
  select c.relname as table, a.attname as name, format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), null) as type, a.attnotnull as not_null,
    pg_get_expr(d.adbin, d.adrelid) as default_value, a.attgenerated as generated,
    array(select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.contypid = t.oid or (k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum])) as checks
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by c.relname, a.attnum`

const pascal = (name: string) => name.replaceAll(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())

/** `value = ANY (ARRAY['a'::text, …])`, and `<@` for a column of several values. */
const listed = /(=\s*ANY|<@) \(?ARRAY\[('[^\]]*)\]/

/** The values that the checks of a column list, as a union. */
const unionOf = ({ checks, type }: Column): string | null => {
  if (type !== 'text' && type !== 'text[]') return null
  for (const check of checks) {
    const [, operator, list = ''] = listed.exec(check) ?? []
    const union = [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, value = '']) => JSON.stringify(value).replaceAll('"', "'")).join(' | ')
    if (operator === '<@') return `(${union})[]`
    if (operator !== undefined) return union
  }
  return null
}

const baseOf = (column: Column, declared: DeclaredType | undefined): string => {
  const base = unionOf(column) ?? tsTypes[column.type]
  if (!base) throw new Error(`No TypeScript type for ${column.type} (${column.table}.${column.name})`)
  return base !== 'Json' && declared ? declared.type : base
}

/** Dates and JSON are written as other types than they are read, which Kysely's own `Generated` cannot say. */
const twoWay: Readonly<Record<string, readonly [string, string]>> = {
  Timestamp: ['Date', 'Date | string'],
  Json: ['unknown', 'string | null'],
}

const typeOf = (column: Column): string => {
  const { not_null, default_value, generated } = column
  const declared = columnTypes[`${column.table}.${column.name}`]
  const base = baseOf(column, declared)
  const nil = not_null ? '' : ' | null'
  const ways = twoWay[base]
  if (!ways) {
    const type = `${base}${nil}`
    return generated ? `GeneratedAlways<${type}>` : default_value !== null ? `Generated<${type}>` : type
  }
  const [read, write] =
    base === 'Json' && declared
      ? [`${declared.type}${nil}`, `string${nil}`]
      : [base === 'Json' ? ways[0] : `${ways[0]}${nil}`, `${ways[1]}${nil}`]
  const optional = default_value !== null || !not_null ? ' | undefined' : ''
  return `ColumnType<${read}, ${write}${optional}, ${write}>`
}

const importsOf = (columns: readonly Column[]): string[] => {
  const known = new Set(columns.map(({ table, name }) => `${table}.${name}`))
  const names = new Map<string, Set<string>>()
  for (const [column, { from = {} }] of Object.entries(columnTypes)) {
    if (!known.has(column)) throw new Error(`No column ${column}: take it out of column-types.ts`)
    for (const [name, path] of Object.entries(from)) names.set(path, (names.get(path) ?? new Set()).add(name))
  }
  return [...names].sort().map(([path, types]) => `import type { ${[...types].sort().join(', ')} } from '${path}'`)
}

/** The text of tables.gen.ts: types of every table for the query compiler. */
export const tableTypes = async (client: pg.Client): Promise<string> => {
  const columns = (await client.query<Column>(columnsQuery)).rows
  const tables = Map.groupBy(columns, (column) => column.table)
  const lines = [
    '// Written by scripts/schema.ts from the migrated database.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
    ...importsOf(columns),
    '',
  ]
  for (const [table, list] of tables)
    lines.push(`export interface ${pascal(table)}Table {`, ...list.map((column) => `  ${column.name}: ${typeOf(column)}`), '}', '')
  lines.push('export interface Tables {', ...[...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`), '}', '')
  return lines.join('\n')
}
