import { sql } from 'kysely'
import { pagePath } from '#api/pages'
import type { Universe } from '#api/universes'
import type { ScopedTransaction } from '../../../../platform/context.ts'
import { raw } from '../../../../platform/db/query.ts'
import { isMailAddress } from '../../../../platform/mail/mail-queue.ts'
import { actorNameFor } from '../../../activity/record-activity.ts'
import { publishEvent } from '../../../notifications/delivery/publish-event.ts'
import type { Customer } from '../../../shop/customer.ts'
import type { NewsTools } from '../../news/tell-customer.ts'
import { orderAwaitsValidation } from './placing-events.ts'
import { orderPlacedMail, orderToValidateMail } from './placing-mails.ts'

/** An order just placed, or just validated, as its mails tell it. */
export interface ToldOrder {
  readonly id: string
  readonly reference: string
  readonly contract: string
  readonly offer: string
  readonly siteId: string
  readonly siteIds: readonly string[]
  readonly site: string
  readonly oneOffCents: number
  readonly monthlyCents: number
}

type Language = 'fr' | 'en'
const languageOf = (text: string | null): Language => (text === 'en' ? 'en' : 'fr')

// A change of a contract may cost less: locale data would write a hyphen for the minus.
const written = (cents: number, language: Language): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(cents / 100).replace('-', '−')

const totals = (orders: readonly ToldOrder[], language: Language) => ({
  oneOff: written(
    orders.reduce((sum, order) => sum + order.oneOffCents, 0),
    language,
  ),
  monthly: written(
    orders.reduce((sum, order) => sum + order.monthlyCents, 0),
    language,
  ),
})

const listed = (orders: readonly ToldOrder[]) =>
  orders.map(({ reference, contract, offer, site }) => ({ reference, contract, offer, site }))

/** The order's page; of several, the list of such. */
const pageOf = ({ appUrl }: NewsTools, universe: Universe, orders: readonly ToldOrder[], state: 'running' | 'awaiting_client'): string =>
  `${appUrl}${orders.length > 1 ? `${pagePath('orders', { universe })}?state=${state}` : pagePath('order', { universe, order: orders[0]?.reference ?? '' })}`

/** Confirms submitted orders to who ordered or validated them, and tells each contact on site of what concerns them. */
export const confirmOrders = async (
  tx: ScopedTransaction,
  tools: NewsTools,
  company: { readonly id: string; readonly name: string },
  orders: readonly ToldOrder[],
  termsVersion: string | null,
): Promise<void> => {
  const by = actorNameFor(tx.scope, company.id)
  const own = await tx.first(
    raw<{ email: string | null; language: string | null; login: string | null }>(sql`select * from app.own_mail_address()`),
  )
  if (own?.email && isMailAddress(own.email)) {
    const language = languageOf(own.language)
    await tools.mails.enqueue(tx, orderPlacedMail, {
      to: own.email,
      language,
      companyId: company.id,
      userId: tx.scope.userId,
      login: own.login,
      parameters: {
        reader: 'orderer',
        company: company.name,
        by,
        orders: listed(orders),
        ...totals(orders, language),
        termsVersion,
        url: pageOf(tools, tx.scope.universe, orders, 'running'),
      },
    })
  }
  const onSite = new Map<string, { language: Language; orders: ToldOrder[] }>()
  for (const order of orders) {
    const contact = await tx.first(
      raw<{ email: string | null; language: string | null }>(sql`select * from app.onsite_mail_address(${order.id})`),
    )
    const email = contact?.email?.toLowerCase()
    if (!email || !isMailAddress(email) || email === own?.email?.toLowerCase()) continue
    const known = onSite.get(email) ?? { language: languageOf(contact?.language ?? null), orders: [] }
    onSite.set(email, { ...known, orders: [...known.orders, order] })
  }
  for (const [to, reader] of onSite)
    await tools.mails.enqueue(tx, orderPlacedMail, {
      to,
      language: reader.language,
      companyId: company.id,
      parameters: {
        reader: 'onsite',
        company: company.name,
        by: company.name,
        orders: listed(reader.orders),
        oneOff: null,
        monthly: null,
        termsVersion: null,
        url: null,
      },
    })
}

interface Decider {
  readonly id: string
  readonly email: string | null
  readonly login: string
  readonly language: string | null
  readonly held: 'all' | string[]
}

/** More people than this are not asked to decide on one order: administrators come first. */
const mostDeciders = 30

/** Who may decide, with the sites that their right covers. */
export const decidersOf = ({ companyId, universe }: Customer['decider'], right: 'orders.manage' | 'orders.terminate' = 'orders.manage') =>
  raw<Decider>(sql`
    select u.id, k.email, u.login, u.language, er.grants -> ${right}::text as held
    from users u join contacts k on k.id = u.contact_id join effective_rights er on er.user_id = u.id and er.universe = ${universe}
    where u.company_id = ${companyId} and u.state = 'active' and er.grants ? ${right}::text
    order by u.is_administrator desc, u.login limit ${mostDeciders}`)

/** Tells the people who may decide on each order, with the link; and whoever subscribed to « E-Boutique » there. */
export const askForValidation = async (
  tx: ScopedTransaction,
  tools: NewsTools,
  customer: Customer,
  orders: readonly ToldOrder[],
): Promise<void> => {
  const by = `${actorNameFor(tx.scope, customer.id)}${tx.scope.universe === 'carrier' ? '' : `, ${tx.scope.companyName}`}`
  const mailIds = new Map<string, string[]>()
  for (const person of await tx.all(decidersOf(customer.decider))) {
    const { held } = person
    const theirs = orders.filter(({ siteIds }) => held === 'all' || siteIds.every((id) => held.includes(id)))
    if (theirs.length === 0 || !person.email || !isMailAddress(person.email)) continue
    const language = languageOf(person.language)
    const mailId = await tools.mails.enqueue(tx, orderToValidateMail, {
      to: person.email,
      language,
      companyId: customer.id,
      userId: person.id,
      login: person.login,
      parameters: {
        company: customer.name,
        by,
        orders: listed(theirs),
        ...totals(theirs, language),
        url: pageOf(tools, customer.decider.universe, theirs, 'awaiting_client'),
      },
    })
    for (const { reference } of theirs) mailIds.set(reference, [...(mailIds.get(reference) ?? []), mailId])
  }
  for (const order of orders)
    await publishEvent(tx, orderAwaitsValidation, {
      companyId: customer.id,
      siteId: order.siteIds.length === 1 ? order.siteId : null,
      objectReference: order.reference,
      universes: [customer.decider.universe],
      mailIds: mailIds.get(order.reference) ?? [],
      parameters: { offer: order.offer, company: customer.name, site: order.siteIds.length === 1 ? order.site : null, by },
    })
}
