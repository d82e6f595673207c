import { sql } from 'kysely'
import { pagePath } from '#api/pages'
import { withFirstOfMonth } from '#api/rules/first-of-month'
import { dayOf } from '../../../platform/clock.ts'
import { db, raw, type Transaction } from '../../../platform/db/query.ts'
import { isMailAddress, type MailQueue } from '../../../platform/mail/mail-queue.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import type { LockedOrder } from '../life/lock-order.ts'
import { orderAmended, orderStopped, orderWaits } from './order-events.ts'
import { type OrderNews, orderNewsMail } from './order-mails.ts'

export interface NewsTools {
  readonly mails: MailQueue
  readonly appUrl: string
}

type ToldOrder = Pick<
  LockedOrder,
  | 'id'
  | 'reference'
  | 'company_id'
  | 'company_name'
  | 'payer_id'
  | 'site_id'
  | 'site_ids'
  | 'subscription_id'
  | 'offer_name'
  | 'placed_by_user_id'
  | 'placed_universe'
  | 'onsite_contact_id'
  | 'delivered_on'
>

interface Reader {
  readonly email: string
  readonly user_id: string | null
  readonly login: string | null
  readonly language: string | null
  /** Universe in which the reader opens the order; null: no access. */
  readonly universe: 'client' | 'ambassador' | 'operator' | null
}

/**
 * Who ordered, and the contact on site. An order entered by the carrier, or by a partner who left since, has nobody of the customer behind it: then
 * the administrators of who pays.
 */
const readers = (order: ToldOrder) =>
  raw<Reader>(sql`
    with author as (
      select k.email, u.id as user_id, u.login, u.language, o.placed_universe as universe, 1 as rank
      from orders o join users u on u.id = o.placed_by_user_id join contacts k on k.id = u.contact_id
      where o.id = ${order.id} and u.state = 'active'
        and u.company_id = case o.placed_universe when 'client' then o.company_id when 'ambassador' then o.ambassador_id when 'operator' then o.operator_id end
    ), people as (
      select * from author
      union all
      select k.email, u.id, u.login, u.language, case when u.company_id = o.payer_id and o.company_id <> o.payer_id then 'operator' else 'client' end, 2
      from orders o join users u on u.company_id = o.payer_id join contacts k on k.id = u.contact_id
      where o.id = ${order.id} and u.is_administrator and u.state = 'active' and (o.placed_universe = 'carrier' or not exists (select from author))
      union all
      select k.email, null, null, null, null, 3 from orders o join contacts k on k.id = o.onsite_contact_id
      where o.id = ${order.id} and k.archived_at is null
    )
    select distinct on (lower(email)) email, user_id, login, language, universe from people where email is not null order by lower(email), rank`)

/** The name of the order's site when it has one only, for the words of events and mails. */
export const siteNameOf = async (tx: Transaction, order: Pick<ToldOrder, 'site_id' | 'site_ids'>): Promise<string | null> => {
  if (order.site_ids.length !== 1) return null
  return (await tx.first(db.selectFrom('sites').where('id', '=', order.site_id).select('name')))?.name ?? null
}

export const contractOf = async (tx: Transaction, order: Pick<ToldOrder, 'subscription_id'>): Promise<string> =>
  (await tx.first(db.selectFrom('subscriptions').where('id', '=', order.subscription_id).select('reference')))?.reference ?? ''

/** The order may be written down as delivered some days after it was. */
const inWords = (day: string, language: string | null): string =>
  withFirstOfMonth(Temporal.PlainDate.from(day).toLocaleString(language === 'en' ? 'en' : 'fr', { dateStyle: 'long' }))

/**
 * Queues, with what happened, a mail to whoever ordered and to the contact on site. Carrier and worker only: others do not read those people.
 * @returns the ids of the mails.
 */
export const mailOrderNews = async (
  tx: Transaction,
  { mails, appUrl }: NewsTools,
  order: ToldOrder,
  { news, detail }: { readonly news: OrderNews; readonly detail: string },
): Promise<string[]> => {
  const mailIds: string[] = []
  const people = await tx.all(readers(order))
  const [site, contract] = [await siteNameOf(tx, order), await contractOf(tx, order)]
  for (const reader of people.filter(({ email }) => isMailAddress(email)))
    mailIds.push(
      await mails.enqueue(tx, orderNewsMail, {
        to: reader.email,
        language: reader.language === 'en' ? 'en' : 'fr',
        companyId: order.company_id,
        userId: reader.user_id,
        login: reader.login,
        parameters: {
          news,
          reference: order.reference,
          contract,
          offer: order.offer_name,
          company: order.company_name,
          site,
          detail,
          day: news === 'delivered' ? inWords(order.delivered_on ?? dayOf(tx.now).toString(), reader.language) : null,
          url: reader.universe === null ? null : `${appUrl}${pagePath('order', { universe: reader.universe, order: order.reference })}`,
        },
      }),
    )
  return mailIds
}

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
export const tellOrderNews = async (tx: Transaction, tools: NewsTools, order: ToldOrder, news: News): Promise<void> => {
  const mailIds = await mailOrderNews(tx, tools, order, { news: news.news, detail: news.news === 'waits' ? news.cause : news.reason })
  const about = { ...(await aboutOrder(tx, order)), mailIds }
  if (news.news === 'waits') await publishEvent(tx, orderWaits, { ...about, parameters: { ...about.parameters, cause: news.cause } })
  else if (news.news === 'amended')
    await publishEvent(tx, orderAmended, { ...about, parameters: { ...about.parameters, reason: news.reason } })
  else await publishEvent(tx, orderStopped, { ...about, parameters: { ...about.parameters, outcome: news.news, reason: news.reason } })
}
