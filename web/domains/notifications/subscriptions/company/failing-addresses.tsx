import { IconMailX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { listFailingAddresses } from '#api/notifications/subscriptions/subscriptions'
import { pages } from '#api/pages'
import * as m from '#messages/notifications'
import { companyLinks } from '../../../../app/company/company-place.ts'
import { formatInstant } from '../../../../platform/format.ts'
import { read } from '../../../../platform/reading/read.ts'
import { useSession, useUniverse } from '../../../../platform/session.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { Notice } from '../../notice.tsx'
import classes from './company.module.css'

/** Addresses that refuse the mails: a company that is not told loses what it subscribed to. */
export const FailingAddresses = ({ company }: { readonly company: string }) => {
  const universe = useUniverse()
  const session = useSession()
  const { data } = useQuery({ ...read(listFailingAddresses, { params: { universe, company }, silent: true }), staleTime: 300_000 })
  const addresses = data?.addresses ?? []
  if (addresses.length === 0) return null
  const isOwnOnly = addresses.every(({ isOwn }) => isOwn)
  return (
    <Notice
      color="orange"
      variant="light"
      icon={<IconMailX size={18} />}
      title={isOwnOnly ? m.notifications_failing_own() : m.notifications_failing_title({ count: addresses.length })}
    >
      <ul className={classes.failing}>
        {addresses.map(({ address, reason, failedAt }) => (
          <li key={address}>
            {m.notifications_failing_line({
              address,
              reason: reason ?? m.notifications_failing_refused(),
              date: formatInstant(failedAt),
            })}
          </li>
        ))}
      </ul>
      {isOwnOnly ? (
        <AnchorLink to={pages.information} params={{ universe }}>
          {m.notifications_failing_fix_own()}
        </AnchorLink>
      ) : (
        <AnchorLink {...companyLinks(universe, company, company === session.company.reference)('companyNotifications')}>
          {m.notifications_failing_fix()}
        </AnchorLink>
      )}
    </Notice>
  )
}
