import * as m from '#messages/terminations'
import { isProblem } from '../../../platform/problem.ts'

/** What is wrong with one of the two days that were asked, in words; null when nothing is. */
export const dayFault = (error: unknown, path: 'wishedOn' | 'receivedOn'): string | null => {
  const fault = isProblem(error) ? error.errors.find((one) => one.path.split('.').at(-1) === path) : undefined
  if (!fault) return null
  if (fault.code === 'date_past') return m.terminations_in_the_past()
  if (fault.code === 'date_future') return m.terminations_in_the_future()
  if (fault.code === 'date_beyond') return m.terminations_too_far()
  return m.terminations_day_refused()
}
