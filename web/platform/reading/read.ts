import { hashKey, type keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { BodyInput, ParamsInput, QueryInput, Reading, ResponseOf } from '#api/endpoint'
import type { Topic } from '#api/topics'
import { type CallOptions, call, type Part, type PathParams } from '../call.ts'
import { keyOf, type ReadKey, type Sent } from './reread.ts'

/** What a reading sends, as its endpoint declares it. */
export type ReadArgs<E> = Part<'params', PathParams<ParamsInput<E>>> & Part<'query', QueryInput<E>> & Part<'body', BodyInput<E>>
type Given<E> = ReadArgs<E> & Pick<CallOptions<E>, 'silent'>
type Optional<T> = Record<string, never> extends T ? [args?: T] : [args: T]

const isList = ({ query }: Reading): boolean => query !== undefined && 'shape' in query && 'cursor' in (query.shape as object)
const listOf = ([, path, { params }]: ReadKey): string => hashKey([path, params])

/** While a list is read with other filters or another page, its rows stay on screen; another company's never do. */
const keepRows = (key: ReadKey) =>
  ((rows: unknown, before?: { readonly queryKey: ReadKey }) =>
    before && listOf(before.queryKey) === listOf(key) ? rows : undefined) as typeof keepPreviousData

/** Options of the query that reads an endpoint; whatever else a query may be told is spread over them: `{ ...read(…), staleTime }`. */
export const read = <E extends Reading>(endpoint: E, ...[args]: Optional<Given<E>>) => {
  const { silent, ...sent } = (args ?? {}) as Given<Reading>
  const queryKey = keyOf(endpoint, sent as Sent)
  return queryOptions({
    queryKey,
    queryFn: ({ signal }): Promise<ResponseOf<E>> => call(endpoint, { ...sent, ...(silent ? { silent } : {}), signal } as CallOptions<E>),
    ...(isList(endpoint) ? { placeholderData: keepRows(queryKey) } : {}),
  })
}

/** Options of a query that puts several readings together under a name: read again with its topic. */
export const gather = <T>(
  topic: Topic,
  name: string,
  sent: Readonly<Record<string, unknown>>,
  queryFn: (signal: AbortSignal) => Promise<T>,
) => queryOptions({ queryKey: [topic, name, { query: sent }] as ReadKey, queryFn: ({ signal }) => queryFn(signal) })
