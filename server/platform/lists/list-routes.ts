import { type SelectQueryBuilder, sql } from 'kysely'
import type { Endpoint, ParamsOf, ResponseInput } from '#api/endpoint'
import type { Words } from '#api/languages'
import {
  countedAtMost,
  type ExportFormat,
  exportFormats,
  type FiltersOf,
  type ItemOf,
  type ListEndpoint,
  type Page,
  pageSize,
} from '#api/list'
import type { Universe } from '#api/universes'
import { dayOf } from '../clock.ts'
import type { Context, Scope } from '../context.ts'
import { db, type Query } from '../db/query.ts'
import { type AnswersTo, first, type Questions } from '../db/questions.ts'
import { type Route, route } from '../http/route.ts'
import type { ExportColumn } from './export-columns.ts'
import { exportFile } from './export-file.ts'

// biome-ignore lint/suspicious/noExplicitAny: the parts of a declaration vary in everything.
type AnyList = ListEndpoint<any, any, any, any, any>

/** Which list is asked for, by whom, when. */
export interface ListPlace<E> {
  readonly universe: Universe
  readonly params: ParamsOf<E>
  readonly filters: FiltersOf<E>
  readonly now: Date
}

/** In which order, from where, how many. */
export interface ListOrder {
  readonly sort: string | undefined
  readonly defaultSort: string
  readonly cursor: string | undefined
  readonly limit: number
}

/** A page's query, and how its rows become the page: what `keyset` makes. */
export interface Paged<Row> {
  readonly query: Query<Row>
  readonly page: <R extends object, Item>(rows: readonly R[], present: (row: R) => Item, total?: number | null) => Page<Item>
}

type Beside<E> = Omit<ResponseInput<E>, keyof Page<unknown>>

type Nothing = Readonly<Record<never, never>>

/** What the server adds to the declaration of a list. */
export interface ListSource<E extends AnyList, Row extends object, Also extends Questions> {
  /** The rows that the filters keep, in order, one page of them. */
  readonly page: (place: ListPlace<E>, order: ListOrder) => Paged<Row>
  /** The same rows to be counted, where that is cheap: up to a thousand. */
  readonly counted?: (place: ListPlace<E>) => Query<{ total: number }> | null
  /** Read in the same round trip, by name. */
  readonly also?: (place: ListPlace<E>) => Also
  /** Judges (a company that is not there, a right that is not enough: throws) and says what stands beside the page. */
  readonly beside?: (scope: Scope, also: AnswersTo<Also>, place: ListPlace<E>) => Beside<E>
  /** Row → JSON. */
  readonly present: (scope: Scope, place: ListPlace<E>) => (row: Row) => ItemOf<E>
  readonly file: {
    /** Without its day and ending: « offres-contractees ». */
    readonly name: Words
    readonly columns: (place: ListPlace<E>, also: AnswersTo<Also>) => readonly ExportColumn<ItemOf<E>>[]
  }
}

/** A source that is used more than once: by the list's routes, and by the acts on many of its rows. */
export const listSource = <E extends AnyList, Row extends object, Also extends Questions = Nothing>(
  _endpoint: E,
  source: ListSource<E, Row, Also>,
): ListSource<E, Row, Also> => source

/** How many rows match, a thousand and one at most: beyond, a partner's or the carrier's list would be read as a whole at each page. */
export const countUpTo = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>): Query<{ total: number }> =>
  db
    .selectFrom(
      query
        .clearSelect()
        .select(sql`1`.as('one'))
        .limit(countedAtMost + 1)
        .as('some'),
    )
    .select(sql<number>`count(*)::int`.as('total'))

const exportedAtOnce = 2000

interface Read<E, Also extends Questions> {
  readonly scope: Scope
  readonly page: Page<ItemOf<E>>
  readonly beside: Beside<E>
  readonly also: AnswersTo<Also>
}

const reader =
  <E extends AnyList, Row extends object, Also extends Questions>(endpoint: E, source: ListSource<E, Row, Also>) =>
  async (ctx: Context, place: ListPlace<E>, asked: Omit<ListOrder, 'defaultSort'>, counts: boolean): Promise<Read<E, Also>> => {
    const { query, page } = source.page(place, { ...asked, defaultSort: endpoint.list.defaultSort })
    const counted = (counts && source.counted?.(place)) || null
    const { scope, rows, count, ...others } = await ctx.read({ ...source.also?.(place), rows: query, count: counted && first(counted) })
    const also = others as AnswersTo<Also>
    const total = counted && (count?.total ?? 0)
    const beside = (source.beside?.(scope, also, place) ?? {}) as Beside<E>
    return { scope, page: page(rows, source.present(scope, place), total === null || total > countedAtMost ? null : total), beside, also }
  }

/**
 * The routes of a list: its pages, and its exports. An export is written page after page by key: each enters the database again under the caller's
 * right, so that no transaction stays open however slowly it is read, and it stops if the right is withdrawn.
 */
export const listRoutes = <E extends AnyList, Row extends object, Also extends Questions = Nothing>(
  endpoint: E,
  source: ListSource<E, Row, Also>,
): Route[] => {
  const read = reader(endpoint, source)
  const pages = async function* (ctx: Context, place: ListPlace<E>, sort: string | undefined) {
    let cursor: string | undefined
    do {
      const answer = await read(ctx, place, { sort, cursor, limit: exportedAtOnce }, false)
      yield answer
      cursor = answer.page.next ?? undefined
    } while (cursor)
  }
  const placeOf = (ctx: Context, params: unknown, filters: unknown): ListPlace<E> => ({
    universe: ctx.universe,
    params: params as ParamsOf<E>,
    filters: filters as FiltersOf<E>,
    now: ctx.request.now,
  })
  const download = (format: ExportFormat): Route =>
    route(endpoint.exports[format] as Endpoint, async (ctx, { params, query }, reply) => {
      const { sort, language, ...filters } = query as { sort?: string; language?: 'fr' | 'en' }
      const place = placeOf(ctx, params, filters)
      const lines = pages(ctx, place, sort)
      // The first page is read before anything is sent, so that a refusal is a problem and not a broken file.
      const head = await lines.next()
      if (head.done) return
      const batches = async function* () {
        yield head.value.page.items
        for await (const { page } of lines) yield page.items
      }
      const file = exportFile({
        format,
        language: language ?? head.value.scope.language,
        columns: source.file.columns(place, head.value.also),
        batches: batches(),
        name: source.file.name,
        day: dayOf(ctx.request.now),
      })
      reply.file(file.content, file.name)
    })
  return [
    route(endpoint as Endpoint, async (ctx, { params, query }) => {
      const { sort, cursor, limit, ...filters } = query as { sort?: string; cursor?: string; limit?: number }
      const { page, beside } = await read(ctx, placeOf(ctx, params, filters), { sort, cursor, limit: limit ?? pageSize }, true)
      return { ...page, ...beside } as never
    }),
    ...exportFormats.map(download),
  ]
}
