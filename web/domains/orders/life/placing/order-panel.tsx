import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Basket } from '#api/shop/baskets/baskets'
import * as m from '#messages/shop'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import order from '../../../shop/order.module.css'
import type { ShopPlace } from '../../../shop/shop-place.ts'
import { orderReason } from './order-reason.ts'

const RequestWindow = lazyPart(() => import('../../../shop/baskets/request-window.tsx'), 'RequestWindow')
const OrderWindow = lazyPart(() => import('./order-window.tsx'), 'OrderWindow')

/** « Commander », what it does, and why it waits. */
export const OrderPanel = ({ basket, place }: { readonly basket: Basket; readonly place: ShopPlace }) => {
  const [isOpen, window] = useDisclosure(false)
  const contracts = basket.lines.reduce((sum, line) => sum + line.contracts, 0)
  const why = orderReason(basket)
  const text =
    basket.mode === 'request'
      ? m.shop_will_request()
      : basket.mode === 'propose'
        ? m.shop_will_propose({ count: contracts, name: basket.company.name })
        : m.shop_will_order({ count: contracts })
  return (
    <div className={order.order}>
      <Button size="md" fullWidth disabled={!basket.abilities.order} onClick={window.open} aria-describedby="order-why">
        {basket.mode === 'request' ? m.shop_ask_operator() : m.shop_order()}
      </Button>
      <Text id="order-why" fz="sm" c="dimmed" role={why ? 'status' : undefined}>
        {why ?? text}
      </Text>
      {isOpen && basket.mode !== 'request' ? <OrderWindow basket={basket} place={place} onClose={window.close} /> : null}
      {isOpen && basket.mode === 'request' ? <RequestWindow basket={basket} place={place} onClose={window.close} /> : null}
    </div>
  )
}
