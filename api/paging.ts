import * as z from 'zod/mini'
import { about } from './about.ts'
import { count } from './atoms.ts'

const freeText = z.string().check(z.maxLength(200, 'too_long'))
about(freeText, 'Words to be found, without accents or case.', { examples: ['fibre bordeaux'] })
const cursor = z.string().check(z.maxLength(1024, 'too_long'))
about(cursor, '`next` or `previous` of the page before or after; it goes with the same filters and sort.', {
  examples: ['WyJPQzQwNDgyIl0'],
})

/** Rows of a page unless told. */
export const pageSize = 50
const rows = z.coerce.number<number | string>('invalid').check(z.int('invalid'), z.gte(1, 'invalid'), z.lte(200, 'invalid'))
about(rows, `Rows of a page; ${pageSize} unless told.`, { examples: [pageSize] })

/** Of every list: `cursor` is opaque (keyset, it carries its direction and its sort); `q` is the free-text filter. */
export const pageQuery = { q: z.optional(freeText), cursor: z.optional(cursor), limit: z.optional(rows) }

/** What a page of rows is made of: the cursors around it, and the total where counting is cheap (else null). */
export const pageFields = <T extends z.core.$ZodType>(item: T) => ({
  items: z.array(item),
  next: z.nullable(cursor),
  previous: z.nullable(cursor),
  total: z.nullable(count),
})

export const pageOf = <T extends z.core.$ZodType>(item: T) => z.object(pageFields(item))

export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
  readonly previous: string | null
  readonly total: number | null
}
