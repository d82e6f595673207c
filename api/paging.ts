import * as z from 'zod/mini'

/** Of every list: `cursor` is opaque (keyset, it carries its direction and its sort); `q` is the free-text filter. */
export const pageQuery = {
  q: z.optional(z.string().check(z.maxLength(200, 'too_long'))),
  cursor: z.optional(z.string().check(z.maxLength(1024, 'too_long'))),
}

/** One page of rows, the cursors around it, and the total where counting is cheap (else null). */
export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()), previous: z.nullable(z.string()), total: z.nullable(z.number()) })

export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
  readonly previous: string | null
  readonly total: number | null
}
