import type { Contact } from '#contract/contacts'
import { holds, type Scope } from '../../../platform/context.ts'

export interface ContactFacts {
  readonly site_id: string | null
  readonly archived_at: Date | null
  readonly user_state: string | null
}

export const mayCreateContacts = (scope: Scope): boolean => !scope.readOnly && holds(scope, 'company.write')

/** A contact without a site belongs to the whole company: the right must hold on all sites. */
export const mayEditContact = (scope: Scope, contact: ContactFacts): boolean =>
  !scope.readOnly && contact.archived_at === null && holds(scope, 'company.write', contact.site_id)

/** Whoever can still sign in stays on the list. */
export const hasOpenAccess = (contact: ContactFacts): boolean => contact.user_state !== null && contact.user_state !== 'suspended'

export const mayRestoreContact = (scope: Scope, contact: ContactFacts): boolean =>
  !scope.readOnly && contact.archived_at !== null && holds(scope, 'company.write', contact.site_id)

export const contactAbilities = (scope: Scope, contact: ContactFacts): Contact['abilities'] => {
  const edit = mayEditContact(scope, contact)
  return {
    edit,
    archive: edit && !hasOpenAccess(contact),
    restore: mayRestoreContact(scope, contact),
    giveAccess: edit && contact.user_state === null,
  }
}
