import { identityChanged, identityContested } from './domains/companies/company/identity-news.ts'
import { paymentTold } from './domains/companies/payment/warn-administrators.ts'
import { companyEvents } from './domains/notifications/company-events.ts'
import type { EventKind } from './domains/notifications/delivery/event-kind.ts'
import { firstEvents } from './domains/notifications/first-events.ts'
import { addressTaken } from './domains/notifications/unsubscribe/tell-taken.ts'
import { placingEvents } from './domains/orders/life/placing/placing-events.ts'
import { orderAsked, orderPlaced } from './domains/orders/life/placing/tell-placed.ts'
import { deliveryEvents } from './domains/orders/news/order-events.ts'
import { orderTold } from './domains/orders/news/tell-customer.ts'
import { renewalEvents } from './domains/orders/renewals/renewal-news.ts'
import { renewalTold } from './domains/orders/renewals/tell-renewals.ts'
import { terminationAsked } from './domains/orders/termination/asking/propose-termination.ts'
import { terminationEvents } from './domains/orders/termination/termination-events.ts'
import { terminationTold } from './domains/orders/termination/termination-mails.ts'
import { requestEvents } from './domains/shop/requests/request-events.ts'
import type { News } from './platform/mail/define-news.ts'

/** Everything that people may be told about: the only list of the domains' events. */
export const portalEventKinds: readonly EventKind[] = [
  ...firstEvents,
  ...companyEvents,
  ...deliveryEvents,
  ...terminationEvents,
  ...renewalEvents,
  ...placingEvents,
  ...requestEvents,
]

/** Everything that is told by mail whatever people subscribed to: the only list of the domains' news. */
export const portalNews = [
  orderTold,
  orderPlaced,
  orderAsked,
  terminationTold,
  terminationAsked,
  renewalTold,
  paymentTold,
  identityChanged,
  identityContested,
  addressTaken,
] as readonly News[]
