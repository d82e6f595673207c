import type { Company, CompanySize } from '#api/companies/company/company'
import { legalFormLabel } from '#api/companies/rules/company/legal-forms'
import * as m from '#messages/companies'

export const companyStateLabel = (state: Company['state']): string => m[`companies_state_${state}`]()

export const financialStateLabel = (state: Company['financialState']): string => m[`companies_financial_${state}`]()

export const guaranteeLabel = (guarantee: Company['guarantee']): string => m[`companies_guarantee_${guarantee}`]()
export const companySizeLabel = (size: CompanySize): string => m[`companies_size_${size}`]()

/** « 5710 - SAS, société par actions simplifiée »: the official wording is French in every language. */
export const legalFormText = (code: string | null): string | null => {
  if (code === null) return null
  const label = legalFormLabel(code)
  return label ? `${label} (${code})` : code
}
