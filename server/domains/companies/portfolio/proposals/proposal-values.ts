import * as z from 'zod/mini'
import { sirenField, vatNumberField } from '#contract/company-fields'
import { shortText } from '#contract/fields'
import { legalFormField } from '#contract/legal-form-field'
import type { ProposalField } from '#contract/proposals'
import { fieldProblem } from '../../../../platform/problem.ts'

const fields: Readonly<Record<ProposalField, z.core.$ZodType<string, string>>> = {
  name: shortText(160),
  siren: sirenField,
  vat_number: vatNumberField,
  legal_form: legalFormField,
}

/** The proposed value in its canonical form. @throws Problem about the field `value`. */
export const canonicalValue = (field: ProposalField, value: string): string => {
  const parsed = z.safeParse(fields[field], value)
  if (!parsed.success) throw fieldProblem('value', parsed.error.issues[0]?.message ?? 'invalid')
  return parsed.data
}
