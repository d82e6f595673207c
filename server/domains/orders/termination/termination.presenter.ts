import type { Termination, TerminationOrigin, TerminationPreview } from '#api/orders/termination/terminations'
import type { Scope } from '../../../platform/context.ts'
import type { ComputedTermination } from './compute-termination.ts'
import { awaitsClient, terminationRefusal } from './termination.policy.ts'
import type { TerminationFacts } from './termination-facts.ts'

export const presentPreview = (scope: Scope, facts: TerminationFacts, computed: ComputedTermination): TerminationPreview => {
  const codes = new Map(facts.accountcodes.map(({ service_id: id, number }) => [id, number]))
  const { cost } = computed
  return {
    requestedOn: computed.requestedOn,
    wishedOn: computed.wishedOn,
    notice: computed.notice,
    isRenewed: computed.isRenewed,
    earliestOn: computed.earliestOn,
    effectiveOn: computed.effectiveOn,
    isPutOff: computed.effectiveOn !== computed.wishedOn,
    billedUntil: cost.billedUntil,
    remainingMonths: cost.remainingMonths,
    costs: {
      oneOffCents: cost.oneOffCents,
      penaltyCents: cost.penaltyCents,
      totalCents: cost.totalCents,
      monthlyCents: computed.monthlyCents,
      penalties: cost.penalties.map(({ label, endsOn, months, monthlyCents, cents }) => ({ label, endsOn, months, monthlyCents, cents })),
    },
    shortened: [...computed.shortened],
    curve: [...computed.curve],
    services: facts.services.map(({ id, reference, name, site }) => ({ reference, name, site, accountcode: codes.get(id) ?? null })),
    serviceCount: facts.services[0]?.total ?? 0,
    dependents: [...facts.dependents],
    awaitsClient: awaitsClient(scope),
    refusal: terminationRefusal(scope, facts.contract),
    version: facts.contract.version,
  }
}

interface TerminationRecord {
  readonly state: Termination['state']
  readonly origin: TerminationOrigin
  readonly requested_on: string
  readonly wished_on: string
  readonly notice_count: number
  readonly notice_unit: string
  readonly effective_on: string
  readonly billed_until: string
  readonly remaining_months: number
  readonly reason: string | null
  readonly requested_at: Date
  readonly requested_by_name: string
}

export const presentTermination = (
  row: TerminationRecord,
  orderReference: string,
  amounts: { readonly one_off_cents: number; readonly penalty_cents: number } | null,
): Termination => ({
  orderReference,
  state: row.state,
  origin: row.origin,
  requestedOn: row.requested_on,
  wishedOn: row.wished_on,
  notice: { count: row.notice_count, unit: row.notice_unit === 'day' ? 'day' : 'month' },
  effectiveOn: row.effective_on,
  billedUntil: row.billed_until,
  remainingMonths: row.remaining_months,
  reason: row.reason,
  requestedAt: row.requested_at.toISOString(),
  requestedBy: row.requested_by_name,
  costs: amounts && {
    oneOffCents: amounts.one_off_cents,
    penaltyCents: amounts.penalty_cents,
    totalCents: amounts.one_off_cents + amounts.penalty_cents,
  },
})
