import * as z from 'zod/mini'
import { about } from './about.ts'
import { count } from './atoms.ts'
import { type Endpoint, endpoint, type QueryInput, type QueryOf, type ResponseOf } from './endpoint.ts'
import { languageSchema } from './languages.ts'
import type { Topic } from './topics.ts'

const freeText = z.string().check(z.maxLength(200, 'too_long'))
about(freeText, 'Words to be found, without accents or case.', { examples: ['fibre bordeaux'] })
const cursor = z.string().check(z.maxLength(1024, 'too_long'))
about(cursor, '`next` or `previous` of the page before or after; it goes with the same filters and sort.', {
  examples: ['WyJPQzQwNDgyIl0'],
})

/** Rows of a page unless told. */
export const pageSize = 50
const rows = z.coerce.number<number | string>('invalid').check(z.int('invalid'), z.gte(1, 'invalid'), z.lte(200, 'invalid'))
about(rows, `Rows of a page; ${pageSize} unless told.`, { examples: [pageSize] })

/** Of every list: `cursor` is opaque (keyset, it carries its direction and its sort); `q` is the free-text filter. */
export const pageQuery = { q: z.optional(freeText), cursor: z.optional(cursor), limit: z.optional(rows) }

/** What a page of rows is made of: the cursors around it, and the total where counting is cheap (else null). */
export const pageFields = <T extends z.core.$ZodType>(item: T) => ({
  items: z.array(item),
  next: z.nullable(cursor),
  previous: z.nullable(cursor),
  total: z.nullable(count),
})

export const pageOf = <T extends z.core.$ZodType>(item: T) => z.object(pageFields(item))

export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
  readonly previous: string | null
  readonly total: number | null
}

type Schema = z.core.$ZodType
type Shape = Readonly<Record<string, Schema>>

/** Counting stops there: above it a list says « more than » and has no total. */
export const countedAtMost = 1000

/** `key`, or `-key` for descending. */
export type SortOf<S extends string> = S | `-${S}`
type SortSchema<S extends string> = z.ZodMiniOptional<z.ZodMiniEnum<{ [K in SortOf<S>]: K }>>
type Optional<F extends Shape> = { [K in keyof F]: z.ZodMiniOptional<F[K]> }

type Asked<F extends Shape, S extends string> = { q: typeof pageQuery.q; sort: SortSchema<S> } & Optional<F>
type Query<F extends Shape, S extends string> = z.ZodMiniObject<
  Asked<F, S> & { cursor: typeof pageQuery.cursor; limit: typeof pageQuery.limit },
  z.core.$strict
>
type ExportQuery<F extends Shape, S extends string> = z.ZodMiniObject<
  Asked<F, S> & { language: z.ZodMiniOptional<typeof languageSchema> },
  z.core.$strict
>
type PageOf<R extends Schema, X extends Shape> = z.ZodMiniObject<
  {
    items: z.ZodMiniArray<R>
    next: z.ZodMiniNullable<z.ZodMiniString>
    previous: z.ZodMiniNullable<z.ZodMiniString>
    total: z.ZodMiniNullable<z.ZodMiniNumber>
  } & X,
  z.core.$strip
>

/** The formats that any list is exported in. */
export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]
const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

interface ListFacts<F extends Shape, S extends string, R extends Schema> {
  /** Names the list wherever something of it is kept: saved views, columns, acts under way. */
  readonly screen: string
  /** What it is filtered by: name in the address and in the query → its values. */
  readonly filters: F
  /** Columns that it is sorted by. */
  readonly sorts: readonly S[]
  readonly defaultSort: SortOf<S>
  readonly row: R
}

export interface ListEndpoint<
  P extends Schema = Schema,
  F extends Shape = Shape,
  S extends string = string,
  R extends Schema = Schema,
  X extends Shape = Shape,
> extends Endpoint<P, Query<F, S>, z.core.$ZodUndefined, PageOf<R, X>> {
  readonly topic: Topic
  readonly list: ListFacts<F, S, R>
  /** The whole filtered and sorted list as a file, under the same right. */
  readonly exports: Readonly<Record<ExportFormat, Endpoint<P, ExportQuery<F, S>, z.core.$ZodUndefined, z.core.$ZodUndefined>>>
}

type Declaration<P extends Schema, F extends Shape, S extends string, R extends Schema, X extends Shape> = Omit<
  Endpoint<P>,
  | 'method'
  | 'query'
  | 'body'
  | 'response'
  | 'status'
  | 'produces'
  | 'consumes'
  | 'bodyLimit'
  | 'stepUp'
  | 'idempotent'
  | 'topic'
  | 'touches'
  | 'answers'
> &
  ListFacts<F, S, R> & {
    readonly topic: Topic
    /** What the answer says beside its page: abilities, counts. */
    readonly beside?: X
  }

/**
 * Declares a list once: its query (`q`, `sort`, `cursor`, `limit`, its filters), the answer (a page of rows, the cursors around it, the total
 * where counting is cheap), and its export as CSV and XLSX. The server adds where the rows come from (`listRoutes`), the site its columns and
 * labels (`DataList`); the address, saved views and acts on many rows read the same declaration.
 */
export const listEndpoint = <
  P extends Schema = z.core.$ZodUndefined,
  const F extends Shape = Shape,
  const S extends string = string,
  R extends Schema = Schema,
  const X extends Shape = Record<never, never>,
>(
  declaration: Declaration<P, F, S, R, X>,
): ListEndpoint<P, F, S, R, X> => {
  const { screen, filters, sorts, defaultSort, row, beside, topic, ...rest } = declaration
  const asked = {
    q: pageQuery.q,
    sort: z.optional(z.enum(sorts.flatMap((key) => [key, `-${key}`]) as [string, ...string[]], { error: 'sort_unknown' })),
    ...Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, z.optional(filter as z.core.SomeType)])),
  }
  const exportAs = (format: ExportFormat) =>
    endpoint({
      ...rest,
      method: 'GET',
      path: `${rest.path}.${format}`,
      summary: `The whole filtered and sorted list as ${format.toUpperCase()}, written as it is read: ${rest.summary}`,
      query: z.strictObject({ ...asked, language: z.optional(languageSchema) }),
      produces: mediaTypes[format],
    })
  return {
    ...endpoint({
      ...rest,
      topic,
      method: 'GET',
      query: z.strictObject({ ...asked, cursor: pageQuery.cursor, limit: pageQuery.limit }),
      response: z.object({ ...pageFields(row as Schema), ...(beside as Record<string, Schema> | undefined) }),
    }),
    list: { screen, filters, sorts, defaultSort, row },
    exports: { csv: exportAs('csv'), xlsx: exportAs('xlsx') },
  } as unknown as ListEndpoint<P, F, S, R, X>
}

/** A row of a list, as its answer has it. */
export type ItemOf<E> = ResponseOf<E> extends { items: readonly (infer I)[] } ? I : never
/** What a list is filtered by, parsed: free text and its own filters. */
export type FiltersOf<E> = Omit<QueryOf<E>, 'sort' | 'cursor' | 'limit'>
/** What the address of a list's page holds. */
export type SearchOf<E> = Omit<QueryInput<E>, 'limit'>
/** Keys that a list is sorted by. */
export type SortKeyOf<E> = E extends { list: { sorts: readonly (infer S extends string)[] } } ? S : never
