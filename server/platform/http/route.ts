import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseInput, Right } from '#api/endpoint'
import type { Context, PublicContext, SessionContext } from '../context.ts'

/** What a handler gets: the parsed parts of the request, and the raw stream when the endpoint consumes a file. */
export interface Input<E> {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly stream: Readable
}

/** Answers beyond JSON: cookies, or a file. */
export interface Reply {
  setSessionCookie(token: string, expiresAt: Date): void
  clearSessionCookie(): void
  /** Lets this browser be known again; outlives the session. */
  setDeviceCookie(token: string, expiresAt: Date): void
  /** Sends a file instead of JSON; the endpoint says `produces`. */
  file(content: Buffer | Readable, name: string): void
  /** Gives the raw reply to who answers by themselves (server-sent events). */
  takeOver(): FastifyReply
}

type Answer<E> = ResponseInput<E> extends undefined ? void : ResponseInput<E>
type Handler<E, C> = (context: C, input: Input<E>, reply: Reply) => Promise<Answer<E>> | Answer<E>

export interface Route {
  readonly endpoint: Endpoint
  readonly kind: 'public' | 'session' | 'universe'
  readonly handle: (context: never, input: Input<Endpoint>, reply: Reply) => unknown
}

type UniverseRight = Exclude<Right, string>

/** A route of a universe: the handler reads and writes through its context, under the endpoint's right. */
export const route = <E extends Endpoint & { readonly right: UniverseRight | Right }>(endpoint: E, handle: Handler<E, Context>): Route => {
  if (typeof endpoint.right === 'string') throw new Error(`${endpoint.path} has no universe.`)
  return { endpoint, kind: 'universe', handle: handle as Route['handle'] }
}

/** A route of a signed-in person outside any universe. `S` is what the identity domain knows of a session. */
export const sessionRoute = <S, E extends Endpoint = Endpoint>(endpoint: E, handle: Handler<E, SessionContext<S>>): Route => {
  if (endpoint.right !== 'session' && endpoint.right !== 'partial') throw new Error(`${endpoint.path} is not for sessions.`)
  return { endpoint, kind: 'session', handle: handle as Route['handle'] }
}

/** A route that anybody may call. */
export const publicRoute = <E extends Endpoint>(endpoint: E, handle: Handler<E, PublicContext>): Route => {
  if (endpoint.right !== 'public') throw new Error(`${endpoint.path} is not public.`)
  return { endpoint, kind: 'public', handle: handle as Route['handle'] }
}
