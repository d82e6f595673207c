import type { AccessRight } from '#api/access/rights'
import * as m from '#messages/access'

/** Where a right holds. */
export const sitesText = (right: Pick<AccessRight, 'allSites' | 'sites'>): string =>
  right.allSites ? m.access_all_sites() : right.sites.map((site) => site.name).join(', ')

type Held = Pick<AccessRight, 'holders' | 'holdersComplete'>

/** How many hold a right: for whom sees some sites only, how many there, never « Personne ». */
export const holdersText = ({ holders, holdersComplete }: Held): string =>
  holdersComplete ? m.access_holders_count({ count: holders }) : m.access_holders_count_partial({ count: holders })

/** What changing a right does, and to how many. */
export const editWarning = ({ holders, holdersComplete }: Held): string =>
  holdersComplete ? m.access_edit_warning({ count: holders }) : m.access_edit_warning_partial({ count: holders })

/** What deleting a right does, and to how many. */
export const deleteWarning = ({ holders, holdersComplete }: Held): string => {
  if (!holdersComplete) return m.access_delete_partial({ count: holders })
  return holders === 0 ? m.access_delete_unused() : m.access_delete_held({ count: holders })
}
