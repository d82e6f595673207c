import { hashKey, type Query, type QueryClient } from '@tanstack/react-query'
import type { Endpoint, Reading } from '#api/endpoint'
import { type Topic, topics } from '#api/topics'
import { isProblem } from '../problem.ts'
import { queryClient } from '../query-client.ts'

type Values = Readonly<Record<string, unknown>>

/** What a reading sends. */
export interface Sent {
  readonly params?: Values | undefined
  readonly query?: Values | undefined
  readonly body?: unknown
}

/** Every query of the site is known by its topic, by what it reads (a path of the API), and by what it sends. */
export type ReadKey = readonly [topic: Topic, what: string, sent: Sent]

interface ShowsOthers extends Record<string, unknown> {
  readonly others: (data: unknown) => readonly string[]
}

declare module '@tanstack/react-query' {
  interface Register {
    queryKey: ReadKey
    queryMeta: Partial<ShowsOthers>
  }
}

/** A part without any value is the same as none. */
const told = (part: Values | undefined): Values | undefined =>
  part && Object.values(part).some((value) => value !== undefined) ? part : undefined

export const keyOf = ({ topic, path }: Pick<Reading, 'topic' | 'path'>, { params, query, body }: Sent = {}): ReadKey => [
  topic,
  path,
  { params: told(params), query: told(query), body },
]

/**
 * Meta of a query of one object that shows other ones of its topic too: their events are its own. Told from what the person was given to
 * read, so that no event has to name an object to somebody who may not see it.
 */
export const showsOthers = <Data>(others: (data: Data) => readonly string[]): ShowsOthers => ({
  others: (data) => (data === undefined ? [] : others(data as Data)),
})

/** With ids, a query that names one object of its topic is left alone unless it is one of them, or shows one of them. */
const isAbout = ({ queryKey, meta, state }: Query, ids: readonly string[]): boolean => {
  if (ids.length === 0) return true
  const [topic, , sent] = queryKey as ReadKey
  const name = topics[topic]
  const object = name ? sent?.params?.[name] : undefined
  if (typeof object !== 'string' || ids.includes(object)) return true
  return meta?.others?.(state.data).some((other) => ids.includes(other)) ?? false
}

/** What waits for the person is counted from every topic. */
const counted: Topic = 'home'

/**
 * Reads again what is on screen of some topics, and the rest once it is on screen again. Resolves when the screen shows what was read, or that
 * it could not be read.
 */
export const reread = (
  changed: readonly string[],
  ids: readonly string[] = [],
  client: QueryClient = queryClient,
  kept?: string,
): Promise<void> =>
  client.invalidateQueries({
    predicate: (query) => {
      const [topic] = query.queryKey as ReadKey
      return query.queryHash !== kept && (topic === counted || changed.includes(topic)) && isAbout(query, ids)
    },
  })

const named = (path: string, params: Values): Values =>
  Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, params[name]]))

/** After an act: keeps what it answered where that is what a page reads, and reads again the rest of what it touches. */
export const followAct = async (endpoint: Endpoint, params: Values = {}, answer: unknown): Promise<void> => {
  const { answers, touches = [], right, personal } = endpoint
  const key = answers ? keyOf(answers, { params: named(answers.path, params) }) : null
  if (key) {
    await queryClient.cancelQueries({ queryKey: key, exact: true })
    queryClient.setQueryData(key, answer)
  }
  const changed: readonly Topic[] = typeof right === 'object' && !personal ? [...touches, 'activity'] : touches
  if (changed.length > 0) await reread(changed, [], queryClient, key ? hashKey(key) : undefined)
}

/** An act may be refused because things are no longer as shown: what it would have touched is read again, then the problem is told. */
export const followRefusal = async ({ touches = [], answers }: Endpoint, problem: unknown): Promise<void> => {
  const changed = answers ? [...touches, answers.topic] : touches
  if (isProblem(problem) && (problem.status === 404 || problem.status === 409) && changed.length > 0) await reread(changed)
}
