import type { Proposal } from '#api/companies/portfolio/proposals'
import * as common from '#messages/common'
import { formatSiren } from '../../../../platform/format.ts'
import { legalFormText } from '../../company/company-labels.ts'

/** A proposed value as people read it: a legal form by its name. */
export const proposalValue = ({ field }: Pick<Proposal, 'field'>, value: string | null): string => {
  if (value === null || value === '') return common.common_not_set()
  if (field === 'legal_form') return legalFormText(value) ?? value
  return field === 'siren' ? (formatSiren(value) ?? value) : value
}
