import * as z from 'zod/mini'
import { shortText } from '#api/atoms'
import { sirenField, vatNumberField } from '#api/companies/company/company-fields'
import { legalFormField } from '#api/companies/company/legal-form-field'
import type { ProposalField } from '#api/companies/portfolio/proposals'
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
