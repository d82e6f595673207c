import { Alert, CloseButton, Group } from '@mantine/core'
import { IconMailX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { countUnread } from '#api/notifications/inbox/notifications'
import * as m from '#messages/notifications'
import { companyLinks } from '../../app/company/company-place.ts'
import { read } from '../../platform/reading/read.ts'
import { useSession, useUniverse } from '../../platform/session.ts'
import { AnchorLink } from '../../ui/links.tsx'

/** Put away until the browser is closed, or until another address fails. */
const dismissedKey = 'failing-addresses-dismissed'
const readDismissed = (): string | null => {
  try {
    return sessionStorage.getItem(dismissedKey)
  } catch {
    return null
  }
}
const keepDismissed = (value: string): void => {
  try {
    sessionStorage.setItem(dismissedKey, value)
  } catch {}
}

/** On every page, to who can repair it: addresses of the company that refuse its mails. The count comes with the bell's. */
export const FailingBanner = () => {
  const universe = useUniverse()
  const { company } = useSession()
  const [dismissed, dismiss] = useState(readDismissed)
  const count = useQuery(read(countUnread, { params: { universe } })).data?.failingAddresses ?? 0
  const state = `${company.reference} ${count}`
  if (count === 0 || dismissed === state) return null
  const close = () => {
    keepDismissed(state)
    dismiss(state)
  }
  return (
    <Alert color="orange" variant="light" radius={0} icon={<IconMailX size={18} aria-hidden />} py="xs">
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <span>
          {m.notifications_failing_banner({ count })}{' '}
          <AnchorLink {...companyLinks(universe, company.reference, true)('companyNotifications')}>
            {m.notifications_failing_fix()}
          </AnchorLink>
        </span>
        <CloseButton aria-label={m.notifications_failing_dismiss()} onClick={close} />
      </Group>
    </Alert>
  )
}
