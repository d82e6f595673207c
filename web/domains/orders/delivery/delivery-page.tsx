import { Button, Skeleton } from '@mantine/core'
import { IconEye, IconPaperclip, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Order, OrderStep } from '#api/orders/reading/orders'
import { pages } from '#api/pages'
import * as m from '#messages/delivery'
import * as orders from '#messages/orders'
import { KeptMark } from '../../../app/palette/kept-mark.tsx'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import type { Place } from '../../../platform/reading/place.ts'
import { WhatChanged } from '../../../ui/acts/what-changed.tsx'
import columns from '../../../ui/columns.module.css'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { useOrderActs } from '../life/changes/use-order-acts.ts'
import classes from '../orders.module.css'
import { orderQuery } from '../orders.queries.ts'
import { OrderAmendments } from '../reading/order/order-amendments.tsx'
import { OrderComments } from '../reading/order/order-comments.tsx'
import { OrderDocuments } from '../reading/order/order-documents.tsx'
import { OrderActors, OrderFacts, OrdersTogether } from '../reading/order/order-facts.tsx'
import { OrderForm, OrderItems } from '../reading/order/order-items.tsx'
import { OrderBadges, orderSubtitle } from '../reading/order/order-title.tsx'
import { OrderTimeline } from '../reading/timeline/order-timeline.tsx'
import { DeliveryActions, type DeliveryWindow } from './delivery-actions.tsx'
import { NotesCard } from './notes-card.tsx'
import { StepActions } from './steps/step-actions.tsx'

const CancelWindow = lazyPart(() => import('../reading/order/cancel-window.tsx'), 'CancelWindow')
const AmendDrawer = lazyPart(() => import('./amend-drawer.tsx'), 'AmendDrawer')
const AttachDrawer = lazyPart(() => import('./attach-drawer.tsx'), 'AttachDrawer')
const DeliverWindow = lazyPart(() => import('./deliver-window.tsx'), 'DeliverWindow')
const HandOverDrawer = lazyPart(() => import('./hand-over-drawer.tsx'), 'HandOverDrawer')
const ImpossibleWindow = lazyPart(() => import('./impossible-window.tsx'), 'ImpossibleWindow')
const AddStepDrawer = lazyPart(() => import('./steps/add-step-drawer.tsx'), 'AddStepDrawer')
const BlockDrawer = lazyPart(() => import('./steps/block-drawer.tsx'), 'BlockDrawer')
const PlanDrawer = lazyPart(() => import('./steps/plan-drawer.tsx'), 'PlanDrawer')

const route = getRouteApi(pages.delivery)

export const reads = ({ universe, params }: Place<{ readonly order: string }>) => [orderQuery(universe, params.order)]

interface WindowProps {
  readonly order: Order
  readonly onClose: () => void
}

const windows: Readonly<Record<DeliveryWindow, React.ComponentType<WindowProps>>> = {
  plan: PlanDrawer,
  addStep: AddStepDrawer,
  handOver: HandOverDrawer,
  amend: AmendDrawer,
  deliver: DeliverWindow,
  impossible: ImpossibleWindow,
  cancel: CancelWindow,
  attach: AttachDrawer,
}

interface SteeringProps {
  readonly order: Order
}

const Steering = ({ order }: SteeringProps) => {
  const acts = useOrderActs(order)
  const [opened, open] = useState<DeliveryWindow | null>(null)
  const [blocking, block] = useState<OrderStep | null>(null)
  const { abilities, reference } = order
  const Opened = opened ? windows[opened] : null
  const mayAddStep = abilities.plan && order.kind !== 'termination'
  return (
    <Page
      title={orders.orders_title({ reference })}
      badge={
        <>
          <OrderBadges order={order} />
          <CopyButton value={reference} />
        </>
      }
      subtitle={orderSubtitle(order)}
      mark={<KeptMark kind="order" reference={reference} />}
      breadcrumb={[{ label: m.delivery_title(), to: pages.queue }]}
      actions={<DeliveryActions order={order} acts={acts} onOpen={open} />}
    >
      <WhatChanged changes={acts.changes} onDismiss={acts.dismiss} />
      <span role="status" className="visually-hidden">
        {acts.said}
      </span>
      <div className={columns.sheet}>
        <div className={columns.column}>
          <SectionCard
            title={m.delivery_plan_of()}
            actions={
              mayAddStep ? (
                <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => open('addStep')}>
                  {m.delivery_add_step()}
                </Button>
              ) : null
            }
          >
            <OrderTimeline<OrderStep>
              order={order}
              actions={(step) => <StepActions order={order} step={step} acts={acts} onBlock={block} />}
            />
          </SectionCard>
          <OrderComments order={order} />
          <OrderItems order={order} />
          <OrderForm order={order} />
          <OrderAmendments amendments={order.amendments} />
        </div>
        <div className={`${columns.column} ${classes.aside}`}>
          <NotesCard order={order} />
          <OrderFacts order={order} />
          <OrderActors order={order} />
          <OrderDocuments
            order={order}
            actions={
              abilities.attach ? (
                <Button size="xs" variant="default" leftSection={<IconPaperclip size={15} aria-hidden />} onClick={() => open('attach')}>
                  {m.delivery_attach()}
                </Button>
              ) : null
            }
          />
          <OrdersTogether order={order} />
          <ButtonLink
            to={pages.order}
            params={{ universe: 'carrier', order: reference }}
            variant="subtle"
            leftSection={<IconEye size={16} stroke={1.6} aria-hidden />}
          >
            {m.delivery_as_shared()}
          </ButtonLink>
        </div>
      </div>
      {Opened ? <Opened order={order} onClose={() => open(null)} /> : null}
      {blocking ? <BlockDrawer order={order} step={blocking} onClose={() => block(null)} /> : null}
    </Page>
  )
}

/** An order as its pilot steers it: its steps, the two threads kept apart, what ends it. */
export const DeliveryPage = () => {
  const { universe, order: reference } = route.useParams()
  const { data: order, error } = useQuery(orderQuery(universe, reference))
  if (error && !order) return <PageProblem error={error} />
  if (!order)
    return (
      <Page title={orders.orders_title({ reference })} breadcrumb={[{ label: m.delivery_title(), to: pages.queue }]}>
        <Skeleton height={560} />
      </Page>
    )
  return <Steering key={reference} order={order} />
}
