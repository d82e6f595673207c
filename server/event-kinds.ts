import type { EventKind } from './domains/notifications/delivery/event-kind.ts'
import { firstEvents } from './domains/notifications/first-events.ts'
import { placingEvents } from './domains/orders/life/placing/placing-events.ts'
import { deliveryEvents } from './domains/orders/news/order-events.ts'
import { renewalEvents } from './domains/orders/renewals/renewal-news.ts'
import { terminationEvents } from './domains/orders/termination/termination-events.ts'
import { requestEvents } from './domains/shop/requests/request-events.ts'

/** Everything that people may be told about: the only list of the domains' events. */
export const portalEventKinds: readonly EventKind[] = [
  ...firstEvents,
  ...deliveryEvents,
  ...terminationEvents,
  ...renewalEvents,
  ...placingEvents,
  ...requestEvents,
]
