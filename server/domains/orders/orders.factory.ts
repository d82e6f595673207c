import pg from 'pg'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { OrderKind, OrderState } from '#api/subscriptions/rules/operations'
import { portalEventKinds, portalNews } from '../../event-kinds.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DatabaseUrls } from '../../platform/db/store.ts'
import { workerTransactions } from '../../platform/db/worker-transactions.ts'
import { newId } from '../../platform/ids.ts'
import { tickPeriodicJobs } from '../../platform/jobs/periodic.ts'
import { drainJobs } from '../../platform/jobs/start-jobs.ts'
import { silentLogger } from '../../platform/logger.ts'
import { newsJobs } from '../../platform/mail/define-news.ts'
import type { WorldBuilder, WorldCompany } from '../../testing/world.ts'
import type { Tools } from '../../tools.ts'
import { notificationJobs } from '../notifications/notifications.jobs.ts'
import { orderJobs } from './orders.jobs.ts'
import { renewalPeriodicJobs } from './renewals/tell-renewals.ts'
import { endContractsPeriodicJobs } from './termination/end-contracts.ts'
import { terminationJobs } from './termination/termination.jobs.ts'

/** A trunk with a form of its own: channels are its quantity, two steps to deliver it. */
export const trunk: OfferDefinition = {
  summary: { fr: 'Trunk SIP', en: 'SIP trunk' },
  description: { fr: 'Trunk SIP', en: 'SIP trunk' },
  characteristics: [
    {
      key: 'channels',
      label: { fr: 'Canaux', en: 'Channels' },
      type: 'number',
      minimum: 1,
      maximum: 120,
      step: 1,
      unit: { fr: 'canaux', en: 'channels' },
      required: true,
    },
    {
      key: 'codec',
      label: { fr: 'Codec', en: 'Codec' },
      type: 'choice',
      options: [
        { value: 'g711', label: { fr: 'G.711', en: 'G.711' } },
        { value: 'opus', label: { fr: 'Opus', en: 'Opus' } },
      ],
      required: false,
    },
    { key: 'encrypted', label: { fr: 'Chiffrement', en: 'Encryption' }, type: 'boolean', required: false },
    { key: 'other_site', label: { fr: 'Site de secours', en: 'Backup site' }, type: 'site', required: false },
  ],
  quantityKey: 'channels',
  freeIncomingPerUnit: 1,
  commitments: [
    { months: 0, discountBasisPoints: 0 },
    { months: 36, discountBasisPoints: 1000 },
  ],
  notice: { count: 1, unit: 'month' },
  penaltyBasisPoints: 10_000,
  leadTimeDays: 10,
  sites: 'one',
  steps: [
    { label: { fr: 'Étude', en: 'Study' }, actor: 'carrier', days: 2 },
    { label: { fr: 'Mise en service', en: 'Commissioning' }, actor: 'infrastructure', days: 8 },
  ],
  services: [{ kind: 'sip_trunk', name: { fr: 'Trunk SIP', en: 'SIP trunk' }, per: 'contract', accountcode: true }],
}

/** More channels on a running trunk: no service of its own, two lines in its price. */
export const moreChannels: OfferDefinition = {
  ...trunk,
  characteristics: trunk.characteristics.filter(({ key }) => key === 'channels'),
  commitments: [
    { months: 0, discountBasisPoints: 0 },
    { months: 12, discountBasisPoints: 0 },
  ],
  services: [],
}

export interface OrderableOffer {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly versionId: string
  readonly definition: OfferDefinition
}

interface Prices {
  readonly public: readonly (readonly [item: string, oneOffCents: number, monthlyCents: number])[]
  readonly wholesale: readonly (readonly [item: string, oneOffCents: number, monthlyCents: number])[]
}
const trunkPrices: Prices = {
  public: [
    ['base', 15_000, 2_900],
    ['channels', 0, 1_000],
  ],
  wholesale: [
    ['base', 10_000, 1_900],
    ['channels', 0, 700],
  ],
}

/** An offer on sale with its prices. */
export const addOffer = async (
  build: WorldBuilder,
  options: { name?: string; definition?: OfferDefinition; addsTo?: readonly string[]; prices?: Prices } = {},
): Promise<OrderableOffer> => {
  const { name = 'TRUNK SIP', definition = trunk, addsTo = [], prices = trunkPrices } = options
  const id = newId()
  const versionId = newId()
  const code = `O-${id.slice(-12).toUpperCase()}`
  await build.run(
    `insert into offer_families (code, name, name_en, position) values ('ip_telephony', 'Téléphonie IP', 'IP telephony', 1) on conflict do nothing`,
  )
  await build.run(
    `insert into offers (id, code, family, kind, adds_to, name, name_en, universes, state)
     values ($1, $2, 'ip_telephony', $3, $4, $5, $5, '{client,ambassador,operator}', 'on_sale')`,
    [id, code, addsTo.length > 0 ? 'addition' : 'contract', addsTo, name],
  )
  await build.run(
    `insert into offer_versions (id, offer_id, number, state, valid_from, definition) values ($1, $2, 1, 'published', '2020-01-01', $3)`,
    [versionId, id, JSON.stringify(definition)],
  )
  for (const list of ['public', 'wholesale'] as const)
    for (const [item, oneOff, monthly] of prices[list])
      await build.run(`insert into offer_prices (version_id, price_list, item, one_off_cents, monthly_cents) values ($1, $2, $3, $4, $5)`, [
        versionId,
        list,
        item,
        oneOff,
        monthly,
      ])
  return { id, code, name, versionId, definition }
}

interface OrderOptions {
  readonly offer: OrderableOffer
  readonly company: WorldCompany
  readonly state?: OrderState
  readonly kind?: OrderKind
  readonly siteIds?: readonly string[]
  readonly channels?: number
  /** The contract that an addition changes. */
  readonly subscriptionId?: string
  readonly months?: number
  readonly wishedOn?: string | null
  readonly placedAt?: Date
  readonly placedBy?: { readonly userId: string; readonly name: string; readonly universe: string } | null
  readonly onsiteContactId?: string | null
  readonly deliveredOn?: string
}

export interface MadeOrder {
  readonly id: string
  readonly reference: string
  readonly subscriptionId: string
  readonly contract: string
}

const insertContract = async (build: WorldBuilder, options: OrderOptions, siteIds: readonly string[]): Promise<string> => {
  const { offer, company, channels = 4 } = options
  const id = newId()
  await build.run(
    `insert into subscriptions (id, company_id, payer_id, company_name, company_reference, payer_reference, site_id, site_ids, offer_id, offer_version_id, name, family, quantity, values)
     values ($1, $2, $2, '', '', '', $3, $4, $5, $6, $7, 'ip_telephony', $8, $9)`,
    [id, company.id, siteIds[0], siteIds, offer.id, offer.versionId, offer.name, channels, JSON.stringify({ channels })],
  )
  await build.run(
    `insert into subscription_prices (subscription_id, payer_id, company_id, one_off_cents, monthly_cents, termination_cents, lines) values ($1, $2, $2, 15000, $3, 5000, $4)`,
    [
      id,
      company.id,
      2_900 + channels * 1_000,
      JSON.stringify([
        { item: 'base', label: { fr: 'Abonnement', en: 'Subscription' }, quantity: 1, oneOffCents: 15_000, monthlyCents: 2_900 },
        { item: 'channels', label: { fr: 'Canaux', en: 'Channels' }, quantity: channels, oneOffCents: 0, monthlyCents: channels * 1_000 },
      ]),
    ],
  )
  return id
}

const insertItems = async (build: WorldBuilder, orderId: string, companyId: string, siteIds: readonly string[], channels: number) => {
  const lines = [
    ['base', 'Abonnement', 'Subscription', 1, 15_000, 2_900],
    ['channels', 'Canaux', 'Channels', channels, 0, 1_000],
  ] as const
  for (const [position, [item, label, labelEn, quantity, oneOff, monthly]] of lines.entries()) {
    const id = newId()
    await build.run(
      `insert into order_items (id, order_id, company_id, site_ids, position, action, item, label, label_en, quantity_after) values ($1, $2, $3, $4, $5, 'add', $6, $7, $8, $9)`,
      [id, orderId, companyId, siteIds, position, item, label, labelEn, quantity],
    )
    await build.run(
      `insert into order_item_amounts (order_item_id, order_id, payer_id, company_id, one_off_cents, monthly_cents) values ($1, $2, $3, $3, $4, $5)`,
      [id, orderId, companyId, oneOff, monthly],
    )
  }
}

/** An order as placing would have made it, with its contract unless one is given, and the steps of its offer. */
export const addOrder = async (build: WorldBuilder, options: OrderOptions): Promise<MadeOrder> => {
  const { offer, company, state = 'submitted', kind = 'creation', channels = 4 } = options
  const siteIds = options.siteIds ?? [company.headOfficeId]
  const subscriptionId = options.subscriptionId ?? (await insertContract(build, options, siteIds))
  const id = newId()
  const placedAt = options.placedAt ?? new Date('2026-11-20T10:00:00Z')
  const before =
    kind === 'creation' ? null : (await build.run('select quantity from subscriptions where id = $1', [subscriptionId])).rows[0].quantity
  const { rows } = await build.run(
    `insert into orders (id, subscription_id, company_id, payer_id, company_name, site_id, site_ids, kind, state, offer_id, offer_version_id, offer_name, values,
       quantity_before, quantity_after, commitment_months, wished_on, placed_at, placed_by_user_id, placed_by_name, placed_universe, submitted_at, delivered_on, onsite_contact_id, onsite_contact_name)
     values ($1, $2, $3, $3, '', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) returning reference, number`,
    [
      id,
      subscriptionId,
      company.id,
      siteIds[0],
      siteIds,
      kind,
      state,
      offer.id,
      offer.versionId,
      offer.name,
      JSON.stringify({ channels }),
      before,
      (before ?? 0) + channels,
      options.months ?? 0,
      options.wishedOn ?? null,
      placedAt,
      options.placedBy?.userId ?? null,
      options.placedBy?.name ?? 'Camille Martin',
      options.placedBy?.universe ?? 'client',
      state === 'awaiting_client' ? null : placedAt,
      options.deliveredOn ?? null,
      options.onsiteContactId ?? null,
      options.onsiteContactId ? 'Camille Martin' : null,
    ],
  )
  const { reference, number } = rows[0]
  await insertItems(build, id, company.id, siteIds, channels)
  for (const [index, step] of offer.definition.steps.entries())
    await build.run(
      `insert into order_steps (id, order_id, company_id, site_ids, position, label, label_en, actor) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), id, company.id, siteIds, index + 1, step.label.fr, step.label.en, step.actor],
    )
  const contract = await build.run(
    `update subscriptions set last_order_id = $2, last_order_number = $3, last_order_reference = $4, last_order_kind = $5, last_order_state = $6 where id = $1 returning reference`,
    [subscriptionId, id, number, reference, kind, state],
  )
  return { id, reference, subscriptionId, contract: contract.rows[0].reference }
}

/** The worker's part of orders: papers, delivery times, and who is told. */
export const ordersWorker = ({ urls, clock, tools }: { urls: DatabaseUrls; clock: Clock; tools: Tools }) => {
  const pool = new pg.Pool({ connectionString: urls.worker, max: 4 })
  pool.on('error', () => undefined)
  const inTransaction = workerTransactions(pool, clock)
  const jobs = [
    ...orderJobs({ ...tools, inTransaction }),
    ...terminationJobs({ ...tools, inTransaction }),
    ...notificationJobs({ ...tools, inTransaction }, portalEventKinds),
    ...newsJobs({ ...tools, inTransaction }, portalNews),
  ]
  return {
    inTransaction,
    drain: () => drainJobs({ workerUrl: urls.worker, logger: silentLogger(), jobs }),
    /** What recurs, as the worker's clock sees it. */
    tick: () => tickPeriodicJobs(pool, [...endContractsPeriodicJobs, ...renewalPeriodicJobs], clock),
    close: async () => {
      await pool.end()
      await tools.documents.close()
    },
  }
}
