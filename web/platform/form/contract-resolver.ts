import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import * as z from 'zod/mini'
import { codeOfCheck, faultsOf } from '#api/rules/field-codes'
import { loadFieldMessage } from './load-field-message.ts'

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
    const result = await z.safeParseAsync(schema, values, { error: codeOfCheck })
    if (result.success) return { values, errors: {} }
    const fieldMessage = await loadFieldMessage()
    const errors: Record<PropertyKey, unknown> = {}
    for (const { path, code, params } of faultsOf(result.error.issues))
      put(errors, path.length > 0 ? path : ['root'], { type: code, message: fieldMessage(code, params) })
    return { values: {}, errors: errors as FieldErrors<V> }
  }
