import { type SqlBool, sql } from 'kysely'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { subscriptionNumber } from '#api/rules/commerce-references'
import { foldText } from '#api/rules/text-fold'
import { centsOf, subscriptionFile } from '#api/subscriptions/imports'
import { dayOf } from '../../../platform/clock.ts'
import { db, raw, type Transaction } from '../../../platform/db/query.ts'
import { importKind } from '../../../platform/imports/import-kind.ts'
import { listed } from '../../../platform/imports/line.ts'
import { ownersOf } from '../../companies/imports/owners.ts'
import { startCommitment } from '../activate-subscription.ts'
import { sitesOf } from './sites-of.ts'

interface OfferForImport {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly family: string
  readonly version_id: string
  readonly definition: OfferDefinition
}

/** Offers by code or by name with their last published version: what was contracted before the portal is read with today's form. */
const offersOf = async (tx: Transaction, texts: readonly string[]): Promise<(text: string | undefined) => OfferForImport | undefined> => {
  const offers = await tx.all(
    raw<OfferForImport>(sql`
      select distinct on (f.id) f.id, f.code, f.name, f.name_en, f.family, v.id as version_id, v.definition
      from offers f join offer_versions v on v.offer_id = f.id and v.state = 'published'
      where f.code = any (${texts.map((text) => text.toUpperCase())}::text[]) or app.fold(f.name) = any (${texts.map(foldText)}::text[])
        or app.fold(f.name_en) = any (${texts.map(foldText)}::text[])
      order by f.id, v.number desc`),
  )
  return (text) => {
    if (text === undefined) return undefined
    const named = offers.filter(({ name, name_en }) => foldText(name) === foldText(text) || foldText(name_en) === foldText(text))
    return offers.find(({ code }) => code === text.toUpperCase()) ?? (named.length === 1 ? named[0] : undefined)
  }
}

/** Contracts of before, recognised by the carrier's own key; one that stands is left as it is. */
export const subscriptionLines = importKind({
  file: subscriptionFile,
  table: 'subscriptions',
  key: ({ externalKey = '' }) => externalKey,
  recognise: async (tx, all) => {
    const ownerOf = await ownersOf(
      tx,
      all.map(({ company }) => company),
    )
    const siteOf = await sitesOf(
      tx,
      all.flatMap(({ company }) => ownerOf(company)?.id ?? []),
    )
    const offerOf = await offersOf(tx, listed(all.map(({ offer }) => offer)))
    const contracts = await tx.all(
      db
        .selectFrom('subscriptions')
        .select(['id', 'reference', 'external_key', 'company_id'])
        .where(
          sql<SqlBool>`external_key = any (${listed(all.map(({ externalKey }) => externalKey))}::text[]) or reference = any (${listed(all.map(({ reference }) => reference))}::text[])`,
        ),
    )
    const today = dayOf(tx.now).toString()
    const given = new Set<string>()
    return (values, fault) => {
      const owner = ownerOf(values.company)
      if (values.company && !owner) fault('company', 'company_unknown')
      const site = owner && siteOf(owner.id, values.site)
      if (owner && !site) fault('site', 'site_unknown')
      const offer = offerOf(values.offer)
      if (values.offer && !offer) fault('offer', 'offer_unknown')
      if (values.deliveredOn && values.terminatedOn && values.terminatedOn < values.deliveredOn) fault('terminatedOn', 'dates_reversed')
      // What is still to come is ordered, or asked for, on the portal: its day brings what follows from it.
      for (const column of ['deliveredOn', 'terminatedOn'] as const)
        if (values[column] !== undefined && values[column] > today) fault(column, 'date_future')
      const standing = contracts.find(({ external_key: key }) => key !== null && key === values.externalKey)
      if (standing && owner && standing.company_id !== owner.id) fault('externalKey', 'reference_taken')
      const holder = values.reference ? contracts.find(({ reference }) => reference === values.reference) : undefined
      if (values.reference && ((holder && holder !== standing) || given.has(values.reference))) fault('reference', 'reference_taken')
      if (values.reference) given.add(values.reference)
      return owner && site && offer ? { companyId: owner.id, siteId: site.id, offer, standing: standing ?? null } : null
    }
  },
  toRow: ({ externalKey, deliveredOn, terminatedOn }) => ({
    external_key: externalKey,
    delivered_on: deliveredOn,
    activated_on: deliveredOn,
    terminated_on: terminatedOn,
    state: terminatedOn ? ('terminated' as const) : ('active' as const),
  }),
  newRow: ({ reference, name, quantity, noticeMonths, tacitRenewal }, { companyId, siteId, offer }, now) => {
    const count = Number(quantity ?? 1) || 1
    return {
      number: reference === undefined ? undefined : (subscriptionNumber(reference) ?? undefined),
      company_id: companyId,
      // Who pays, and the names, are the database's to say.
      payer_id: companyId,
      company_name: '',
      company_reference: '',
      payer_reference: '',
      site_id: siteId,
      site_ids: [siteId],
      offer_id: offer.id,
      offer_version_id: offer.version_id,
      name: name ?? offer.name,
      family: offer.family,
      quantity: count,
      values: JSON.stringify(offer.definition.quantityKey ? { [offer.definition.quantityKey]: count } : {}),
      notice_count: noticeMonths ? Number(noticeMonths) : offer.definition.notice.count,
      notice_unit: noticeMonths ? 'month' : offer.definition.notice.unit,
      penalty_basis_points: offer.definition.penaltyBasisPoints,
      tacit_renewal: tacitRenewal === 'yes',
      created_at: now,
      taken_over: true,
    }
  },
  compared: () => ({}),
  afterCreating: async (tx, created) => {
    for (const { made, values } of created) {
      const [oneOffCents, monthlyCents] = [centsOf(values.oneOff), centsOf(values.monthly)]
      const line = { item: 'base', label: { fr: made.name, en: made.name }, quantity: 1, oneOffCents, monthlyCents }
      await tx.run(
        db.insertInto('subscription_prices').values({
          subscription_id: made.id,
          payer_id: made.payer_id,
          company_id: made.company_id,
          one_off_cents: oneOffCents,
          monthly_cents: monthlyCents,
          termination_cents: centsOf(values.termination),
          lines: JSON.stringify([line]),
        }),
      )
      const months = Number(values.commitmentMonths ?? 0)
      await startCommitment(tx, made, values.deliveredOn ?? '', { orderId: null, label: made.name, months, monthlyCents })
    }
    // Numbers that the file gave are behind us: the next contract does not meet them.
    if (created.some(({ values }) => values.reference))
      await tx.run(
        raw(sql`select setval('subscription_number_seq', greatest(
          (select last_value from subscription_number_seq), (select max(number) from subscriptions)))`),
      )
  },
  reference: ({ made, target }) => made?.reference ?? target.standing?.reference ?? '',
  history: ({ made, values, target: { companyId, siteId, offer } }) => ({
    companyId,
    siteId,
    action: 'subscription.imported',
    objectKind: 'subscription',
    reference: made?.reference ?? null,
    label: values.name ?? offer.name,
    after: { offer: offer.code, externalKey: values.externalKey ?? null, deliveredOn: values.deliveredOn ?? null },
  }),
})
