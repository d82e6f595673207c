import { shareOfCents } from '../../../rules/cents.ts'
import { addDays, compareDates, endOfMonth } from '../../../rules/civil-date.ts'
import { remainingMonths } from './commitment-period.ts'

/** A commitment as its penalty sees it. Cents, without VAT. */
export interface CommittedFee {
  readonly label: string
  /** First day: no month before it is owed, however early the contract is left. */
  readonly startsOn: string
  /** Last day. */
  readonly endsOn: string
  readonly monthlyCents: number
}

/** What a contract says about leaving it. Cents, without VAT. */
export interface ExitTerms {
  /** The whole monthly fee. */
  readonly monthlyCents: number
  /** One-off fee of leaving. */
  readonly oneOffCents: number
  /** Share of the fees of the remaining months, in hundredths of a percent. */
  readonly penaltyBasisPoints: number
  readonly commitments: readonly CommittedFee[]
  /** Tacitly renewed: leaving is free (code de la consommation, L224-40). */
  readonly isFree: boolean
}

export interface Penalty extends CommittedFee {
  readonly months: number
  readonly cents: number
}

export interface TerminationCost {
  readonly effectiveOn: string
  /** « Toute récurrence entamée est due »: the last day of the month in which the contract ends. */
  readonly billedUntil: string
  /** Of the longest commitment. */
  readonly remainingMonths: number
  readonly penalties: readonly Penalty[]
  readonly penaltyCents: number
  readonly oneOffCents: number
  /** Penalties and one-off fee: what the termination itself costs. */
  readonly totalCents: number
}

/** Last day that no longer counts for a commitment: the last billed one, or the eve of its start when that comes later. */
const countedAfter = (billedUntil: string, startsOn: string): string => {
  const eve = addDays(startsOn, -1)
  return compareDates(eve, billedUntil) > 0 ? eve : billedUntil
}

/**
 * What ending a contract on that day costs. Penalty months are counted from the day after the last billed day, so that no month is charged
 * twice. Each commitment is rounded to the cent by itself.
 */
export const terminationCost = (terms: ExitTerms, effectiveOn: string): TerminationCost => {
  const billedUntil = endOfMonth(effectiveOn)
  const penalties = terms.isFree
    ? []
    : terms.commitments.flatMap((commitment): Penalty[] => {
        const months = remainingMonths(countedAfter(billedUntil, commitment.startsOn), commitment.endsOn)
        return months === 0
          ? []
          : [{ ...commitment, months, cents: shareOfCents(months * commitment.monthlyCents, terms.penaltyBasisPoints) }]
      })
  const penaltyCents = penalties.reduce((sum, { cents }) => sum + cents, 0)
  const oneOffCents = terms.isFree ? 0 : terms.oneOffCents
  return {
    effectiveOn,
    billedUntil,
    remainingMonths: penalties.reduce((longest, { months }) => Math.max(longest, months), 0),
    penalties,
    penaltyCents,
    oneOffCents,
    totalCents: penaltyCents + oneOffCents,
  }
}

/** Months whose fee is still to come: those after the month of `today`, which is billed in advance, until the last billed day. */
export const monthsStillBilled = (today: string, billedUntil: string): number => {
  const months =
    (Number(billedUntil.slice(0, 4)) - Number(today.slice(0, 4))) * 12 + Number(billedUntil.slice(5, 7)) - Number(today.slice(5, 7))
  return Math.max(0, months)
}

export interface MonthlyCost {
  readonly month: string
  readonly effectiveOn: string
  readonly billedUntil: string
  readonly remainingMonths: number
  readonly recurringCents: number
  readonly penaltyCents: number
  readonly oneOffCents: number
  readonly totalCents: number
  readonly isCheapest: boolean
}

/** Points of the curve: five years and the month that follows. */
const maximumPoints = 61

/**
 * Everything still to pay from today on, by the month in which the contract ends: the fees until then, the penalties and the one-off fee.
 * From the first possible month to the one after the last commitment. The cheapest is marked; of equal ones the latest, since it gives the
 * longest service for the same money.
 */
export const costByMonth = (terms: ExitTerms, today: string, earliestOn: string): MonthlyCost[] => {
  const lastDay = terms.commitments.reduce((last, { endsOn }) => (compareDates(endsOn, last) > 0 ? endsOn : last), earliestOn)
  const until = endOfMonth(addDays(endOfMonth(lastDay), 1))
  const points: Omit<MonthlyCost, 'isCheapest'>[] = []
  for (
    let day = endOfMonth(earliestOn);
    compareDates(day, until) <= 0 && points.length < maximumPoints;
    day = endOfMonth(addDays(day, 1))
  ) {
    const cost = terminationCost(terms, day)
    const recurringCents = monthsStillBilled(today, cost.billedUntil) * terms.monthlyCents
    points.push({
      month: day.slice(0, 7),
      effectiveOn: day,
      billedUntil: cost.billedUntil,
      remainingMonths: cost.remainingMonths,
      recurringCents,
      penaltyCents: cost.penaltyCents,
      oneOffCents: cost.oneOffCents,
      totalCents: recurringCents + cost.totalCents,
    })
  }
  const lowest = Math.min(...points.map(({ totalCents }) => totalCents))
  const cheapest = points.findLast(({ totalCents }) => totalCents === lowest)?.month
  return points.map((point) => ({ ...point, isCheapest: point.month === cheapest }))
}
