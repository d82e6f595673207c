import { addDays, addMonths, compareDates } from '../../../rules/civil-date.ts'
import type { CommitmentPeriod } from './commitment-period.ts'

export interface Notice {
  readonly count: number
  readonly unit: 'day' | 'month'
}

/** First day on which a notice that starts that day is over. Months are held back to the month's end: one month from 31 January is 28 or 29 February. */
export const addNotice = (startsOn: string, notice: Notice): string =>
  notice.unit === 'day' ? addDays(startsOn, notice.count) : addMonths(startsOn, notice.count)

/** Longest notice after a tacit renewal (code de la consommation, L224-40, every end user). */
export const renewedNotice: Notice = { count: 10, unit: 'day' }

/** Was the contract tacitly renewed before that day? Its commitments are over and it says that it renews itself. */
export const isTacitlyRenewed = (
  contract: { readonly tacitRenewal: boolean; readonly commitments: readonly (CommitmentPeriod & { readonly endsOn: string })[] },
  on: string,
): boolean =>
  contract.tacitRenewal && contract.commitments.length > 0 && contract.commitments.every(({ endsOn }) => compareDates(endsOn, on) < 0)

/** First day on which a contract may end: the contract's notice, ten days at most once renewed, none for a port-out. */
export const earliestEnd = (
  requestedOn: string,
  notice: Notice,
  exit: { readonly isRenewed: boolean; readonly isPortOut: boolean },
): string => {
  if (exit.isPortOut) return requestedOn
  const due = addNotice(requestedOn, notice)
  if (!exit.isRenewed) return due
  const capped = addNotice(requestedOn, renewedNotice)
  return compareDates(capped, due) < 0 ? capped : due
}

/** Days between which the client must be told of a renewal: from three months to one month before the commitment ends (L224-40). */
export const renewalNoticeWindow = (endsOn: string): { readonly from: string; readonly until: string } => ({
  from: addMonths(endsOn, -3),
  until: addMonths(endsOn, -1),
})
