import * as z from 'zod/mini'

/**
 * Query of every list: `sort` is a column key, `-` in front for descending; `cursor` is opaque (keyset, it carries its direction); `q` is the
 * free-text filter. Extend it with the list's own filters: `z.strictObject({ ...pageQuery, state: z.optional(z.string()) })`.
 */
export const pageQuery = {
  q: z.optional(z.string().check(z.maxLength(200, 'too_long'))),
  sort: z.optional(z.string().check(z.maxLength(64, 'too_long'))),
  cursor: z.optional(z.string().check(z.maxLength(1024, 'too_long'))),
}

/** Answer of every list: one page of rows, the cursors around it, and the total where counting is cheap (else null). */
export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()), previous: z.nullable(z.string()), total: z.nullable(z.number()) })

export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
  readonly previous: string | null
  readonly total: number | null
}
