import * as z from 'zod/mini'
import type { FieldError } from '#api/problems'
import { Problem } from '../problem.ts'

type Issue = z.core.$ZodIssue

const stable = /^[a-z][a-z0-9_]*$/

/** Zod's own issue kinds in the words of api/, for checks that name no code of their own. */
const defaultCode = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'required' : 'invalid_type'
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'too_big'
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? 'required' : 'too_small'
    case 'unrecognized_keys':
      return 'unknown'
    default:
      return 'invalid'
  }
}

const paramsOf = (issue: Issue): FieldError['params'] => {
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) }
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) }
  return undefined
}

const flatten = (issues: readonly Issue[], prefix: readonly PropertyKey[] = []): FieldError[] =>
  issues.flatMap((issue): FieldError[] => {
    const path = [...prefix, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key].map(String).join('.'), code: 'unknown' }))
    const own = stable.test(issue.message) ? issue.message : defaultCode(issue)
    return [{ path: path.map(String).join('.'), code: own, params: paramsOf(issue) }]
  })

/** Parses one part of a request. `where` prefixes the paths of a part that is not the body. */
export const parsePart = (schema: z.core.$ZodType | undefined, value: unknown, where: 'params' | 'query' | 'body'): unknown => {
  if (!schema) {
    const extra = value !== null && typeof value === 'object' ? Object.keys(value) : value === undefined || value === null ? [] : ['']
    if (extra.length > 0 && where !== 'params')
      throw new Problem('unknown_field', { errors: extra.map((path) => ({ path, code: 'unknown' })) })
    return undefined
  }
  // An absent query string is an empty one; an absent body is missing.
  const result = z.safeParse(schema, value, { reportInput: true })
  if (result.success) return result.data
  const errors = flatten(result.error.issues)
  if (where === 'params') throw new Problem('not_found')
  throw new Problem(errors.every((error) => error.code === 'unknown') ? 'unknown_field' : 'validation_failed', { errors })
}
