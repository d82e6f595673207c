import * as z from 'zod/mini'
import type { ListEndpoint, SearchOf } from '#api/list'

// biome-ignore lint/suspicious/noExplicitAny: the parts of a declaration vary in everything.
export type AnyList = ListEndpoint<any, any, any, any, any>

/** What the address of a list's page holds: the list's own, and what only the page reads. */
export type ListSearch<E, K extends string = never> = SearchOf<E> & { readonly [name in K]?: string }

const isChoice = (filter: z.core.$ZodType): boolean => {
  const inner = filter._zod.def.type === 'optional' ? (filter as z.ZodMiniOptional)._zod.def.innerType : filter
  return ['enum', 'literal'].includes(inner._zod.def.type)
}

const textOf = (given: unknown): string => (typeof given === 'number' || typeof given === 'string' ? String(given) : '')

/**
 * What a list's route reads of the address: its texts as they come. The declaration of a list is loaded with its page, not with every page; what of
 * those texts the list reads, the page's file says (`address`, by `listSearch`).
 */
export const addressOf =
  <E extends AnyList, K extends string = never>() =>
  (raw: Record<string, unknown>): ListSearch<E, K> =>
    Object.fromEntries(Object.entries(raw).flatMap(([name, given]) => (textOf(given) === '' ? [] : [[name, textOf(given)]]))) as ListSearch<
      E,
      K
    >

/**
 * `address` of a list's page: what the list is declared to read of the address (`q`, `sort`, `cursor`, its filters), as texts. A choice that
 * it does not have is left out; a text that it refuses stays, so that whoever typed it reads why. `own`: what only the page reads.
 */
export const listSearch = <E extends AnyList, K extends string = never>(endpoint: E, ...own: readonly K[]) => {
  const { limit: _, ...fields } = ((endpoint.query as z.ZodMiniObject | undefined)?.shape ?? {}) as Record<string, z.core.$ZodType>
  return (raw: Record<string, unknown>): ListSearch<E, K> => {
    const known: Record<string, string> = {}
    for (const name of [...Object.keys(fields), ...own]) {
      const value = textOf(raw[name])
      const field = fields[name]
      if (value === '' || (field && isChoice(field) && !z.safeParse(field, value).success)) continue
      known[name] = value
    }
    return known as ListSearch<E, K>
  }
}
