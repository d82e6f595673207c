import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { readOwnSubscriptions } from '#api/notifications/subscriptions/subscriptions'
import { pages } from '#api/pages'
import * as m from '#messages/notifications'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { read } from '../../../../platform/reading/read.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { AccountFrame } from '../../../identity/account/account-frame.tsx'
import { FailingAddresses } from '../company/failing-addresses.tsx'
import { SubscriptionForm } from './subscription-form.tsx'

/** « Mes notifications »: what one wants to be told, and how mails are gathered. */
export const OwnNotificationsPage = () => {
  const universe = useUniverse()
  const { data, error } = useQuery(read(readOwnSubscriptions, { params: { universe } }))
  if (error && !data) return <PageProblem error={error} />
  return (
    <AccountFrame title={m.notifications_own_title()} wide>
      {data ? (
        <>
          <FailingAddresses company={data.company.reference} />
          <SubscriptionForm key={data.contactId} initial={data} back={{ to: pages.information, params: { universe } }} />
        </>
      ) : (
        <Skeleton height={420} />
      )}
    </AccountFrame>
  )
}
