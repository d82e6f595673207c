import type { Site } from '#api/companies/sites/sites'
import { holds, type Scope } from '../../../platform/context.ts'

export interface SiteFacts {
  readonly id: string
  readonly state: string
  readonly is_head_office: boolean
}

/** Making, closing and promoting sites changes the company as a whole: the right must hold on all sites. */
export const mayManageSites = (scope: Scope): boolean => !scope.readOnly && holds(scope, 'company.write', null)

export const mayEditSite = (scope: Scope, site: SiteFacts): boolean =>
  !scope.readOnly && holds(scope, 'company.write', site.id) && site.state === 'open'

export const siteAbilities = (scope: Scope, site: SiteFacts): Site['abilities'] => {
  const manages = mayManageSites(scope)
  const isOpen = site.state === 'open'
  return {
    edit: mayEditSite(scope, site),
    close: manages && isOpen && !site.is_head_office,
    reopen: manages && !isOpen,
    makeHeadOffice: manages && isOpen && !site.is_head_office,
  }
}
