import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { newId } from '../../platform/ids.ts'
import type { WorldBuilder, WorldCompany } from '../../testing/world.ts'

const definition: OfferDefinition = {
  summary: { fr: 'Trunk', en: 'Trunk' },
  description: { fr: 'Trunk', en: 'Trunk' },
  characteristics: [
    {
      key: 'channels',
      label: { fr: 'Canaux', en: 'Channels' },
      type: 'number',
      minimum: 1,
      maximum: 500,
      step: 1,
      unit: { fr: 'canaux', en: 'channels' },
      required: true,
    },
  ],
  quantityKey: 'channels',
  freeIncomingPerUnit: 1,
  commitments: [{ months: 12, discountBasisPoints: 0 }],
  notice: { count: 1, unit: 'month' },
  penaltyBasisPoints: 10_000,
  leadTimeDays: 10,
  sites: 'one',
  steps: [],
  services: [{ kind: 'sip_trunk', name: { fr: 'Trunk SIP', en: 'SIP trunk' }, per: 'contract', accountcode: true }],
}

export interface TestOffer {
  readonly id: string
  readonly versionId: string
  readonly code: string
  readonly name: string
  readonly family: string
}

/** An offer on sale, with a published version. */
export const addOffer = async (
  build: WorldBuilder,
  { name = 'TRUNK SIP', family = 'ip_telephony', addsTo = [] as readonly string[] } = {},
): Promise<TestOffer> => {
  const offer = { id: newId(), versionId: newId(), code: `O-${newId().slice(-12).toUpperCase()}`, name, family }
  await build.run(`insert into offer_families (code, name, name_en, position) values ($1, $1, $1, 1) on conflict (code) do nothing`, [
    family,
  ])
  await build.run(
    `insert into offers (id, code, family, kind, adds_to, name, name_en, universes, state)
     values ($1, $2, $3, $4, $5, $6, $6, '{client,ambassador,operator}', 'on_sale')`,
    [offer.id, offer.code, family, addsTo.length > 0 ? 'addition' : 'contract', addsTo, name],
  )
  await build.run(
    `insert into offer_versions (id, offer_id, number, state, valid_from, definition) values ($1, $2, 1, 'published', '2020-01-01', $3)`,
    [offer.versionId, offer.id, JSON.stringify(definition)],
  )
  return offer
}

export interface TestSubscription {
  readonly id: string
  readonly reference: string
  readonly company: WorldCompany
  readonly siteId: string
}

interface SubscriptionOptions {
  readonly offer: TestOffer
  readonly company: WorldCompany
  readonly siteId?: string
  readonly siteIds?: readonly string[]
  readonly state?: 'creating' | 'active' | 'termination_requested' | 'terminated' | 'abandoned'
  readonly activatedOn?: string
  readonly commitments?: readonly {
    readonly startsOn: string
    readonly months: number
    readonly endsOn: string
    readonly monthlyCents: number
  }[]
  readonly monthlyCents?: number
  readonly terminationCents?: number
  readonly noticeMonths?: number
  readonly tacitRenewal?: boolean
  readonly waiver?: boolean
  readonly values?: Readonly<Record<string, unknown>>
  readonly pilot?: string
}

/** A contract as the portal would have made it, active since 19 November 2025 unless told, with one service and its accountcode. */
export const addSubscription = async (
  build: WorldBuilder,
  options: SubscriptionOptions,
): Promise<TestSubscription & { service: string; accountcode: number }> => {
  const { offer, company } = options
  const id = newId()
  const siteId = options.siteId ?? company.headOfficeId
  const state = options.state ?? 'active'
  const activatedOn = state === 'creating' || state === 'abandoned' ? null : (options.activatedOn ?? '2025-11-19')
  const { rows } = await build.run(
    `insert into subscriptions (id, company_id, payer_id, company_name, company_reference, payer_reference, site_id, site_ids, offer_id, offer_version_id,
       name, family, state, quantity, values, delivered_on, activated_on, terminated_on, notice_count, tacit_renewal, long_commitment_waiver, pilot_name)
     values ($1, $2, $2, '', '', '', $3, $4, $5, $6, $7, $8, $9, 4, $10, $11, $11, $12, $13, $14, $15, $16) returning reference`,
    [
      id,
      company.id,
      siteId,
      options.siteIds ?? [siteId],
      offer.id,
      offer.versionId,
      offer.name,
      offer.family,
      state,
      JSON.stringify(options.values ?? { channels: 4 }),
      activatedOn,
      state === 'terminated' ? '2026-10-31' : null,
      options.noticeMonths ?? 1,
      options.tacitRenewal ?? false,
      options.waiver ?? false,
      options.pilot ?? null,
    ],
  )
  await build.run(
    `insert into subscription_prices (subscription_id, payer_id, company_id, one_off_cents, monthly_cents, termination_cents, lines)
     values ($1, $2, $2, 9900, $3, $4, '[{"item":"base","label":{"fr":"Abonnement","en":"Subscription"},"quantity":1,"oneOffCents":9900,"monthlyCents":35000}]')`,
    [id, company.id, options.monthlyCents ?? 35_000, options.terminationCents ?? 15_000],
  )
  for (const commitment of options.commitments ?? []) {
    const commitmentId = newId()
    await build.run(
      `insert into commitments (id, subscription_id, company_id, site_ids, label, starts_on, months, ends_on) values ($1, $2, $3, $4, 'Création', $5, $6, $7)`,
      [commitmentId, id, company.id, options.siteIds ?? [siteId], commitment.startsOn, commitment.months, commitment.endsOn],
    )
    await build.run(`insert into commitment_amounts (commitment_id, payer_id, company_id, monthly_cents) values ($1, $2, $2, $3)`, [
      commitmentId,
      company.id,
      commitment.monthlyCents,
    ])
  }
  const serviceId = newId()
  const service = await build.run(
    `insert into services (id, subscription_id, company_id, site_id, kind, name, created_on, state) values ($1, $2, $3, $4, 'sip_trunk', 'Trunk SIP', '2025-11-19', $5) returning reference`,
    [serviceId, id, company.id, siteId, state === 'terminated' ? 'closed' : 'active'],
  )
  const accountcode = await build.run(
    `insert into accountcodes (id, service_id, subscription_id, company_id, site_id, label) values ($1, $2, $3, $4, $5, 'Trunk SIP') returning number`,
    [newId(), serviceId, id, company.id, siteId],
  )
  return {
    id,
    reference: rows[0].reference,
    company,
    siteId,
    service: service.rows[0].reference,
    accountcode: Number(accountcode.rows[0].number),
  }
}
