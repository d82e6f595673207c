import type { BodyInput, Endpoint, ParamsInput, QueryInput, ResponseOf } from '#api/endpoint'
import type { Universe } from '#api/universes'
import { passGate } from './gate.ts'
import { isProblem, Problem, problemFrom } from './problem.ts'
import { followAct, followRefusal } from './reading/reread.ts'

export type Part<K extends string, V> = [V] extends [undefined]
  ? { readonly [k in K]?: undefined }
  : Record<string, never> extends V
    ? { readonly [k in K]?: V }
    : { readonly [k in K]: V }

/** The declaration leaves the universe to the path: it stands beside the endpoint's own parameters. */
export type PathParams<V> = ([V] extends [undefined] ? unknown : V) & { readonly universe?: Universe }

/** What a call needs, read from the endpoint's declaration: `params`, `query` and `body` are required where the contract has them. */
export type CallOptions<E> = Part<'params', PathParams<ParamsInput<E>>> &
  Part<'query', QueryInput<E>> &
  Part<'body', BodyInput<E>> & {
    /** See `newIdempotencyKey`: the same key for every attempt of one act. */
    readonly idempotencyKey?: string
    readonly signal?: AbortSignal
    /** Problems that the caller handles itself: no dialog opens for them. */
    readonly silent?: boolean
    /** Where an act leads, when it ends what is on screen: nothing is read again before. */
    readonly leave?: () => Promise<unknown>
  }

type Scalars = Readonly<Record<string, unknown>>

/** URL of an endpoint, for links and downloads: parameters are escaped, empty query fields are left out, arrays repeat their key. */
export const urlOf = (endpoint: Pick<Endpoint, 'path'>, params: Scalars = {}, query: Scalars = {}): string => {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

const send = async (
  endpoint: Endpoint,
  url: string,
  options: { body?: unknown; idempotencyKey?: string; signal?: AbortSignal },
): Promise<unknown> => {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  let response: Response
  try {
    response = await fetch(url, {
      method: endpoint.method,
      headers,
      credentials: 'same-origin',
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ?? null,
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new Problem({ code: 'network', status: 0 })
  }
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body: unknown = isJson ? await response.json().catch(() => undefined) : undefined
  if (!response.ok) throw problemFrom(response.status, body, response.headers.get('x-request-id'))
  return body
}

/** Milliseconds after which an act that got no answer is sent again: a connection that changes, a server that restarts. */
const patience = [400, 1600]

/** Sends an act again while its answer gets lost. Only for acts that have one effect however often they are sent. */
const untilAnswered = async <T>(act: () => Promise<T>): Promise<T> => {
  for (const wait of patience)
    try {
      return await act()
    } catch (error) {
      if (!isProblem(error, 'network')) throw error
      await new Promise((done) => setTimeout(done, wait))
    }
  return act()
}

/** Runs an act again after the person signed in anew or confirmed their identity; any other problem passes through. */
export const throughGates = async <T>(act: () => Promise<T>): Promise<T> => {
  const attempt = async (left: number): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      if (left === 0 || !isProblem(error)) throw error
      if (error.code === 'unauthenticated') await passGate('signIn', error)
      else if (error.code === 'step_up_required') await passGate('stepUp', error)
      else throw error
      return attempt(left - 1)
    }
  }
  return attempt(2)
}

/** Does an act, then reads again what it touches: once this resolves, the screen shows what was done. Readings pass through. */
export const withReread = async <E extends Endpoint>(
  endpoint: E,
  params: Scalars | undefined,
  act: () => Promise<unknown>,
  leave?: () => Promise<unknown>,
): Promise<ResponseOf<E>> => {
  try {
    const answer = await act()
    await leave?.()
    if (!endpoint.topic) await followAct(endpoint, params, answer)
    return answer as ResponseOf<E>
  } catch (error) {
    await followRefusal(endpoint, error)
    throw error
  }
}

/**
 * Calls the API as api/ declares it, and after an act reads again what it touches. Throws `Problem`. An expired session or a missing
 * confirmation opens its dialog over the page and the call goes on afterwards, unless `silent`. With an idempotency key, a call whose answer
 * got lost is sent again a few times.
 */
export const call = <E extends Endpoint>(endpoint: E, options: CallOptions<E>): Promise<ResponseOf<E>> => {
  const url = urlOf(endpoint, options.params as Scalars | undefined, options.query as Scalars | undefined)
  const once = () =>
    send(endpoint, url, {
      body: options.body,
      ...(options.idempotencyKey ? { idempotencyKey: options.idempotencyKey } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  const act = endpoint.idempotent && options.idempotencyKey ? () => untilAnswered(once) : once
  const run = () => (options.silent ? act() : throughGates(act))
  return withReread(endpoint, options.params as Scalars | undefined, run, options.leave)
}

/** One key per act of the person (made when the form opens, not when it is sent), so that a repeated send has one effect. */
export const newIdempotencyKey = (): string => crypto.randomUUID()
