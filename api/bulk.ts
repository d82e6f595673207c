import * as z from 'zod/mini'
import { about } from './about.ts'
import { shortText } from './atoms.ts'
import { type Endpoint, endpoint, type Right } from './endpoint.ts'
import { type ListEndpoint, pageQuery } from './list.ts'

type Schema = z.core.$ZodType
type Shape = Readonly<Record<string, Schema>>
// biome-ignore lint/suspicious/noExplicitAny: the parts of a declaration vary in everything.
type AnyList = ListEndpoint<any, any, any, any, any>

/** Rows that are picked one by one. */
export const pickedAtMost = 200
/** Rows that a filter may keep for one act. */
export const bulkAtMost = 20_000

/** A row picked on screen: `seen` is its version there, where it has one, so that nobody acts on what changed since. */
export const bulkItemField = z.strictObject({
  key: z.string().check(z.minLength(1, 'required'), z.maxLength(80, 'too_long')),
  label: shortText(200),
  seen: z.optional(z.nullable(z.int())),
})
export type BulkItem = z.infer<typeof bulkItemField>

type Optional<F extends Shape> = { [K in keyof F]: z.ZodMiniOptional<F[K]> }
type FilterOf<L extends AnyList> = z.ZodMiniObject<{ q: typeof pageQuery.q } & Optional<L['list']['filters']>, z.core.$strict>
type Body<L extends AnyList, I extends Shape> = z.ZodMiniObject<
  { items: z.ZodMiniOptional<z.ZodMiniArray<typeof bulkItemField>>; filter: z.ZodMiniOptional<FilterOf<L>> } & I,
  z.core.$strict
>
const startedSchema = z.object({ run: z.string() })

export interface BulkEndpoint<L extends AnyList = AnyList, I extends Shape = Shape>
  extends Endpoint<NonNullable<L['params']>, Body<L, I>, Body<L, I>, typeof startedSchema> {
  readonly bulk: {
    readonly list: L
    /** Names the act among all: `delivery.take-over`. */
    readonly name: string
  }
}

interface Declaration<L extends AnyList, I extends Shape> {
  readonly list: L
  /** The act on one row: who may do it to one may do it to many. */
  readonly of: Endpoint
  /** Last part of the path, and of the act's name. */
  readonly act: string
  readonly summary: string
  /** What is asked once for all rows. */
  readonly input?: I
}

/** Of the single act, in the universes that have the list. */
const rightOf = ({ right: listed }: AnyList, { right }: Endpoint): Right =>
  typeof right === 'string' || typeof listed === 'string'
    ? right
    : { anyOf: right.anyOf, universes: right.universes.filter((universe) => listed.universes.includes(universe)) }

/**
 * An act on many rows of a list: those picked, or all that a filter keeps. It is done one by one in the background, each row by the verb and under
 * the policy of the single act, and answers at once with the run that tells how it goes.
 */
export const bulkEndpoint = <L extends AnyList, const I extends Shape = Record<never, never>>({
  list,
  of,
  act,
  summary,
  input,
}: Declaration<L, I>): BulkEndpoint<L, I> => {
  const filters = Object.fromEntries(
    Object.entries(list.list.filters as Record<string, z.core.SomeType>).map(([name, filter]) => [name, z.optional(filter)]),
  )
  const body = z
    .strictObject({
      items: z.optional(z.array(bulkItemField).check(z.minLength(1, 'required'), z.maxLength(pickedAtMost, 'too_many'))),
      filter: z.optional(z.strictObject({ q: pageQuery.q, ...filters })),
      ...(input as Record<string, z.core.SomeType> | undefined),
    })
    .check(z.refine((asked) => (asked.items === undefined) !== (asked.filter === undefined), { message: 'required', path: ['items'] }))
  const answered = Object.entries(input ?? {}).map(([name, field]) => [
    name,
    (z.globalRegistry.get(field as Schema)?.examples as readonly unknown[] | undefined)?.[0],
  ])
  about(body as Schema, 'Rows that were picked, or the filter that keeps them; one of the two.', {
    examples: [{ items: [{ key: '1', label: 'Une ligne' }], ...Object.fromEntries(answered) }],
  })
  return {
    ...endpoint({
      method: 'POST',
      path: `${list.path}/bulk/${act}`,
      summary,
      touches: ['bulk-runs'],
      right: rightOf(list, of),
      ...(list.params ? { params: list.params } : {}),
      body,
      response: startedSchema,
      status: 202,
      idempotent: true,
    }),
    bulk: { list, name: `${list.list.screen}.${act}` },
  } as unknown as BulkEndpoint<L, I>
}
