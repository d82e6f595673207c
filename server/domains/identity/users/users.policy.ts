import type { UserState } from '#api/companies/contacts/user-states'
import { holds, type Scope } from '../../../platform/context.ts'
import { mayAssign } from '../../access/delegation.ts'
import type { Delegation } from '../../access/open-delegation.ts'

export interface JudgedUser {
  readonly id: string
  readonly siteId: string | null
  readonly state: UserState
  readonly isAdministrator: boolean
}

/** Creates logins: whoever may change the company, partners for their clients included. */
export const mayInvite = (scope: Scope): boolean => !scope.readOnly && holds(scope, 'company.write')

/** Sends the initialisation mail again, as long as the person never used it. */
export const mayResend = (scope: Scope, user: JudgedUser): boolean =>
  !scope.readOnly && user.state === 'invited' && holds(scope, 'company.write', user.siteId)

/**
 * Suspends and reactivates: the company itself, or the carrier's administrators. Nobody suspends themselves, and an administrator is suspended by
 * another one.
 */
export const mayHoldBack = (scope: Scope, { granter }: Delegation, user: JudgedUser): boolean => {
  if (scope.readOnly || user.id === scope.userId || !holds(scope, 'company.write', user.siteId)) return false
  if (!granter.ownCompany) return scope.universe === 'carrier' && holds(scope, 'carrier.administer')
  return !user.isAdministrator || granter.isAdministrator
}

export const abilitiesOf = (scope: Scope, delegation: Delegation, user: JudgedUser) => {
  const holdsBack = mayHoldBack(scope, delegation, user)
  return {
    resend: mayResend(scope, user),
    suspend: holdsBack && user.state !== 'suspended',
    reactivate: holdsBack && user.state === 'suspended',
    assignRights: !scope.readOnly && mayAssign(delegation.granter, delegation.company),
  }
}
