import { sql } from 'kysely'
import * as z from 'zod/mini'
import { pagePath } from '#api/pages'
import { dayOf } from '../../../platform/clock.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { dayInWords } from '../../../platform/mail/days-in-words.ts'
import { defineNews, firstOf } from '../../../platform/mail/define-news.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import type { LockedOrder } from '../life/lock-order.ts'
import { orderAmended, orderStopped, orderWaits } from './order-events.ts'
import { orderNews, orderNewsMail } from './order-mails.ts'
import { administratorsOfPayer, type OrdersOf, onSite, orderer } from './order-people.ts'

type ToldOrder = Pick<
  LockedOrder,
  'id' | 'reference' | 'company_id' | 'company_name' | 'site_id' | 'site_ids' | 'subscription_id' | 'offer_name'
>

/** The name of the order's site when it has one only, for the words of events and mails. */
export const siteNameOf = async (tx: Transaction, order: Pick<ToldOrder, 'site_id' | 'site_ids'>): Promise<string | null> => {
  if (order.site_ids.length !== 1) return null
  return (await tx.first(db.selectFrom('sites').where('id', '=', order.site_id).select('name')))?.name ?? null
}

const contractOf = async (tx: Transaction, order: Pick<ToldOrder, 'subscription_id'>): Promise<string> =>
  (await tx.first(db.selectFrom('subscriptions').where('id', '=', order.subscription_id).select('reference')))?.reference ?? ''

const subject = z.object({ orderId: z.uuid(), news: z.enum(orderNews), detail: z.string() })
type Subject = z.infer<typeof subject>
const itself: OrdersOf<Subject> = ({ orderId }) => sql`o.id = ${orderId}`

/**
 * Told to whoever ordered and to the contact on site, whatever they subscribed to. An order entered by the carrier, or by a partner who left since,
 * has nobody of the customer behind it: then to the administrators of who pays.
 */
export const orderTold = defineNews({
  code: 'order.told',
  subject,
  readers: [firstOf(orderer(itself), administratorsOfPayer(itself)), onSite(itself)],
  facts: async (tx, { orderId, news, detail }) => {
    const order = await tx.first(db.selectFrom('orders').selectAll().where('id', '=', orderId))
    if (!order) return null
    return {
      companyId: order.company_id,
      order,
      news,
      detail,
      site: await siteNameOf(tx, order),
      contract: await contractOf(tx, order),
      day: news === 'delivered' ? (order.delivered_on ?? dayOf(tx.now).toString()) : null,
    }
  },
  mail: orderNewsMail,
  parameters: ({ order, news, detail, site, contract, day }, { language, universe }, appUrl) => ({
    news,
    reference: order.reference,
    contract,
    offer: order.offer_name,
    company: order.company_name,
    site,
    detail,
    day: day === null ? null : dayInWords(day, language),
    url: universe === null ? null : `${appUrl}${pagePath('order', { universe, order: order.reference })}`,
  }),
})

type News =
  | { readonly news: 'cancelled' | 'impossible' | 'amended'; readonly reason: string }
  | { readonly news: 'waits'; readonly cause: string }

/** What an event says of its order. */
export const aboutOrder = async (tx: Transaction, order: ToldOrder) => ({
  companyId: order.company_id,
  siteId: order.site_ids.length === 1 ? order.site_id : null,
  objectReference: order.reference,
  parameters: {
    offer: order.offer_name,
    company: order.company_name,
    site: await siteNameOf(tx, order),
    contract: await contractOf(tx, order),
  },
})

/** Mails whoever ordered, and notifies whoever else subscribed to « Livraisons ». */
export const tellOrderNews = async (tx: Transaction, order: ToldOrder, news: News): Promise<void> => {
  const mails = orderTold.about({ orderId: order.id, news: news.news, detail: news.news === 'waits' ? news.cause : news.reason })
  const about = { ...(await aboutOrder(tx, order)), mails }
  if (news.news === 'waits') await publishEvent(tx, orderWaits, { ...about, parameters: { ...about.parameters, cause: news.cause } })
  else if (news.news === 'amended')
    await publishEvent(tx, orderAmended, { ...about, parameters: { ...about.parameters, reason: news.reason } })
  else await publishEvent(tx, orderStopped, { ...about, parameters: { ...about.parameters, outcome: news.news, reason: news.reason } })
}
