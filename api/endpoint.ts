import type * as z from 'zod/mini'
import type { ProblemCode } from './problems.ts'
import type { Template } from './templates.ts'
import type { Topic } from './topics.ts'
import type { Universe } from './universes.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call: `public` = anybody; `partial` = a session whatever its stage (second factor or terms still due); `session` = a complete
 * session, whatever its rights; otherwise at least one of the templates, in one of the universes (the path then starts with
 * `/api/:universe/`). `null` templates with universes = any complete session of that universe.
 */
export type Right =
  | 'public'
  | 'partial'
  | 'session'
  | { readonly anyOf: readonly Template[] | null; readonly universes: readonly Universe[] }

type Schema = z.core.$ZodType
export type Query = Schema
export interface Endpoint<P extends Schema = Schema, Q extends Schema = Schema, B extends Schema = Schema, R extends Schema = Schema> {
  readonly method: Method
  /** Fastify style: `/api/:universe/companies/:company`. */
  readonly path: string
  /** One line for the OpenAPI document. */
  readonly summary: string
  readonly right: Right
  readonly params?: P
  readonly query?: Q
  /** JSON body; unknown fields are refused (use `z.strictObject`). */
  readonly body?: B
  /** JSON answer. Absent: 204, or what `produces` says. */
  readonly response?: R
  /** Status of a success; 200 (204 without response) unless told. */
  readonly status?: number
  /** A file instead of JSON: its media type. */
  readonly produces?: string
  /** A file instead of a JSON body: its media type; the handler reads a stream. */
  readonly consumes?: string
  /** Bytes allowed in the body; 64 KiB unless told. */
  readonly bodyLimit?: number
  /** Needs a fresh confirmation of the password or second factor (step-up). */
  readonly stepUp?: true
  /** Honours `Idempotency-Key`: the same key gives the same answer and one effect. */
  readonly idempotent?: true
  /** Problems beyond those that any endpoint may answer. */
  readonly problems?: readonly ProblemCode[]
  /** It changes nothing: what it reads. Every GET that answers JSON has one, and so has a POST that only reckons. */
  readonly topic?: Topic
  /**
   * It is an act: what has to be read again once it succeeded. The history and what waits on the home page follow every act in a universe: they
   * go without saying.
   */
  readonly touches?: readonly Topic[]
  /** It changes only what its caller keeps for themselves: the history tells nothing of it. */
  readonly personal?: true
  /** The reading that would now give this act's answer, named by the same parameters: nobody has to ask for it again. */
  readonly answers?: Reading
}
/** An endpoint that changes nothing. */
export type Reading = Endpoint & { readonly topic: Topic }

/** Declares an endpoint once; the server, the SPA, the OpenAPI document and the access matrix all read it. */
export const endpoint = <
  P extends Schema = z.core.$ZodUndefined,
  Q extends Schema = z.core.$ZodUndefined,
  B extends Schema = z.core.$ZodUndefined,
  R extends Schema = z.core.$ZodUndefined,
  T extends Topic | undefined = undefined,
>(
  declaration: Endpoint<P, Q, B, R> & { readonly topic?: T },
) => declaration as Endpoint<P, Q, B, R> & { readonly topic: T }

export type ParamsOf<E> = E extends Endpoint<infer P, Schema, Schema, Schema> ? z.core.output<P> : never
export type QueryOf<E> = E extends Endpoint<Schema, infer Q, Schema, Schema> ? z.core.output<Q> : never
export type BodyOf<E> = E extends Endpoint<Schema, Schema, infer B, Schema> ? z.core.output<B> : never
export type ResponseOf<E> = E extends Endpoint<Schema, Schema, Schema, infer R> ? z.core.output<R> : never

export type ParamsInput<E> = E extends Endpoint<infer P, Schema, Schema, Schema> ? z.core.input<P> : never
export type QueryInput<E> = E extends Endpoint<Schema, infer Q, Schema, Schema> ? z.core.input<Q> : never
export type BodyInput<E> = E extends Endpoint<Schema, Schema, infer B, Schema> ? z.core.input<B> : never
export type ResponseInput<E> = E extends Endpoint<Schema, Schema, Schema, infer R> ? z.core.input<R> : never
