import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import * as z from 'zod/mini'
import { loadFieldMessage } from './load-field-message.ts'

type Issue = z.core.$ZodIssue

/** Contract schemas put a stable code in their message; zod's own sentences are mapped onto the generic codes. */
const codeOf = (issue: Issue, input: unknown): string => {
  if (/^[a-z0-9]+(_[a-z0-9]+)*$/.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
    return input === undefined || input === null || input === '' ? 'required' : 'invalid'
  if (issue.code === 'too_small') return issue.origin === 'string' ? (Number(issue.minimum) === 1 ? 'required' : 'too_short') : 'too_small'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too_long' : 'too_big'
  return issue.code === 'unrecognized_keys' ? 'unknown_field' : 'invalid'
}

const paramsOf = (issue: Issue): Record<string, number> => ({
  ...('maximum' in issue ? { maximum: Number(issue.maximum) } : {}),
  ...('minimum' in issue ? { minimum: Number(issue.minimum) } : {}),
})

const at = (values: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    values,
  )

const put = (target: Record<PropertyKey, unknown>, path: readonly PropertyKey[], value: unknown): void => {
  const [key, ...rest] = path
  if (key === undefined) return
  if (rest.length === 0) {
    target[key] ??= value
    return
  }
  const next = (target[key] ?? (typeof rest[0] === 'number' ? [] : {})) as Record<PropertyKey, unknown>
  target[key] = next
  put(next, rest, value)
}

/** Checks a form with the contract's own schema, so that the browser and the server say the same thing. The values stay as typed. */
export const contractResolver =
  <V extends FieldValues>(schema: z.core.$ZodType): Resolver<V> =>
  async (values) => {
    const result = await z.safeParseAsync(schema, values)
    if (result.success) return { values, errors: {} }
    const fieldMessage = await loadFieldMessage()
    const errors: Record<PropertyKey, unknown> = {}
    for (const issue of result.error.issues) {
      const path = issue.path.length > 0 ? issue.path : ['root']
      const code = codeOf(issue, at(values, issue.path))
      put(errors, path, { type: code, message: fieldMessage(code, paramsOf(issue)) })
    }
    return { values: {}, errors: errors as FieldErrors<V> }
  }
