import { Alert } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Subscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import * as m from '#messages/subscriptions'
import { useUniverse } from '../../../platform/session.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import { orderKindLabel } from '../../subscriptions/order-labels.ts'

const Notice = ({ color, children }: { readonly color: string; readonly children: ReactNode }) => (
  <Alert variant="light" color={color} icon={<IconInfoCircle size={18} stroke={1.6} aria-hidden />}>
    {children}
  </Alert>
)

const OrderLink = ({ reference }: { readonly reference: string }) => {
  const universe = useUniverse()
  return (
    <AnchorLink to={pages.order} params={{ universe, order: reference }} underline="always">
      {m.subscriptions_awaiting_open({ reference })}
    </AnchorLink>
  )
}

/** Why there is no « Modifier », « Ajouter » or « Résilier », when the reader may wonder, and the way out. */
export const ContractNotice = ({ contract }: { readonly contract: Subscription }) => {
  const { terminationRefusal: refusal, runningOrder, waitsForOrder } = contract
  if (runningOrder?.state === 'awaiting_client') {
    const { reference, kind } = runningOrder
    return (
      <Notice color="yellow">
        {m.subscriptions_awaiting({ kind: orderKindLabel(kind), reference })} <OrderLink reference={reference} />
      </Notice>
    )
  }
  if (runningOrder && waitsForOrder) {
    const { reference, kind } = runningOrder
    return (
      <Notice color="gray">
        {m.subscriptions_waits_for_order({ kind: orderKindLabel(kind), reference })} <OrderLink reference={reference} />
      </Notice>
    )
  }
  if (refusal !== 'operator_only' && refusal !== 'other_sites') return null
  return <Notice color="gray">{m[`subscriptions_refusal_${refusal}`]()}</Notice>
}
