import type { ContactRow } from '#api/companies/contacts/contacts'
import { contactWords } from '#api/companies/words'
import { words } from '../../../platform/words.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { UserStateBadge } from './user-state-badge.tsx'

export const contactName = ({ firstName, lastName }: Pick<ContactRow, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim()

/** Whether the contact opens the portal. */
export const AccessBadge = ({ access }: Pick<ContactRow, 'access'>) =>
  access ? <UserStateBadge state={access.state} /> : <StateBadge tone="neutral" label={words(contactWords.noAccess)} />
