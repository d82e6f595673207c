import type { Termination } from '#api/orders/termination/terminations'
import * as m from '#messages/terminations'

/** « 1 mois », « 10 jours »; without notice: « Aucun ». */
export const noticeText = ({ count, unit }: Termination['notice']): string =>
  count === 0 ? m.terminations_no_notice() : unit === 'month' ? m.terminations_months({ count }) : m.terminations_days({ count })
