import type { ContactRow } from '#api/companies/contacts/contacts'
import { contactWords, userStateWords } from '#api/companies/words'
import { words } from '../../../platform/words.ts'
import { StateBadge, type StateTone } from '../../../ui/state-badge.tsx'

export const contactName = ({ firstName, lastName }: Pick<ContactRow, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim()

const tones: Readonly<Record<NonNullable<ContactRow['access']>['state'], StateTone>> = {
  invited: 'info',
  active: 'success',
  suspended: 'danger',
}

/** Whether the contact opens the portal. */
export const AccessBadge = ({ access }: Pick<ContactRow, 'access'>) => (
  <StateBadge
    tone={access ? tones[access.state] : 'neutral'}
    label={access ? words(userStateWords[access.state]) : words(contactWords.noAccess)}
  />
)
