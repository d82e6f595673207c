import { sql } from 'kysely'
import * as z from 'zod/mini'
import { type Language, locales } from '#api/languages'
import { pagePath } from '#api/pages'
import { type Universe, universeSchema } from '#api/universes'
import type { ScopedTransaction } from '../../../../platform/context.ts'
import { raw, type Transaction } from '../../../../platform/db/query.ts'
import { defineNews, type Reader } from '../../../../platform/mail/define-news.ts'
import { actorNameFor } from '../../../activity/record-activity.ts'
import { fanOutOf, publishEvent } from '../../../notifications/delivery/publish-event.ts'
import type { Customer } from '../../../shop/customer.ts'
import { actor, deciders, type OrdersOf, onSite } from '../../news/order-people.ts'
import { totalsOf } from '../../reading/order-words.ts'
import type { LockedOrder } from '../lock-order.ts'
import { pricedItems } from '../order-items.ts'
import { orderAwaitsValidation } from './placing-events.ts'
import { orderPlacedMail, orderToValidateMail } from './placing-mails.ts'

/** An order just placed, as its event tells it. */
export interface ToldOrder {
  readonly id: string
  readonly reference: string
  readonly offer: string
  readonly siteId: string
  readonly siteIds: readonly string[]
  readonly site: string
}

interface Told {
  readonly id: string
  readonly reference: string
  readonly contract: string
  readonly offer: string
  readonly site: string
  readonly company_id: string
  readonly company_name: string
  readonly payer_universe: Universe
}

const told = (condition: ReturnType<OrdersOf<unknown>>) =>
  raw<Told>(sql`
    select o.id, o.reference, s.reference as contract, o.offer_name as offer, w.name as site, o.company_id, o.company_name,
      case when o.company_id <> o.payer_id then 'operator' else 'client' end as payer_universe
    from orders o join subscriptions s on s.id = o.subscription_id join sites w on w.id = o.site_id where ${condition} order by o.number`)

// A change of a contract may cost less: locale data would write a hyphen for the minus.
const written = (cents: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(cents / 100).replace('-', '−')

interface PricedOrder extends Told {
  readonly oneOffCents: number
  readonly monthlyCents: number
}

const factsOf = async (tx: Transaction, condition: ReturnType<OrdersOf<unknown>>) => {
  const orders: PricedOrder[] = []
  for (const order of await tx.all(told(condition))) orders.push({ ...order, ...totalsOf(await tx.all(pricedItems(order.id))) })
  const [first] = orders
  return first ? { orders, companyId: first.company_id, company: first.company_name } : null
}

const sum = (orders: readonly PricedOrder[], language: Language) => ({
  oneOff: written(
    orders.reduce((total, order) => total + order.oneOffCents, 0),
    language,
  ),
  monthly: written(
    orders.reduce((total, order) => total + order.monthlyCents, 0),
    language,
  ),
})

const listed = (orders: readonly Told[]) => orders.map(({ reference, contract, offer, site }) => ({ reference, contract, offer, site }))

/** The order's page; of several, the list of such. */
const pageOf = (appUrl: string, universe: Universe, orders: readonly Told[], state: 'running' | 'awaiting_client'): string =>
  `${appUrl}${orders.length > 1 ? `${pagePath('orders', { universe })}?state=${state}` : pagePath('order', { universe, order: orders[0]?.reference ?? '' })}`

const theirs = (orders: readonly PricedOrder[], { about }: Reader) => orders.filter(({ id }) => about.includes(id))

/** One order, or all those of a go. */
const which = { orderId: z.nullable(z.uuid()), batchId: z.nullable(z.uuid()) }
const itself: OrdersOf<{ readonly orderId: string | null; readonly batchId: string | null }> = ({ orderId, batchId }) =>
  orderId === null ? sql`o.batch_id = ${batchId}` : sql`o.id = ${orderId}`

const placed = z.object({
  ...which,
  by: z.object({ userId: z.uuid(), universe: universeSchema, name: z.string() }),
  termsVersion: z.nullable(z.string()),
})
type Placed = z.infer<typeof placed>

/** Confirmed to who ordered or validated, and told to each contact on site of what concerns them. */
export const orderPlaced = defineNews({
  code: 'order.placed',
  subject: placed,
  readers: [actor<Placed>(({ by }) => by, itself), onSite<Placed>(itself)],
  facts: async (tx, subject) => {
    const facts = await factsOf(tx, itself(subject))
    return facts && { ...facts, by: subject.by.name, termsVersion: subject.termsVersion }
  },
  mail: orderPlacedMail,
  parameters: ({ orders, company, by, termsVersion }, reader, appUrl) => {
    const own = theirs(orders, reader)
    return reader.universe === null
      ? { reader: 'onsite' as const, company, by: company, orders: listed(own), oneOff: null, monthly: null, termsVersion: null, url: null }
      : {
          reader: 'orderer' as const,
          company,
          by,
          orders: listed(own),
          ...sum(own, reader.language),
          termsVersion,
          url: pageOf(appUrl, reader.universe, own, 'running'),
        }
  },
})

/** The link for the people who may decide on each order. */
export const orderAsked = defineNews({
  code: 'order.asked',
  subject: z.object({ ...which, by: z.string() }),
  readers: [deciders(itself, 'orders.manage')],
  facts: async (tx, subject) => {
    const facts = await factsOf(tx, itself(subject))
    return facts && { ...facts, by: subject.by }
  },
  mail: orderToValidateMail,
  parameters: ({ orders, company, by }, reader, appUrl) => {
    const own = theirs(orders, reader)
    return {
      company,
      by,
      orders: listed(own),
      ...sum(own, reader.language),
      url: pageOf(appUrl, reader.universe ?? 'client', own, 'awaiting_client'),
    }
  },
})

const actorOf = (tx: ScopedTransaction, companyId: string) => ({
  userId: tx.scope.userId,
  universe: tx.scope.universe,
  name: actorNameFor(tx.scope, companyId),
})

export const confirmBatch = (tx: ScopedTransaction, company: { readonly id: string }, batchId: string, termsVersion: string | null) =>
  orderPlaced.tell(tx, { orderId: null, batchId, by: actorOf(tx, company.id), termsVersion })

export const confirmOrder = (tx: ScopedTransaction, order: Pick<LockedOrder, 'id' | 'company_id'>, termsVersion: string) =>
  orderPlaced.tell(tx, { orderId: order.id, batchId: null, by: actorOf(tx, order.company_id), termsVersion })

/** Tells the people who may decide on each order of a go, with the link; and whoever subscribed to « E-Boutique » there. */
export const askForValidation = async (
  tx: ScopedTransaction,
  customer: Customer,
  batchId: string,
  orders: readonly ToldOrder[],
): Promise<void> => {
  const by = `${actorNameFor(tx.scope, customer.id)}${tx.scope.universe === 'carrier' ? '' : `, ${tx.scope.companyName}`}`
  const next = []
  for (const order of orders) {
    const eventId = await publishEvent(tx, orderAwaitsValidation, {
      companyId: customer.id,
      siteId: order.siteIds.length === 1 ? order.siteId : null,
      objectReference: order.reference,
      universes: [customer.decider.universe],
      isToldLater: true,
      parameters: { offer: order.offer, company: customer.name, site: order.siteIds.length === 1 ? order.site : null, by },
    })
    next.push(fanOutOf(eventId, tx.scope.userId, order.id))
  }
  await orderAsked.tell(tx, { orderId: null, batchId, by }, next)
}
