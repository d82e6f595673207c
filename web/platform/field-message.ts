import type { FieldErrorCode } from '#api/rules/field-codes'
import * as fields from '#messages/fields'
import { formatDay } from './format.ts'

/** The compiler refuses a code of the declared fields without a message. */
const fieldMessages: Readonly<Record<string, unknown>> & Readonly<Record<`field_${FieldErrorCode}`, unknown>> = fields

/** What the person reads under a faulty field. An unknown code reads as « invalid » rather than as its name. */
export const fieldMessage = (code: string, params: Readonly<Record<string, string | number>> = {}): string => {
  const message = fieldMessages[`field_${code}`]
  if (typeof message !== 'function') return fields.field_invalid()
  const needed = { maximum: '', minimum: '', ...params, ...(params.until ? { until: formatDay(String(params.until)) } : {}) }
  return (message as (p: Readonly<Record<string, string | number>>) => string)(needed)
}
