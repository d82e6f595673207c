import { declareImpossible } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import * as m from '#messages/delivery'
import * as orders from '#messages/orders'
import { call } from '../../../platform/call.ts'
import { useUniverse } from '../../../platform/session.ts'
import { ReasonWindow } from '../../../ui/acts/reason-window.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { useSeenOrder } from '../life/changes/use-order-acts.ts'

/** Nothing can be delivered: why, in words that the customer reads. */
export const ImpossibleWindow = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { changes, send } = useSeenOrder(order)
  return (
    <ReasonWindow
      title={m.delivery_impossible_title({ reference: order.reference })}
      message={order.kind === 'creation' ? m.delivery_impossible_text_creation() : m.delivery_impossible_text()}
      label={orders.orders_reason_for_client()}
      isRequired
      maximum={500}
      confirmLabel={m.delivery_impossible()}
      changes={changes}
      onSend={async (reason) => {
        await send((seen) =>
          call(declareImpossible, { params: { universe, order: order.reference }, body: { version: seen.version, reason } }),
        )
        notifySuccess(m.delivery_impossible_done({ reference: order.reference }))
      }}
      onClose={onClose}
    />
  )
}
