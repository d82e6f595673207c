import { type SqlBool, sql } from 'kysely'
import { day, judged, shortText } from '#api/atoms'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { importColumns } from '#api/imports/imports'
import { subscriptionNumber } from '#api/rules/commerce-references'
import { dayOf } from '../../../platform/clock.ts'
import { db, raw, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { type Examined, judge, type LineKind, listed } from '../../../platform/imports/line.ts'
import { recordImported } from '../../activity/record-imported.ts'
import { ownersOf } from '../../companies/imports/owners.ts'
import { startCommitment } from '../activate-subscription.ts'
import { centsOf, countField, moneyField, yesNoField } from './line-fields.ts'
import { sitesOf } from './sites-of.ts'

const fields = {
  company: shortText(80),
  externalKey: shortText(80),
  reference: judged(
    (value) => {
      const number = subscriptionNumber(value)
      return number === null || number < 1 ? null : `OC${String(number).padStart(5, '0')}`
    },
    'invalid',
    24,
  ),
  site: shortText(80),
  offer: shortText(80),
  name: shortText(120),
  quantity: countField(100_000),
  oneOff: moneyField,
  monthly: moneyField,
  termination: moneyField,
  deliveredOn: day,
  commitmentMonths: countField(120),
  noticeMonths: countField(24),
  tacitRenewal: yesNoField,
  terminatedOn: day,
}

interface Plan {
  /** The contract that stands already: a file never changes it. */
  readonly existing: string | null
  readonly companyId: string
  readonly siteId: string
  readonly offer: OfferForImport
  readonly values: Readonly<Record<string, string>>
}

interface OfferForImport {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly family: string
  readonly version_id: string
  readonly definition: OfferDefinition
}

/** Offers by code with their last published version: what was contracted before the portal is read with today's form. */
const offersOf = async (tx: Transaction, codes: readonly string[]): Promise<OfferForImport[]> =>
  tx.all(
    raw<OfferForImport>(sql`
      select distinct on (f.id) f.id, f.code, f.name, f.family, v.id as version_id, v.definition
      from offers f join offer_versions v on v.offer_id = f.id and v.state = 'published'
      where f.code = any (${codes}::text[]) order by f.id, v.number desc`),
  )

const write = async (tx: Transaction, { companyId, siteId, offer, values }: Plan): Promise<string> => {
  const quantity = Number(values.quantity ?? 1) || 1
  const name = values.name ?? offer.name
  const deliveredOn = values.deliveredOn ?? ''
  const number = values.reference ? subscriptionNumber(values.reference) : null
  const made = await tx.first(
    db
      .insertInto('subscriptions')
      .values({
        id: newId(),
        ...(number === null ? {} : { number }),
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
        name,
        family: offer.family,
        state: values.terminatedOn ? 'terminated' : 'active',
        quantity,
        values: JSON.stringify(offer.definition.quantityKey ? { [offer.definition.quantityKey]: quantity } : {}),
        delivered_on: deliveredOn,
        activated_on: deliveredOn,
        terminated_on: values.terminatedOn ?? null,
        notice_count: values.noticeMonths ? Number(values.noticeMonths) : offer.definition.notice.count,
        notice_unit: values.noticeMonths ? 'month' : offer.definition.notice.unit,
        penalty_basis_points: offer.definition.penaltyBasisPoints,
        tacit_renewal: values.tacitRenewal === 'yes',
        created_at: tx.now,
        taken_over: true,
        external_key: values.externalKey ?? null,
      })
      .returning(['id', 'reference', 'company_id', 'payer_id', 'site_ids']),
  )
  if (!made) throw new Error('The contract was not written.')
  const [oneOffCents, monthlyCents] = [centsOf(values.oneOff), centsOf(values.monthly)]
  const line = { item: 'base', label: { fr: name, en: name }, quantity: 1, oneOffCents, monthlyCents }
  await tx.run(
    db.insertInto('subscription_prices').values({
      subscription_id: made.id,
      payer_id: made.payer_id,
      company_id: companyId,
      one_off_cents: oneOffCents,
      monthly_cents: monthlyCents,
      termination_cents: centsOf(values.termination),
      lines: JSON.stringify([line]),
    }),
  )
  await startCommitment(tx, made, deliveredOn, {
    orderId: null,
    label: name,
    months: Number(values.commitmentMonths ?? 0),
    monthlyCents,
  })
  return made.reference
}

/** Contracts of before, recognised by the carrier's own key; one that stands is left as it is. */
export const subscriptionLines: LineKind<Plan> = {
  async examine(tx, lines) {
    const judged = lines.map((line) => ({ line: line.line, ...judge(line, importColumns.subscriptions, fields) }))
    const ownerOf = await ownersOf(
      tx,
      judged.map(({ values }) => values.company),
    )
    const siteOf = await sitesOf(
      tx,
      judged.flatMap(({ values }) => ownerOf(values.company)?.id ?? []),
    )
    const offers = await offersOf(tx, listed(judged.map(({ values }) => values.offer?.toUpperCase())))
    const standing = await tx.all(
      db
        .selectFrom('subscriptions')
        .select(['reference', 'external_key', 'company_id'])
        .where(
          sql<SqlBool>`external_key = any (${listed(judged.map(({ values }) => values.externalKey))}::text[]) or reference = any (${listed(judged.map(({ values }) => values.reference))}::text[])`,
        ),
    )
    const today = dayOf(tx.now).toString()
    const given = new Map<string, number>()
    return judged.map(({ line, values, faults }): Examined<Plan> => {
      const owner = ownerOf(values.company)
      const fault = (column: string, code: string) => faults.push({ column, code, value: values[column] ?? null })
      if (values.company && !owner) fault('company', 'company_unknown')
      const site = owner && siteOf(owner.id, values.site)
      if (owner && !site) fault('site', 'site_unknown')
      const offer = offers.find(({ code }) => code === values.offer?.toUpperCase())
      if (values.offer && !offer) fault('offer', 'offer_unknown')
      if (values.deliveredOn && values.terminatedOn && values.terminatedOn < values.deliveredOn) fault('terminatedOn', 'dates_reversed')
      // What is still to come is ordered, or asked for, on the portal: its day brings what follows from it.
      for (const column of ['deliveredOn', 'terminatedOn'] as const)
        if (values[column] !== undefined && values[column] > today) fault(column, 'date_future')
      const existing = standing.find(({ external_key: key }) => key !== null && key === values.externalKey)
      if (existing && owner && existing.company_id !== owner.id) fault('externalKey', 'reference_taken')
      const holder = values.reference ? standing.find(({ reference }) => reference === values.reference) : undefined
      if (values.reference && ((holder && holder !== existing) || given.has(values.reference))) fault('reference', 'reference_taken')
      if (values.reference) given.set(values.reference, line)
      if (faults.length > 0 || !owner || !site || !offer) return { line, faults }
      return { line, plan: { existing: existing?.reference ?? null, companyId: owner.id, siteId: site.id, offer, values } }
    })
  },

  async apply(tx, plans, actor) {
    const outcomes: { line: number; plan: Plan; reference: string }[] = []
    for (const { line, plan } of plans) outcomes.push({ line, plan, reference: plan.existing ?? (await write(tx, plan)) })
    const created = outcomes.filter(({ plan }) => plan.existing === null)
    // Numbers that the file gave are behind us: the next contract does not meet them.
    if (created.some(({ plan }) => plan.values.reference))
      await tx.run(
        raw(sql`select setval('subscription_number_seq', greatest(
          (select last_value from subscription_number_seq), (select max(number) from subscriptions)))`),
      )
    await recordImported(
      tx,
      actor,
      created.map(({ plan, reference }) => ({
        companyId: plan.companyId,
        siteId: plan.siteId,
        action: 'subscription.imported',
        objectKind: 'subscription',
        reference,
        label: plan.values.name ?? plan.offer.name,
        after: { offer: plan.offer.code, externalKey: plan.values.externalKey ?? null, deliveredOn: plan.values.deliveredOn ?? null },
      })),
    )
    return outcomes.map(({ line, plan, reference }) => ({ line, outcome: plan.existing === null ? 'created' : 'unchanged', reference }))
  },
}
