import type { AccessRight } from '#contract/rights'
import * as m from '#messages/access'

/** Where a right holds. */
export const sitesText = (right: Pick<AccessRight, 'allSites' | 'sites'>): string =>
  right.allSites ? m.access_all_sites() : right.sites.map((site) => site.name).join(', ')
