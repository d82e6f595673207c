import type { Basket } from '#api/shop/baskets/baskets'
import * as m from '#messages/shop'

/** Why « Commander » waits; null when nothing stops it. */
export const orderReason = ({ block, lines, abilities }: Basket): string | null => {
  if (abilities.order) return null
  if (block !== null) return m.shop_order_blocked()
  if (lines.some(({ offer }) => offer.standing === 'withdrawn' || offer.standing === 'not_allowed')) return m.shop_order_unavailable()
  if (lines.some(({ faults }) => faults.length > 0)) return m.shop_order_unfinished()
  return lines.some(({ change }) => change !== null) ? m.shop_order_changed() : m.shop_order_no_right()
}
