import * as z from 'zod/mini'
import { shortText } from '#api/atoms'
import { siren, vatNumber } from '#api/companies/company/company-numbers'
import { legalForm } from '#api/companies/company/legal-form'
import type { ProposalField } from '#api/companies/portfolio/proposals'
import { codeOfCheck } from '#api/rules/field-codes'
import { fieldProblem } from '../../../../platform/problem.ts'

const fields: Readonly<Record<ProposalField, z.core.$ZodType<string, string>>> = {
  name: shortText(160),
  siren,
  vat_number: vatNumber,
  legal_form: legalForm,
}

/** The proposed value in its canonical form. @throws Problem about the field `value`. */
export const canonicalValue = (field: ProposalField, value: string): string => {
  const parsed = z.safeParse(fields[field], value, { error: codeOfCheck })
  if (!parsed.success) throw fieldProblem('value', parsed.error.issues[0]?.message ?? 'invalid')
  return parsed.data
}
