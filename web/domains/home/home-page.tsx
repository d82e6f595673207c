import { Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { readHome } from '#api/home/home'
import { pages } from '#api/pages'
import { withFirstOfMonth } from '#api/rules/first-of-month'
import type { Universe } from '#api/universes'
import * as m from '#messages/home'
import { universeHomeLabel } from '../../app/universe-labels.ts'
import { formatDayAs } from '../../platform/format.ts'
import type { Place } from '../../platform/reading/place.ts'
import { read } from '../../platform/reading/read.ts'
import { useHolds, useSession, useUniverse } from '../../platform/session.ts'
import { today } from '../../ui/date-field/today.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import classes from './home.module.css'
import { ModulesCard } from './modules-card.tsx'
import { TodoCard } from './todo/todo-card.tsx'

const AccessCard = lazyPart(() => import('./access-card.tsx'), 'AccessCard')
const ClientsCard = lazyPart(() => import('./clients-card.tsx'), 'ClientsCard')
const CarrierDay = lazyPart(() => import('./day/carrier-day.tsx'), 'CarrierDay')
const DeliveriesCard = lazyPart(() => import('./deliveries-card.tsx'), 'DeliveriesCard')

const home = (universe: Universe) => read(readHome, { params: { universe } })
export const reads = ({ universe }: Place) => [home(universe)]

const NewOrder = () => {
  const universe = useUniverse()
  const holds = useHolds()
  const mayOrder = universe === 'carrier' ? holds('carrier.pilot') || holds('carrier.administer') : holds('orders.manage')
  return mayOrder ? (
    <ButtonLink to={pages.shop} params={{ universe }} variant="default" leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}>
      {m.home_new_order()}
    </ButtonLink>
  ) : null
}

/** « Mon Univers … »: what waits for the person first, then what runs, then where to go. */
export const HomePage = () => {
  const session = useSession()
  const universe = useUniverse()
  const { data } = useQuery(home(universe))
  const day = withFirstOfMonth(formatDayAs(data?.today ?? today(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }))
  return (
    <Page title={universeHomeLabel(universe)} subtitle={`${session.company.name} · ${day}`} actions={<NewOrder />}>
      {data ? (
        <>
          {data.queue ? <CarrierDay queue={data.queue} todo={data.todo} /> : null}
          <div
            className={classes.first}
            data-alone={(data.queue !== null || data.access === null) && data.clients === null ? true : undefined}
          >
            {data.queue ? null : <TodoCard todo={data.todo} late={data.late} isMain />}
            <div className={classes.aside}>
              {data.clients && data.clients.length > 0 ? <ClientsCard clients={data.clients} /> : null}
              {data.access ? <AccessCard access={data.access} /> : null}
            </div>
          </div>
          {data.running ? <DeliveriesCard running={data.running} today={data.today} /> : null}
        </>
      ) : (
        <Skeleton height={360} radius="lg" />
      )}
      <ModulesCard />
    </Page>
  )
}
