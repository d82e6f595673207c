import { type SqlBool, sql } from 'kysely'
import type { CharacteristicValues, OfferDefinition } from '#contract/rules/catalog/offer-definition'
import { formatSiren } from '#contract/rules/company/siren'
import { dayOf } from '../../../platform/clock.ts'
import { db, type RowsOf, type Transaction } from '../../../platform/db/query.ts'
import type { DeliveryNoteDocument, OrderFormDocument } from '../../../platform/documents/order-paper.ts'
import { addressLines, identityLines, legalLine } from '../../companies/issuer/issuer-lines.ts'
import { issuerSettings } from '../../companies/issuer/issuer-settings.ts'
import { pricedItems } from '../orders/order-items.ts'
import { formInWords, totalsOf, unitsAdded } from '../reading/order-words.ts'

const orders = (id: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('subscriptions as s', 's.id', 'o.subscription_id')
    .innerJoin('offer_versions as v', 'v.id', 'o.offer_version_id')
    .leftJoin('order_batches as b', 'b.id', 'o.batch_id')
    .where('o.id', '=', id)
    .selectAll('o')
    .select(['s.reference as contract', 's.notice_count', 's.notice_unit', 'b.terms_version', 'b.terms_accepted_at', 'b.terms_accepted_by'])
    .select(sql<OfferDefinition>`v.definition`.as('definition'))
export type PaperOrder = RowsOf<ReturnType<typeof orders>>[number]

const companyWithAddress = (id: string) =>
  db
    .selectFrom('companies as c')
    .leftJoin('sites as h', (join) => join.onRef('h.company_id', '=', 'c.id').on('h.is_head_office', '=', true))
    .where('c.id', '=', id)
    .select(['c.id', 'c.reference', 'c.name', 'c.siren', 'c.vat_number', 'h.street', 'h.complement', 'h.postcode', 'h.city', 'h.country'])
type AddressedCompany = RowsOf<ReturnType<typeof companyWithAddress>>[number]

const partyOf = (company: AddressedCompany) => ({
  name: company.name,
  address:
    company.street === null
      ? []
      : addressLines({
          street: company.street,
          complement: company.complement,
          postcode: company.postcode ?? '',
          city: company.city ?? '',
          country: company.country ?? 'FR',
        }),
  small: [`Compte client ${company.reference}`, company.siren && `SIREN ${formatSiren(company.siren)}`].filter((line): line is string =>
    Boolean(line),
  ),
})

/** The carrier by its settings; until it filled them, by its name and head office: an order does not wait for that. */
const issuerOf = async (tx: Transaction): Promise<OrderFormDocument['issuer']> => {
  const settings = await issuerSettings(tx)
  if (settings && settings.street !== '')
    return { name: settings.legal_name, address: addressLines(settings), small: identityLines(settings), legalLine: legalLine(settings) }
  const carrier = await tx.first(
    db.selectFrom('companies').where(sql<SqlBool>`universes @> array['carrier']`).orderBy('number').select('id').limit(1),
  )
  const company = carrier && (await tx.first(companyWithAddress(carrier.id)))
  const party = company ? partyOf(company) : { name: '', address: [], small: [] }
  return { ...party, small: company ? identityLines(company) : [], legalLine: settings ? legalLine(settings) : party.name }
}

const frenchDay = (day: string): string => day.split('-').reverse().join('/')
const months = (count: number): string => (count === 0 ? 'Sans' : `${count} mois`)

const common = async (tx: Transaction, order: PaperOrder) => {
  const sites = await tx.all(
    db
      .selectFrom('sites')
      .where(sql<SqlBool>`id = any (${order.site_ids}::uuid[])`)
      .selectAll()
      .orderBy(sql`id = ${order.site_id}`, 'desc')
      .orderBy('name'),
  )
  const user = await tx.first(companyWithAddress(order.company_id))
  const payer = order.payer_id === order.company_id ? user : await tx.first(companyWithAddress(order.payer_id))
  if (!user || !payer) throw new Error(`The companies of order ${order.reference} are not there.`)
  return {
    reference: order.reference,
    issuer: await issuerOf(tx),
    customer: partyOf(payer),
    endCustomer: payer.id === user.id ? null : partyOf(user),
    offer: order.offer_name,
    sites: sites.map((site) => ({ name: site.name, address: addressLines(site).join(', ') })),
    onsiteContact: order.onsite_contact_name && [order.onsite_contact_name, order.onsite_contact_phone].filter(Boolean).join(' · '),
    characteristics: formInWords(
      order.definition,
      order.values as CharacteristicValues,
      new Map(sites.map(({ id, name }) => [id, name])),
    ).map(({ label, value }) => [label.fr, value.fr] as const),
    siteNames: new Map(sites.map(({ id, name }) => [id, name])),
  }
}

const notice = (order: PaperOrder): string => (order.notice_unit === 'day' ? `${order.notice_count} jours` : `${order.notice_count} mois`)

const changeInWords = (order: PaperOrder): string | null =>
  order.kind === 'creation' || order.quantity_before === null || order.quantity_after === null
    ? null
    : `Sur le contrat ${order.contract} : de ${order.quantity_before} à ${order.quantity_after}`

const conditionsOf = (order: PaperOrder): string[] => [
  'Les prix sont en euros, hors taxes.',
  order.kind === 'modification'
    ? "Les montants sont la différence avec le contrat tel qu'il court. Le nouvel abonnement est facturé à compter du jour de la livraison, au prorata du mois."
    : "L'abonnement est facturé à compter du jour de la livraison, au prorata du premier mois.",
  ...(order.commitment_months > 0
    ? [`L'engagement de ${order.commitment_months} mois commence le jour de la livraison, constaté par le bon de livraison.`]
    : []),
  ...(order.kind === 'creation' ? [`Préavis de résiliation : ${notice(order)}. Toute période mensuelle entamée est due.`] : []),
]

const acceptanceOf = (order: PaperOrder): string | null =>
  order.terms_version && order.terms_accepted_at
    ? `Conditions générales de vente ${order.terms_version} acceptées le ${frenchDay(dayOf(order.terms_accepted_at).toString())}${order.terms_accepted_by ? ` par ${order.terms_accepted_by}` : ''}.`
    : null

/** What the order form prints: with the amounts of who pays. */
const orderForm = async (tx: Transaction, order: PaperOrder): Promise<OrderFormDocument> => {
  const { siteNames: _, ...paper } = await common(tx, order)
  const items = await tx.all(pricedItems(order.id))
  const amendments = await tx.all(
    db.selectFrom('order_amendments').where('order_id', '=', order.id).select(['at', 'reason']).orderBy('at').orderBy('id'),
  )
  const placed = dayOf(order.submitted_at ?? order.placed_at).toString()
  return {
    ...paper,
    day: placed,
    facts: [
      ['Date', frenchDay(placed)],
      ['Contrat', order.contract],
      ['Date souhaitée', order.wished_on ? frenchDay(order.wished_on) : 'Au plus tôt'],
      ['Engagement', months(order.commitment_months)],
      ['Commandé par', order.placed_by_name],
    ],
    items: items.map((item) => ({
      label: item.label,
      quantity: unitsAdded(item),
      unitOneOffCents: item.one_off_cents,
      unitMonthlyCents: item.monthly_cents,
      oneOffCents: Math.round(item.one_off_cents * unitsAdded(item)),
      monthlyCents: Math.round(item.monthly_cents * unitsAdded(item)),
    })),
    totals: { ...totalsOf(items), commitmentMonths: order.commitment_months },
    change: changeInWords(order),
    conditions: conditionsOf(order),
    amendments: amendments.map(({ at, reason }) => ({ day: dayOf(at).toString(), reason })),
    acceptance: acceptanceOf(order),
  }
}

/** What the delivery note prints: no amount, an operator's client reads it too. */
const deliveryNote = async (tx: Transaction, order: PaperOrder): Promise<DeliveryNoteDocument> => {
  const { siteNames, ...paper } = await common(tx, order)
  const delivered = order.delivered_on ?? dayOf(order.placed_at).toString()
  const services = await tx.all(
    db
      .selectFrom('services')
      .where('subscription_id', '=', order.subscription_id)
      .where('created_on', '=', delivered)
      .select(['name', 'kind', 'site_id', sql<string>`min(reference)`.as('first'), sql<string>`max(reference)`.as('last')])
      .select((of) => of.fn.countAll<number>().as('count'))
      .groupBy(['name', 'kind', 'site_id'])
      .orderBy(sql`min(number)`),
  )
  const steps = await tx.all(db.selectFrom('order_steps').where('order_id', '=', order.id).selectAll().orderBy('position').orderBy('id'))
  const commitment = await tx.first(
    db.selectFrom('commitments').where('order_id', '=', order.id).select(['starts_on', 'ends_on', 'months']),
  )
  return {
    ...paper,
    day: delivered,
    facts: [
      ['Livré le', frenchDay(delivered)],
      ['Contrat', order.contract],
      ['Commandé le', frenchDay(dayOf(order.placed_at).toString())],
      ['Engagement', months(order.commitment_months)],
      ...(order.pilot_name ? [['Pilote', order.pilot_name] as const] : []),
    ],
    services: services.map((service) => ({
      reference: service.count > 1 ? `${service.first} – ${service.last}` : service.first,
      name: service.name,
      site: siteNames.get(service.site_id) ?? '',
      count: service.count,
    })),
    steps: steps.map(({ label, done_on, state }) => ({ label, doneOn: done_on, skipped: state === 'skipped' })),
    commitment: commitment
      ? `Engagement de ${commitment.months} mois, du ${frenchDay(commitment.starts_on)} au ${frenchDay(commitment.ends_on)}.`
      : null,
    conditions: [
      'La facturation commence ce jour, au prorata du mois en cours.',
      'Une réserve se signale depuis la commande, dans votre espace, ou auprès de votre partenaire.',
    ],
  }
}

/** An order as its papers need it. */
export const paperOrder = (tx: Transaction, orderId: string): Promise<PaperOrder | undefined> => tx.first(orders(orderId))

/** Everything that a paper prints. */
export const gatherPaper = (tx: Transaction, order: PaperOrder, paper: 'order_form' | 'delivery_note') =>
  paper === 'order_form' ? orderForm(tx, order) : deliveryNote(tx, order)
