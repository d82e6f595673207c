import { useQuery } from '@tanstack/react-query'
import { listClients } from '#api/companies/portfolio/clients'
import * as m from '#messages/portfolio'
import { read } from '../../../platform/reading/read.ts'

export interface PartnerOption {
  readonly kind: 'ambassador' | 'operator'
  readonly reference: string
  readonly name: string
}

/** Partners that a company may have; a company that is both ambassador and operator stands twice. */
export const usePartnerOptions = (enabled = true): readonly PartnerOption[] => {
  const ambassadors = useQuery({ ...read(listClients, { params: { universe: 'carrier' }, query: { holds: 'ambassador' } }), enabled })
  const operators = useQuery({ ...read(listClients, { params: { universe: 'carrier' }, query: { holds: 'operator' } }), enabled })
  return [
    ...(ambassadors.data?.items ?? []).map(({ reference, name }) => ({ kind: 'ambassador' as const, reference, name })),
    ...(operators.data?.items ?? []).map(({ reference, name }) => ({ kind: 'operator' as const, reference, name })),
  ]
}

const separator = ' '
/** A partner as the value of a select; empty = none. */
export const partnerValue = (partner: Pick<PartnerOption, 'kind' | 'reference'> | null | undefined): string =>
  partner ? `${partner.kind}${separator}${partner.reference}` : ''

export const partnerFromValue = (value: string | null): Pick<PartnerOption, 'kind' | 'reference'> | null => {
  const [kind, reference] = (value ?? '').split(separator)
  return (kind === 'ambassador' || kind === 'operator') && reference ? { kind, reference } : null
}

export const partnerSelectData = (options: readonly PartnerOption[]) => [
  { value: '', label: m.portfolio_no_partner() },
  ...options.map((option) => ({
    value: partnerValue(option),
    label: option.kind === 'ambassador' ? m.portfolio_as_ambassador({ name: option.name }) : m.portfolio_as_operator({ name: option.name }),
  })),
]
