import { cancelOrder, type Order } from '#api/orders/reading/orders'
import * as m from '#messages/orders'
import { call } from '../../../../platform/call.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { ReasonWindow } from '../../../../ui/acts/reason-window.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { useSeenOrder } from '../../life/changes/use-order-acts.ts'

/** Cancels an order: its client until delivery starts, the carrier with a reason that the client reads. */
export const CancelWindow = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { changes, send } = useSeenOrder(order)
  const withReason = order.abilities.cancelWithReason
  return (
    <ReasonWindow
      title={m.orders_cancel_title({ reference: order.reference })}
      message={order.kind === 'creation' ? m.orders_cancel_text_creation() : m.orders_cancel_text()}
      label={withReason ? m.orders_reason_for_client() : m.orders_reason()}
      isRequired={withReason}
      maximum={500}
      confirmLabel={m.orders_cancel()}
      changes={changes}
      onSend={async (reason) => {
        await send((seen) =>
          call(cancelOrder, {
            params: { universe, order: order.reference },
            body: { version: seen.version, ...(reason ? { reason } : {}) },
          }),
        )
        notifySuccess(m.orders_cancelled({ reference: order.reference }))
      }}
      onClose={onClose}
    />
  )
}
