import { commitmentEnd } from '#api/catalog/rules/commitment/commitment-period'
import { enforceableMonths } from '#api/catalog/rules/commitment/long-commitment'
import { earliestEnd, isTacitlyRenewed, type Notice, renewedNotice } from '#api/catalog/rules/commitment/notice'
import {
  costByMonth,
  type ExitTerms,
  type MonthlyCost,
  type TerminationCost,
  terminationCost,
} from '#api/catalog/rules/commitment/termination-cost'
import type { TerminationOrigin } from '#api/orders/termination/terminations'
import { addMonths, compareDates } from '#api/rules/civil-date'
import { fieldProblem } from '../../../platform/problem.ts'
import type { TerminationFacts } from './termination-facts.ts'

/** What is asked: the day wished for, the day the notice starts, and by which way. */
export interface TerminationWish {
  readonly wishedOn: string
  readonly requestedOn: string
  readonly origin: TerminationOrigin
}

/** A long commitment that does not bind a small company to its end, and what that spares it. */
export interface ShortenedCommitment {
  readonly label: string
  readonly months: number
  readonly endsOn: string
  readonly heldUntil: string
  readonly sparedCents: number
}

export interface ComputedTermination extends TerminationWish {
  readonly notice: Notice
  readonly isRenewed: boolean
  readonly earliestOn: string
  readonly effectiveOn: string
  readonly cost: TerminationCost
  readonly shortened: readonly ShortenedCommitment[]
  readonly curve: readonly MonthlyCost[]
  readonly monthlyCents: number
}

type Commitment = TerminationFacts['commitments'][number]

const later = (a: string, b: string): string => (compareDates(a, b) > 0 ? a : b)

/** Nobody plans an end beyond this. */
const horizonMonths = 120

/**
 * The days of a wish, judged. @throws Problem validation_failed: `date_past` for a day before today (before the letter's reception when one is
 * entered), `date_future` for a notice that would start tomorrow, `date_before_contract` for one that would start before the contract did,
 * `date_beyond` for a day too far.
 */
export const judgeWish = (wish: TerminationWish, contract: { readonly activated_on: string | null }, today: string): void => {
  if (compareDates(wish.requestedOn, today) > 0) throw fieldProblem('receivedOn', 'date_future')
  if (contract.activated_on !== null && compareDates(wish.requestedOn, contract.activated_on) < 0)
    throw fieldProblem('receivedOn', 'date_before_contract')
  const first = wish.origin === 'portal' ? today : wish.requestedOn
  if (compareDates(wish.wishedOn, first) < 0) throw fieldProblem('wishedOn', 'date_past')
  if (compareDates(wish.wishedOn, addMonths(today, horizonMonths)) > 0) throw fieldProblem('wishedOn', 'date_beyond')
}

/** The last day until which a commitment binds this company, never after the one that it has. */
const heldUntil = ({ contract }: TerminationFacts, { starts_on: startsOn, months, ends_on: endsOn }: Commitment): string => {
  const held = enforceableMonths(months, { size: contract.company_size, hasWaived: contract.long_commitment_waiver })
  const until = commitmentEnd(startsOn, held)
  // A commitment that another one replaced ended before its term.
  return compareDates(until, endsOn) < 0 ? until : endsOn
}

/** What the contract says about leaving it: commitments beyond 24 months do not bind a small company that waived nothing. */
const exitTerms = (facts: TerminationFacts, isFree: boolean): ExitTerms => ({
  monthlyCents: facts.prices?.monthly_cents ?? 0,
  oneOffCents: facts.prices?.termination_cents ?? 0,
  penaltyBasisPoints: facts.contract.penalty_basis_points,
  isFree,
  commitments: facts.commitments.map((commitment) => ({
    label: commitment.label,
    monthlyCents: commitment.monthly_cents,
    startsOn: commitment.starts_on,
    endsOn: heldUntil(facts, commitment),
  })),
})

/** The commitments whose end the rule of 24 months brings nearer, as long as leaving that day costs less for it. */
const shortenedOf = (facts: TerminationFacts, terms: ExitTerms, effectiveOn: string): ShortenedCommitment[] =>
  facts.commitments.flatMap((commitment): ShortenedCommitment[] => {
    const { label, months, starts_on: startsOn, ends_on: endsOn, monthly_cents: monthlyCents } = commitment
    const until = heldUntil(facts, commitment)
    const penaltyTo = (end: string) =>
      terminationCost({ ...terms, commitments: [{ label, monthlyCents, startsOn, endsOn: end }] }, effectiveOn).penaltyCents
    const sparedCents = penaltyTo(endsOn) - penaltyTo(until)
    return sparedCents > 0 ? [{ label, months, endsOn, heldUntil: until, sparedCents }] : []
  })

/** The whole computation of a termination: nothing is written, and the same facts on the same day give the same answer. */
export const computeTermination = (facts: TerminationFacts, wish: TerminationWish, today: string): ComputedTermination => {
  const { contract } = facts
  const isRenewed = isTacitlyRenewed(
    {
      tacitRenewal: contract.tacit_renewal,
      commitments: facts.commitments.map(({ starts_on: startsOn, months, ends_on: endsOn }) => ({ startsOn, months, endsOn })),
    },
    wish.requestedOn,
  )
  const agreed: Notice = { count: contract.notice_count, unit: contract.notice_unit === 'day' ? 'day' : 'month' }
  const earliestOn = earliestEnd(wish.requestedOn, agreed, { isRenewed, isPortOut: wish.origin === 'port_out' })
  const effectiveOn = later(wish.wishedOn, earliestOn)
  const terms = exitTerms(facts, isRenewed)
  const renewedEnd = earliestEnd(wish.requestedOn, renewedNotice, { isRenewed: false, isPortOut: false })
  return {
    ...wish,
    notice: wish.origin === 'port_out' ? { count: 0, unit: 'day' } : isRenewed && earliestOn === renewedEnd ? renewedNotice : agreed,
    isRenewed,
    earliestOn,
    effectiveOn,
    cost: terminationCost(terms, effectiveOn),
    shortened: shortenedOf(facts, terms, effectiveOn),
    curve: costByMonth(terms, today, later(earliestOn, today)),
    monthlyCents: terms.monthlyCents,
  }
}
