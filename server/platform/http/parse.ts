import * as z from 'zod/mini'
import type { FieldError } from '#api/problems'
import { codeOfCheck, faultsOf } from '#api/rules/field-codes'
import { Problem } from '../problem.ts'

/** Parses one part of a request. `where` prefixes the paths of a part that is not the body. */
export const parsePart = (schema: z.core.$ZodType | undefined, value: unknown, where: 'params' | 'query' | 'body'): unknown => {
  if (!schema) {
    const extra = value !== null && typeof value === 'object' ? Object.keys(value) : value === undefined || value === null ? [] : ['']
    if (extra.length > 0 && where !== 'params')
      throw new Problem('unknown_field', { errors: extra.map((path) => ({ path, code: 'unknown' })) })
    return undefined
  }
  // An absent query string is an empty one; an absent body is missing.
  const result = z.safeParse(schema, value, { error: codeOfCheck })
  if (result.success) return result.data
  if (where === 'params') throw new Problem('not_found')
  const errors = faultsOf(result.error.issues).map(({ path, ...fault }): FieldError => ({ path: path.map(String).join('.'), ...fault }))
  throw new Problem(errors.every((error) => error.code === 'unknown') ? 'unknown_field' : 'validation_failed', { errors })
}
