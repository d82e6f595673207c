import type { UserState } from '#api/companies/contacts/user-states'
import type { PortalUser, UserRow } from '#api/identity/users/users'
import type { Language } from '#api/languages'
import type { Universe } from '#api/universes'
import type { Scope } from '../../../platform/context.ts'
import type { Delegation } from '../../access/open-delegation.ts'
import { abilitiesOf, type JudgedUser, mayResend } from './users.policy.ts'
import type { HeldRight } from './users.repository.ts'

export interface UserListRow {
  readonly id: string
  readonly login: string
  readonly display_name: string
  readonly email: string | null
  readonly state: UserState
  readonly is_administrator: boolean
  readonly rights: readonly HeldRight[]
  readonly universes: readonly Universe[]
  readonly site: { readonly id: string; readonly name: string } | null
  readonly site_id: string | null
  readonly company_reference: string
  readonly company_name: string
  readonly last_sign_in_at: Date | null
  readonly created_at: Date
  /** When the invitation was sent again, last. */
  readonly invited_again_at: Date | null
}

export interface UserDetailRow extends UserListRow {
  readonly contact_id: string
  readonly version: number
  readonly first_name: string
  readonly last_name: string
  readonly job_title: string | null
  readonly phone: string | null
  readonly mobile: string | null
  readonly language: Language
}

const judged = (row: UserListRow): JudgedUser => ({
  id: row.id,
  siteId: row.site_id,
  state: row.state,
  isAdministrator: row.is_administrator,
})

export const presentRow =
  (scope: Scope) =>
  (row: UserListRow): UserRow => ({
    login: row.login,
    name: row.display_name,
    email: row.email,
    state: row.state,
    isAdministrator: row.is_administrator,
    rights: [...row.rights],
    universes: [...row.universes],
    site: row.site,
    company: { reference: row.company_reference, name: row.company_name },
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    invitedAt: row.state === 'invited' ? (row.invited_again_at ?? row.created_at).toISOString() : null,
    abilities: { resend: mayResend(scope, judged(row)) },
  })

export const presentUser = (row: UserDetailRow, scope: Scope, delegation: Delegation): PortalUser => ({
  ...presentRow(scope)(row),
  contactId: row.contact_id,
  firstName: row.first_name,
  lastName: row.last_name,
  jobTitle: row.job_title,
  phone: row.phone,
  mobile: row.mobile,
  language: row.language,
  version: row.version,
  abilities: abilitiesOf(scope, delegation, judged(row)),
})
