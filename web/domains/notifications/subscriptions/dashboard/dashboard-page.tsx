import { Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { contactWords } from '#api/companies/words'
import { listNotificationSubscriptions } from '#api/notifications/subscriptions/subscriptions'
import * as m from '#messages/notifications'
import { sheetCrumbs } from '../../../../app/company/company-crumbs.ts'
import { useCompanyPlace } from '../../../../app/company/company-place.ts'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { Page } from '../../../../ui/page.tsx'
import { useOpenCrumbs } from '../../open-crumbs.ts'
import { FailingAddresses } from '../company/failing-addresses.tsx'
import { Dashboard } from './dashboard.tsx'

const ToldDrawer = lazyPart(() => import('./told-drawer.tsx'), 'ToldDrawer')

/** « Gestion des contacts → Actions → Notifications ». */
export const DashboardPage = () => {
  const place = useCompanyPlace()
  const { data, error } = useQuery(read(listNotificationSubscriptions, { params: { universe: place.universe, company: place.company } }))
  const [isAsking, asking] = useDisclosure(false)
  const crumbs = useOpenCrumbs([...sheetCrumbs(place, data?.company.name), { label: words(contactWords.title), ...place.link('contacts') }])
  if (error && !data) return <PageProblem error={error} />
  return (
    <Page
      title={m.notifications_manage()}
      subtitle={data?.company.name}
      breadcrumb={crumbs}
      actions={
        <Button variant="default" leftSection={<IconUsers size={16} stroke={1.6} aria-hidden />} onClick={asking.open}>
          {m.notifications_told_title()}
        </Button>
      }
    >
      <FailingAddresses company={place.company} />
      {data ? <Dashboard key={place.company} place={place} data={data} /> : <Skeleton height={480} />}
      {isAsking ? <ToldDrawer place={place} onClose={asking.close} /> : null}
    </Page>
  )
}
