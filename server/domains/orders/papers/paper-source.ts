import { type SqlBool, sql } from 'kysely'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { formatSiren } from '#api/companies/rules/company/siren'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { type Language, languageOf, say as sayWords } from '#api/languages'
import { db, type RowsOf, raw, type Transaction } from '../../../platform/db/query.ts'
import type { OrderFormDocument, PrintedServices } from '../../../platform/documents/order-paper.ts'
import { type Say, sayIn } from '../../../platform/documents/words/words.ts'
import { englishName } from '../../catalog/english-name.ts'
import { addressLines, identityLines, legalLine } from '../../companies/issuer/issuer-lines.ts'
import { type IssuerSettings, issuerSettings, printedLogo } from '../../companies/issuer/issuer-settings.ts'
import { formInWords } from '../reading/order-words.ts'

const orders = (id: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('subscriptions as s', 's.id', 'o.subscription_id')
    .innerJoin('offers as f', 'f.id', 'o.offer_id')
    .innerJoin('offer_versions as v', 'v.id', 'o.offer_version_id')
    .leftJoin('order_batches as b', 'b.id', 'o.batch_id')
    .where('o.id', '=', id)
    .selectAll('o')
    .select(['s.reference as contract', 's.notice_count', 's.notice_unit', 'b.terms_version', 'b.terms_accepted_at', 'b.terms_accepted_by'])
    // The order keeps the name under which it was placed, in French.
    .select(englishName(sql`o.offer_name`).as('offer_name_en'))
    .select(sql<OfferDefinition>`v.definition`.as('definition'))
export type PaperOrder = RowsOf<ReturnType<typeof orders>>[number]

/** An order as its papers need it. */
export const paperOrder = (tx: Transaction, orderId: string): Promise<PaperOrder | undefined> => tx.first(orders(orderId))

/**
 * The language of a paper is its reader's: whoever ordered when they are of the company that it is for, else that company's first administrator,
 * else whoever ordered.
 */
export const paperLanguage = async (tx: Transaction, order: PaperOrder, companyId: string): Promise<Language> => {
  const found = await tx.first(
    raw<{ language: string }>(sql`
      select language from users
      where id = ${order.placed_by_user_id} or (company_id = ${companyId} and is_administrator and state = 'active')
      order by (company_id = ${companyId} and id is not distinct from ${order.placed_by_user_id}) desc, company_id = ${companyId} desc, login_number
      limit 1`),
  )
  return languageOf(found?.language)
}

const companyWithAddress = (id: string) =>
  db
    .selectFrom('companies as c')
    .leftJoin('sites as h', (join) => join.onRef('h.company_id', '=', 'c.id').on('h.is_head_office', '=', true))
    .where('c.id', '=', id)
    .select(['c.id', 'c.reference', 'c.name', 'c.siren', 'c.vat_number', 'h.street', 'h.complement', 'h.postcode', 'h.city', 'h.country'])
type AddressedCompany = RowsOf<ReturnType<typeof companyWithAddress>>[number]

const partyOf = (company: AddressedCompany, language: Language) => ({
  name: company.name,
  address:
    company.street === null
      ? []
      : addressLines(
          {
            street: company.street,
            complement: company.complement,
            postcode: company.postcode ?? '',
            city: company.city ?? '',
            country: company.country ?? 'FR',
          },
          language,
        ),
  small: [
    sayIn(language)('customerAccount', { reference: company.reference }),
    company.siren && `SIREN ${formatSiren(company.siren)}`,
  ].filter((line): line is string => Boolean(line)),
})

/** The carrier by its settings; until it filled them, by its name and head office: an order does not wait for that. */
const issuerOf = async (
  tx: Transaction,
  settings: IssuerSettings | undefined,
  language: Language,
): Promise<OrderFormDocument['issuer']> => {
  if (settings && settings.street !== '')
    return {
      name: settings.legal_name,
      address: addressLines(settings, language),
      small: identityLines(settings, language),
      legalLine: legalLine(settings, language),
    }
  const carrier = await tx.first(
    db.selectFrom('companies').where(sql<SqlBool>`universes @> array['carrier']`).orderBy('number').select('id').limit(1),
  )
  const company = carrier && (await tx.first(companyWithAddress(carrier.id)))
  const party = company ? partyOf(company, language) : { name: '', address: [], small: [] }
  return {
    ...party,
    small: company ? identityLines(company, language) : [],
    legalLine: settings ? legalLine(settings, language) : party.name,
  }
}

/** One of two columns that name the same thing. */
export const nameIn = (language: Language, fr: string, en: string): string => sayWords({ fr, en }, language)

/** What every paper of an order prints, and what the others need to write theirs. */
export const commonParts = async (tx: Transaction, order: PaperOrder, language: Language) => {
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
  const siteNames: ReadonlyMap<string, string> = new Map(sites.map(({ id, name }) => [id, name]))
  const phone = order.onsite_contact_phone && formatPhone(order.onsite_contact_phone)
  const settings = await issuerSettings(tx)
  const paper = {
    language,
    logo: printedLogo(settings),
    reference: order.reference,
    issuer: await issuerOf(tx, settings, language),
    customer: partyOf(payer, language),
    endCustomer: payer.id === user.id ? null : partyOf(user, language),
    offer: nameIn(language, order.offer_name, order.offer_name_en),
    sites: sites.map((site) => ({ name: site.name, address: addressLines(site, language).join(', ') })),
    onsiteContact: order.onsite_contact_name && [order.onsite_contact_name, phone].filter(Boolean).join(' · '),
    characteristics: formInWords(order.definition, order.values, siteNames).map(
      ({ label, value }) => [label[language], value[language]] as const,
    ),
  }
  const say: Say = sayIn(language)
  return { paper, siteNames, say }
}

/** Services of the order's contract, those alike on one line: created on a day, or those that close on one. */
export const servicesOf = async (
  tx: Transaction,
  order: PaperOrder,
  {
    siteNames,
    language,
    ...when
  }: { siteNames: ReadonlyMap<string, string>; language: Language } & ({ createdOn: string } | { closedOn: string }),
): Promise<PrintedServices[]> => {
  const wanted = db.selectFrom('services').where('subscription_id', '=', order.subscription_id)
  const rows = await tx.all(
    ('createdOn' in when
      ? wanted.where('created_on', '=', when.createdOn)
      : wanted.where((either) => either.or([either('state', '=', 'active'), either('closed_on', '=', when.closedOn)]))
    )
      .select(['name', 'kind', 'site_id', sql<string>`min(reference)`.as('first'), sql<string>`max(reference)`.as('last')])
      .select((of) => of.fn.countAll<number>().as('count'))
      .groupBy(['name', 'kind', 'site_id'])
      .orderBy(sql`min(number)`),
  )
  // Services are named in French when they are made.
  const names = new Map(order.definition.services.map(({ name }) => [name.fr, name]))
  return rows.map((service) => ({
    reference: service.count > 1 ? `${service.first} – ${service.last}` : service.first,
    name: names.get(service.name)?.[language] ?? service.name,
    site: siteNames.get(service.site_id) ?? '',
    count: service.count,
  }))
}
