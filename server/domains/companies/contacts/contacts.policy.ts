import type { Contact } from '#api/companies/contacts/contacts'
import { holds, type Scope } from '../../../platform/context.ts'

export interface ContactFacts {
  readonly company_id: string
  readonly site_id: string | null
  readonly archived_at: Date | null
  readonly user_state: string | null
  /** Holds rights in a company that has an active administrator to look after them. */
  readonly is_guarded: boolean
}

export const mayCreateContacts = (scope: Scope): boolean => !scope.readOnly && holds(scope, 'company.write')

/** A contact without a site belongs to the whole company: the right must hold on all sites. */
export const mayEditContact = (scope: Scope, contact: ContactFacts): boolean =>
  !scope.readOnly && contact.archived_at === null && holds(scope, 'company.write', contact.site_id)

/**
 * Whoever receives somebody's mails can set their password, so the e-mail of an access is worth all of its rights. Administrators of the company
 * and of the carrier change it; a partner's, only to correct an invitation that it made: before the first sign-in, and never of somebody whom the
 * company's own administrators gave rights.
 */
export const mayEditEmail = (scope: Scope, contact: ContactFacts): boolean => {
  if (!mayEditContact(scope, contact)) return false
  if (contact.user_state === null) return true
  // Whoever they are, the carrier's staff included: among one's own, the administrators' addresses are the administrators'.
  if (scope.companyId === contact.company_id) return scope.isAdministrator
  if (scope.universe === 'carrier') return holds(scope, 'carrier.administer', null)
  return scope.isAdministrator && contact.user_state === 'invited' && !contact.is_guarded
}

/** Whoever can still sign in stays on the list. */
export const hasOpenAccess = (contact: ContactFacts): boolean => contact.user_state !== null && contact.user_state !== 'suspended'

export const mayRestoreContact = (scope: Scope, contact: ContactFacts): boolean =>
  !scope.readOnly && contact.archived_at !== null && holds(scope, 'company.write', contact.site_id)

export const contactAbilities = (scope: Scope, contact: ContactFacts): Contact['abilities'] => {
  const edit = mayEditContact(scope, contact)
  return {
    edit,
    editEmail: mayEditEmail(scope, contact),
    archive: edit && !hasOpenAccess(contact),
    restore: mayRestoreContact(scope, contact),
    giveAccess: edit && contact.user_state === null,
  }
}
