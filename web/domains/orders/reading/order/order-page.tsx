import { Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCircleX, IconSteeringWheel } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Order } from '#api/orders/reading/orders'
import { orderWords } from '#api/orders/words'
import { pages } from '#api/pages'
import * as m from '#messages/orders'
import { KeptMark } from '../../../../app/palette/kept-mark.tsx'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import type { Place } from '../../../../platform/reading/place.ts'
import { words } from '../../../../platform/words.ts'
import columns from '../../../../ui/columns.module.css'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { ButtonLink } from '../../../../ui/links.tsx'
import { Page } from '../../../../ui/page.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { DecisionCard } from '../../life/decision/decision-card.tsx'
import classes from '../../orders.module.css'
import { orderQuery } from '../../orders.queries.ts'
import { OrderTimeline } from '../timeline/order-timeline.tsx'
import { OrderAmendments } from './order-amendments.tsx'
import { OrderComments } from './order-comments.tsx'
import { OrderDocuments } from './order-documents.tsx'
import { OrderActors, OrderFacts, OrdersTogether } from './order-facts.tsx'
import { OrderForm, OrderItems } from './order-items.tsx'
import { OrderSummary } from './order-summary.tsx'
import { OrderTabs } from './order-tabs.tsx'
import { orderSubtitle } from './order-title.tsx'
import type { OrderTab } from './tab-names.ts'

const CancelWindow = lazyPart(() => import('./cancel-window.tsx'), 'CancelWindow')

const route = getRouteApi(pages.order)

export const reads = ({ universe, params }: Place<{ readonly order: string }>) => [orderQuery(universe, params.order)]

/** The carrier's own acts have their page. */
const mayPilot = ({ abilities }: Order) => abilities.takeOver || abilities.plan || abilities.deliver || abilities.note

const OverviewTab = ({ order }: { readonly order: Order }) => (
  <div className={columns.sheet}>
    <div className={columns.column}>
      <SectionCard title={m.orders_follow()}>
        <OrderTimeline order={order} bare />
      </SectionCard>
      <OrderComments order={order} />
    </div>
    <div className={`${columns.column} ${classes.aside}`}>
      <OrderActors order={order} />
      <OrderFacts order={order} />
      <OrdersTogether order={order} />
    </div>
  </div>
)

const ContentTab = ({ order }: { readonly order: Order }) => (
  <>
    <OrderItems order={order} />
    <OrderForm order={order} />
    <OrderAmendments amendments={order.amendments} />
  </>
)

const parts: Readonly<Record<OrderTab, ComponentType<{ readonly order: Order }>>> = {
  overview: OverviewTab,
  content: ContentTab,
  documents: OrderDocuments,
}

const Content = ({ order }: { readonly order: Order }) => {
  const { tab = 'overview' } = route.useSearch()
  const Part = parts[tab]
  return (
    <>
      <OrderSummary order={order} />
      {order.abilities.validate ? <DecisionCard order={order} /> : null}
      <OrderTabs order={order} tab={tab} />
      <Part order={order} />
    </>
  )
}

/** An order as its client, the partner and the carrier's people follow it. */
export const OrderPage = () => {
  const { universe, order: reference } = route.useParams()
  const { data: order, error } = useQuery(orderQuery(universe, reference))
  const [isCancelling, cancelling] = useDisclosure(false)
  if (error && !order) return <PageProblem error={error} />
  return (
    <Page
      title={m.orders_title({ reference })}
      badge={order ? <CopyButton value={order.reference} /> : null}
      subtitle={order ? orderSubtitle(order) : null}
      mark={order ? <KeptMark kind="order" reference={order.reference} /> : null}
      breadcrumb={[{ label: words(orderWords.title), to: pages.orders }]}
      actions={
        order ? (
          <>
            {/* Whoever validates refuses beside it: one way to say no. */}
            {!order.abilities.validate && (order.abilities.cancel || order.abilities.cancelWithReason) ? (
              <Button variant="default" leftSection={<IconCircleX size={16} stroke={1.6} aria-hidden />} onClick={cancelling.open}>
                {m.orders_cancel()}
              </Button>
            ) : null}
            {universe === 'carrier' && mayPilot(order) ? (
              <ButtonLink
                to={pages.delivery}
                params={{ universe, order: reference }}
                leftSection={<IconSteeringWheel size={16} stroke={1.6} aria-hidden />}
              >
                {m.orders_pilot_it()}
              </ButtonLink>
            ) : null}
          </>
        ) : null
      }
    >
      {order ? <Content order={order} /> : <Skeleton height={520} />}
      {order && isCancelling ? <CancelWindow order={order} onClose={cancelling.close} /> : null}
    </Page>
  )
}
