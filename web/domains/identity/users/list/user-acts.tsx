import { IconLock, IconLockOpen, IconSend } from '@tabler/icons-react'
import {
  reactivateAllUsers,
  reactivateUsers,
  resendAllInvitations,
  resendInvitations,
  suspendAllUsers,
  suspendUsers,
} from '#api/identity/users/user-acts'
import type { listAllUsers, listUsers, UserRow } from '#api/identity/users/users'
import * as m from '#messages/users'
import { agreed } from '../../../../ui/data-list/selection/agreed.ts'
import type { BulkOffer } from '../../../../ui/data-list/selection/bulk-types.ts'

const offers = () => ({
  resend: {
    label: m.users_resend(),
    icon: <IconSend size={16} stroke={1.6} aria-hidden />,
    isFor: ({ state }: UserRow) => state === 'invited',
  },
  reactivate: {
    label: m.users_reactivate(),
    icon: <IconLockOpen size={16} stroke={1.6} aria-hidden />,
    isFor: ({ state }: UserRow) => state === 'suspended',
  },
  suspend: {
    label: m.users_suspend(),
    icon: <IconLock size={16} stroke={1.6} aria-hidden />,
    danger: true,
    isFor: ({ state }: UserRow) => state !== 'suspended',
    ask: () =>
      agreed({ title: m.users_suspend_many(), message: m.users_suspend_many_text(), confirmLabel: m.users_suspend(), danger: true }),
  },
})

/** What may be done to many accesses of a company. */
export const userActs = (): readonly BulkOffer<typeof listUsers>[] => {
  const { resend, reactivate, suspend } = offers()
  return [
    { ...resend, endpoint: resendInvitations },
    { ...reactivate, endpoint: reactivateUsers },
    { ...suspend, endpoint: suspendUsers, danger: true },
  ]
}

const keyOf = ({ company, login }: UserRow) => `${company.reference}/${login}`

/** The same across companies. */
export const allUserActs = (): readonly BulkOffer<typeof listAllUsers>[] => {
  const { resend, reactivate, suspend } = offers()
  return [
    { ...resend, endpoint: resendAllInvitations, keyOf },
    { ...reactivate, endpoint: reactivateAllUsers, keyOf },
    { ...suspend, endpoint: suspendAllUsers, keyOf, danger: true },
  ]
}
