import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Page } from '#api/list'
import { fieldProblem } from '../problem.ts'

/** Columns by which a list may be sorted: key of the API → SQL expression that is never null (wrap in coalesce). */
export type Sorts = Readonly<Record<string, RawBuilder<unknown>>>

export interface KeysetOptions {
  readonly sorts: Sorts
  /** The unique column that settles ties. */
  readonly tie: RawBuilder<unknown>
  /** `key` or `-key` for descending. */
  readonly sort: string | undefined
  readonly defaultSort: string
  readonly cursor: string | undefined
  readonly limit: number
}

interface Cursor {
  readonly sort: string
  readonly backwards: boolean
  readonly value: unknown
  readonly tie: string
}

const encode = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.sort, cursor.backwards ? 1 : 0, cursor.value, cursor.tie])).toString('base64url')

const decode = (text: string): Cursor => {
  try {
    const [sort, backwards, value, tie] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    const plain = value === null || ['string', 'number', 'boolean'].includes(typeof value)
    if (typeof sort !== 'string' || typeof tie !== 'string' || !plain || JSON.stringify([value, tie]).includes('\\u0000')) throw new Error()
    return { sort, backwards: backwards === 1, value, tie }
  } catch {
    throw fieldProblem('cursor', 'cursor_invalid')
  }
}

/** The sort that a cursor carries. @throws Problem validation_failed when it is no cursor. */
export const sortOfCursor = (cursor: string): string => decode(cursor).sort

export interface SortedRow {
  readonly sort_value: unknown
  readonly sort_tie: string
}

/**
 * Pages a list by key, in both directions: no offset, so page 2,000 costs what page 1 does. Adds `sort_value` and `sort_tie` to the rows;
 * `page` then turns the rows read (one more than the page) into the page of api/.
 */
export const keyset = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>, options: KeysetOptions) => {
  const cursor = options.cursor === undefined ? undefined : decode(options.cursor)
  const sort = cursor?.sort ?? options.sort ?? options.defaultSort
  const descending = sort.startsWith('-')
  const key = descending ? sort.slice(1) : sort
  const expression = Object.hasOwn(options.sorts, key) ? options.sorts[key] : undefined
  if (!expression) throw fieldProblem(cursor ? 'cursor' : 'sort', cursor ? 'cursor_invalid' : 'sort_unknown')
  const { limit } = options
  const backwards = cursor?.backwards ?? false
  const direction = descending !== backwards ? 'desc' : 'asc'
  const beyond = descending !== backwards ? sql`<` : sql`>`

  let paged = query.select([expression.as('sort_value'), sql<string>`${options.tie}::text`.as('sort_tie')])
  if (cursor) paged = paged.where(sql<boolean>`(${expression}, ${options.tie}) ${beyond} (${cursor.value}, ${cursor.tie})`)
  paged = paged
    .orderBy(expression, direction)
    .orderBy(options.tie, direction)
    .limit(limit + 1)

  const page = <Row extends object, Item>(rows: readonly Row[], present: (row: Row) => Item, total: number | null = null): Page<Item> => {
    const more = rows.length > limit
    const kept = more ? rows.slice(0, limit) : [...rows]
    if (backwards) kept.reverse()
    const mark = (row: Row | undefined, back: boolean): string | null => {
      if (!row) return null
      const { sort_value: value, sort_tie: tie } = row as unknown as SortedRow
      return encode({ sort, backwards: back, value: value instanceof Date ? value.toISOString() : value, tie })
    }
    const hasNext = backwards ? true : more
    const hasPrevious = backwards ? more : cursor !== undefined
    return {
      items: kept.map(present),
      next: hasNext ? mark(kept.at(-1), false) : null,
      previous: hasPrevious ? mark(kept[0], true) : null,
      total,
    }
  }
  return { query: paged, page }
}
