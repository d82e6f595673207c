import * as z from 'zod/mini'
import { label, postcode } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { inseeCode } from './site-fields.ts'

export const communeSchema = z.object({
  /** INSEE code. */
  code: inseeCode,
  name: label,
  postcodes: z.array(postcode),
  /** The delegated or associated commune that was looked for: a part of this one today. */
  part: z.optional(label),
})
export type Commune = z.infer<typeof communeSchema>

export const findCommunes = endpoint({
  method: 'GET',
  path: '/api/communes',
  summary:
    'French communes whose name, former name or postcode begins with `q` (accents and case do not count), the largest first; `postcode` narrows. A CEDEX postcode gives the communes of its department.',
  topic: 'communes',
  right: 'session',
  query: z.strictObject({
    q: z.optional(z.string().check(z.maxLength(80, 'too_long'))),
    postcode: z.optional(z.string().check(z.maxLength(10, 'too_long'))),
  }),
  response: z.object({ items: z.array(communeSchema) }),
})
