import { ActionIcon, Button } from '@mantine/core'
import {
  IconBan,
  IconCalendar,
  IconCircleX,
  IconDots,
  IconPencil,
  IconTruckDelivery,
  IconUserCheck,
  IconUserShare,
} from '@tabler/icons-react'
import { startDelivery, takeOver } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import * as common from '#messages/common'
import * as m from '#messages/delivery'
import * as orders from '#messages/orders'
import { call } from '../../../platform/call.ts'
import { useUniverse } from '../../../platform/session.ts'
import { ActionsMenu, type MenuAction } from '../../../ui/menu/actions-menu.tsx'
import type { useOrderActs } from '../life/changes/use-order-acts.ts'

export type DeliveryWindow = 'plan' | 'handOver' | 'amend' | 'deliver' | 'impossible' | 'cancel' | 'attach' | 'addStep'

interface DeliveryActionsProps {
  readonly order: Order
  readonly acts: ReturnType<typeof useOrderActs>
  readonly onOpen: (window: DeliveryWindow) => void
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** What the pilot does about the whole order: the next act as a button, what ends or changes it in a menu. */
export const DeliveryActions = ({ order, acts, onOpen }: DeliveryActionsProps) => {
  const universe = useUniverse()
  const { abilities, pilot, reference, version } = order
  // What calls for the pilot stands out: taking over, starting, then delivering once nothing else is left to do.
  const isReady = pilot !== null && !abilities.start && order.steps.every(({ state }) => state === 'done' || state === 'skipped')
  const params = { universe, order: reference }
  const take = () => acts.act('take', () => call(takeOver, { params, body: { version } }), m.delivery_taken({ reference }))
  const start = () => acts.act('start', () => call(startDelivery, { params, body: { version } }), m.delivery_started({ reference }))
  const others: MenuAction[] = []
  const offer = (key: DeliveryWindow, allowed: boolean, label: string, sign: React.ReactNode, danger = false) => {
    if (allowed) others.push({ key, label, icon: sign, danger, onClick: () => onOpen(key) })
  }
  offer('handOver', abilities.handOver, m.delivery_hand_over(), <IconUserShare {...icon} />)
  offer('amend', abilities.amend, m.delivery_amend(), <IconPencil {...icon} />)
  offer('impossible', abilities.declareImpossible, m.delivery_impossible(), <IconBan {...icon} />, true)
  offer('cancel', abilities.cancelWithReason, orders.orders_cancel(), <IconCircleX {...icon} />, true)
  return (
    <>
      {others.length > 0 ? (
        <ActionsMenu
          width={260}
          actions={others}
          button={
            <ActionIcon size={36} variant="default" aria-label={common.list_row_actions({ label: reference })}>
              <IconDots size={18} />
            </ActionIcon>
          }
        />
      ) : null}
      {abilities.plan ? (
        <Button variant="default" leftSection={<IconCalendar {...icon} />} onClick={() => onOpen('plan')}>
          {m.delivery_plan()}
        </Button>
      ) : null}
      {abilities.start && !abilities.takeOver ? (
        <Button loading={acts.busy === 'start'} disabled={acts.busy !== null} onClick={() => void start()}>
          {m.delivery_start()}
        </Button>
      ) : null}
      {abilities.takeOver ? (
        <Button
          variant={pilot === null ? 'filled' : 'default'}
          leftSection={<IconUserCheck {...icon} />}
          loading={acts.busy === 'take'}
          disabled={acts.busy !== null}
          onClick={() => void take()}
        >
          {m.delivery_take_over()}
        </Button>
      ) : null}
      {abilities.deliver ? (
        <Button variant={isReady ? 'filled' : 'default'} leftSection={<IconTruckDelivery {...icon} />} onClick={() => onOpen('deliver')}>
          {m.delivery_deliver()}
        </Button>
      ) : null}
    </>
  )
}
