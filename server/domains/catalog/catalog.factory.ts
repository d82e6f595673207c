import type { OfferDefinition, PriceItem } from '#api/catalog/rules/offer-definition'
import { newId } from '../../platform/ids.ts'
import type { WorldBuilder } from '../../testing/world.ts'

const words = (text: string) => ({ fr: text, en: text })

/** A trunk whose channels cost by step: small enough to compute by hand. */
export const trunkDefinition: OfferDefinition = {
  summary: words('Un trunk'),
  description: words('Un trunk SIP.'),
  characteristics: [
    { key: 'channels', label: words('Canaux'), required: true, type: 'number', minimum: 2, maximum: 60, step: 1 },
    { key: 'backup', label: words('Secours'), required: false, type: 'boolean' },
    { key: 'backup_number', label: words('Numéro de secours'), required: true, type: 'phone', when: [{ key: 'backup', is: 'filled' }] },
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
    { label: words('Étude'), actor: 'carrier', days: 2 },
    { label: words('Mise en service'), actor: 'carrier', days: 8 },
  ],
  services: [{ kind: 'sip_trunk', name: words('Trunk SIP'), per: 'contract', accountcode: true }],
}

const publicPrices: readonly PriceItem[] = [
  { item: 'base', oneOffCents: 9000, monthlyCents: 1500, steps: [] },
  { item: 'channels', oneOffCents: 0, monthlyCents: 1000, steps: [{ from: 10, oneOffCents: 0, monthlyCents: 800 }] },
  { item: 'termination', oneOffCents: 5000, monthlyCents: 0, steps: [] },
]
const wholesalePrices = publicPrices.map((price) => ({
  ...price,
  oneOffCents: price.oneOffCents / 2,
  monthlyCents: price.monthlyCents / 2,
  steps: [],
}))

export interface MadeOffer {
  readonly offerId: string
  readonly versionId: string
  readonly code: string
}

interface OfferOptions {
  readonly code: string
  readonly name?: string
  readonly family?: string
  readonly kind?: 'contract' | 'addition'
  readonly addsTo?: readonly string[]
  readonly universes?: readonly string[]
  readonly state?: 'draft' | 'on_sale' | 'withdrawn'
  readonly definition?: OfferDefinition
  readonly prices?: { readonly public: readonly PriceItem[]; readonly wholesale: readonly PriceItem[] }
  readonly validFrom?: string
  readonly validUntil?: string | null
}

/** An offer with one published version, straight into the database. */
export const addOffer = async (build: WorldBuilder, options: OfferOptions): Promise<MadeOffer> => {
  const { code, name = code, family = 'ip_telephony', kind = 'contract', addsTo = [], state = 'on_sale' } = options
  const [offerId, versionId] = [newId(), newId()]
  await build.run(
    'insert into offers (id, code, family, kind, adds_to, name, name_en, universes, state) values ($1, $2, $3, $4, $5, $6, $6, $7, $8)',
    [offerId, code, family, kind, addsTo, name, options.universes ?? ['client', 'ambassador', 'operator'], state],
  )
  await build.run(
    `insert into offer_versions (id, offer_id, number, state, valid_from, valid_until, definition) values ($1, $2, 1, $3, $4, $5, $6)`,
    [
      versionId,
      offerId,
      state === 'draft' ? 'draft' : 'published',
      options.validFrom ?? '2026-01-01',
      options.validUntil ?? null,
      JSON.stringify(options.definition ?? trunkDefinition),
    ],
  )
  const lists = options.prices ?? { public: publicPrices, wholesale: wholesalePrices }
  for (const list of ['public', 'wholesale'] as const)
    for (const price of lists[list])
      await build.run(
        'insert into offer_prices (version_id, price_list, item, one_off_cents, monthly_cents, steps) values ($1, $2, $3, $4, $5, $6)',
        [versionId, list, price.item, price.oneOffCents, price.monthlyCents, JSON.stringify(price.steps)],
      )
  return { offerId, versionId, code }
}
