import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { contactWords } from '#api/companies/words'
import { readContactSubscriptions } from '#api/notifications/subscriptions/subscriptions'
import * as m from '#messages/notifications'
import { sheetCrumbs } from '../../../../app/company/company-crumbs.ts'
import { useCompanyPlace } from '../../../../app/company/company-place.ts'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { read } from '../../../../platform/reading/read.ts'
import { useHolds } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { Page } from '../../../../ui/page.tsx'
import { useOpenCrumbs } from '../../open-crumbs.ts'
import { SubscriptionForm } from './subscription-form.tsx'

/** Contact → « Gestion des notifications ». */
export const ContactNotificationsPage = () => {
  const place = useCompanyPlace()
  const { contact = '' } = useParams({ strict: false }) as { contact?: string }
  const { data, error } = useQuery(
    read(readContactSubscriptions, { params: { universe: place.universe, company: place.company, contact } }),
  )
  const mayOpenContact = useHolds()('company.read')
  const back = mayOpenContact ? place.link('contact', { contact }) : place.link('contactsNotifications')
  const crumbs = useOpenCrumbs([
    ...sheetCrumbs(place, data?.company.name),
    { label: words(contactWords.title), ...place.link('contacts') },
    ...(data ? [{ label: data.name, ...back }] : []),
  ])
  if (error && !data) return <PageProblem error={error} />
  return (
    <Page
      title={m.notifications_manage()}
      documentTitle={data ? m.notifications_of({ name: data.name }) : m.notifications_manage()}
      subtitle={data ? `${data.name} · ${data.company.name}` : null}
      breadcrumb={crumbs}
    >
      {data ? <SubscriptionForm key={data.contactId} initial={data} back={back} /> : <Skeleton height={420} />}
    </Page>
  )
}
