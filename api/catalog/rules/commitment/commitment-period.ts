import { addDays, addMonths, compareDates } from '../../../rules/civil-date.ts'

/** A commitment runs whole months from the day of delivery; `startsOn` and `endsOn` are both committed. */
export interface CommitmentPeriod {
  readonly startsOn: string
  readonly months: number
}

/**
 * Last day of a commitment: 12 months from 19 November 2026 end on 18 November 2027, from 31 January they end on 30 January.
 * A commitment of one month from 31 January ends on 27 February (28 of a leap year): the day before the same day, held back to the month's end.
 */
export const commitmentEnd = (startsOn: string, months: number): string => addDays(addMonths(startsOn, months), -1)

/**
 * Months still committed after `lastBilledOn`, as a penalty counts them: from the day after the last billed day to the last day of the commitment,
 * every started month counts as one, so that no month is charged twice and none twice over (REFERENCE: `ceil`).
 */
export const remainingMonths = (lastBilledOn: string, endsOn: string): number => {
  const from = addDays(lastBilledOn, 1)
  // Whole months are counted from the same first day, so that month ends do not drift.
  let count = 0
  while (compareDates(addMonths(from, count), endsOn) <= 0) count++
  return count
}
