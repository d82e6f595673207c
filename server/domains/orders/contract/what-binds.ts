import { commitmentEnd, remainingMonths } from '#api/catalog/rules/commitment/commitment-period'
import { enforceableMonths } from '#api/catalog/rules/commitment/long-commitment'
import type { Subscription } from '#api/orders/contract/contract'
import { addDays } from '#api/rules/civil-date'
import { isRunning } from '#api/subscriptions/rules/operations'
import { totalsOf } from '../reading/order-words.ts'
import type { ContractParts, ReservedParts } from './contract-parts.ts'

type Commitment = Subscription['commitments'][number]
type CommitmentRecord = ContractParts['commitments'][number]
type OrderRecord = ContractParts['operations'][number]

const runningOf = ({ operations }: ContractParts): OrderRecord | undefined => operations.find(({ state }) => isRunning(state))

/** Months that a commitment covers, started ones included: fewer than were agreed when another one replaced it, none when that was at once. */
const monthsCovered = ({ starts_on: startsOn, ends_on: endsOn }: CommitmentRecord): number => remainingMonths(addDays(startsOn, -1), endsOn)

/** What the running order adds, in cents; nothing for who may not see amounts. */
const addedBy = ({ runningItems }: ReservedParts) => totalsOf(runningItems ?? [])

/** The monthly fee once the running order is delivered, in cents; what a creation asks is the contract's own already. */
const feeAfter = (running: OrderRecord | undefined, monthlyCents: number, reserved: ReservedParts): number =>
  running === undefined || running.kind === 'creation' || running.kind === 'termination'
    ? monthlyCents
    : Math.max(0, monthlyCents + addedBy(reserved).monthlyCents)

/** What the running order will commit to from the day of its delivery, at the fee that it brings. */
const expected = (parts: ContractParts, reserved: ReservedParts): Commitment | null => {
  const running = runningOf(parts)
  if (!running || running.commitment_months === 0) return null
  const own = reserved.prices?.monthly_cents
  const fee = running.kind === 'addition' ? Math.max(0, addedBy(reserved).monthlyCents) : feeAfter(running, own ?? 0, reserved)
  return {
    label: running.offer_name,
    orderReference: running.reference,
    startsOn: null,
    months: running.commitment_months,
    endsOn: null,
    remainingMonths: running.commitment_months,
    enforceableUntil: null,
    monthlyCents: own === undefined ? null : fee,
  }
}

/** The day after which the law frees a small company that did not accept more; null when the whole commitment binds. */
const enforceableUntil = (
  { contract }: ContractParts,
  { starts_on: startsOn, ends_on: endsOn, months }: CommitmentRecord,
): string | null => {
  const held = enforceableMonths(months, { size: contract.company_size, hasWaived: contract.long_commitment_waiver })
  const until = commitmentEnd(startsOn, held)
  return until < endsOn ? until : null
}

/** « Périmètres d'engagement »: the one that waits for its delivery first, then the latest. */
export const commitmentsOf = (parts: ContractParts, reserved: ReservedParts, today: string): Commitment[] => {
  const fees = new Map(reserved.commitmentAmounts?.map((row) => [row.commitment_id, row.monthly_cents]))
  const begun = parts.commitments.flatMap((row): Commitment[] => {
    const months = monthsCovered(row)
    if (months === 0) return []
    return [
      {
        label: row.label,
        orderReference: row.order_reference,
        startsOn: row.starts_on,
        months,
        endsOn: row.ends_on,
        remainingMonths: row.starts_on > today ? months : remainingMonths(today, row.ends_on),
        enforceableUntil: enforceableUntil(parts, row),
        monthlyCents: fees.get(row.id) ?? null,
      },
    ]
  })
  const next = expected(parts, reserved)
  return next ? [next, ...begun] : begun
}

/** Fees in cents, and what the commitments come to; null for who may not see amounts. */
export const costsOf = (parts: ContractParts, reserved: ReservedParts): Subscription['costs'] => {
  const { prices } = reserved
  if (!prices) return null
  const running = runningOf(parts)
  const after = feeAfter(running, prices.monthly_cents, reserved)
  const next = running?.kind === 'modification' ? null : expected(parts, reserved)
  const fees = new Map(reserved.commitmentAmounts?.map((row) => [row.commitment_id, row.monthly_cents]))
  const held = parts.commitments.reduce((sum, row) => sum + monthsCovered(row) * (fees.get(row.id) ?? 0), 0)
  const toCome = next ? next.months * (next.monthlyCents ?? 0) + (running?.kind === 'addition' ? addedBy(reserved).oneOffCents : 0) : 0
  return {
    oneOffCents: prices.one_off_cents,
    monthlyCents: prices.monthly_cents,
    monthlyAfterCents: after === prices.monthly_cents ? null : after,
    terminationCents: prices.termination_cents,
    commitmentTotalCents: prices.one_off_cents + held + toCome,
    lines: prices.lines,
  }
}
