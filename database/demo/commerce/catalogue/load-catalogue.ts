import type pg from 'pg'
import type { PriceItem, PriceList } from '#api/catalog/rules/offer-definition'
import { addMonths, startOfMonth } from '#api/rules/civil-date'
import { dayOf } from '../../../../server/platform/clock.ts'
import { demoId } from '../../identifiers.ts'
import type { Step } from '../../parts.ts'
import { cloudOffers } from './cloud-offers.ts'
import { internetOffers } from './internet-offers.ts'
import { mobileEquipmentOffers } from './mobile-equipment-offers.ts'
import type { DemoOffer } from './offer-parts.ts'
import { telephonyOffers } from './telephony-offers.ts'
import { unifiedOffers } from './unified-offers.ts'

export const demoOffers: readonly DemoOffer[] = [
  // Their ids follow from this order: new offers come last.
  ...internetOffers,
  ...unifiedOffers,
  ...cloudOffers,
  ...telephonyOffers,
  ...mobileEquipmentOffers,
]

const offerKind = 20
export const versionKind = 21
const resaleKind = 22
export const demoOfferId = (code: string): string => demoId(offerKind, demoOffers.findIndex((offer) => offer.code === code) + 1)

/** The catalogue opened before the oldest contracts; some offers had a price change a few months ago. */
const openedOn = '2012-01-01'
const repriced = ['FIBRE-ENTREPRISE', 'METACENTREX', 'TRUNK-SIP', 'FTTH-PRO', 'MOBILE-VOICE']

export interface DemoVersion {
  readonly id: string
  readonly number: number
  readonly validFrom: string
  readonly validUntil: string | null
  readonly prices: Readonly<Record<PriceList, readonly PriceItem[]>>
}

const scaled = (items: readonly PriceItem[], share: number): PriceItem[] => {
  const cents = (amount: number) => Math.round((amount * share) / 100)
  return items.map((item) => ({
    ...item,
    oneOffCents: cents(item.oneOffCents),
    monthlyCents: cents(item.monthlyCents),
    steps: item.steps.map((step) => ({ ...step, oneOffCents: cents(step.oneOffCents), monthlyCents: cents(step.monthlyCents) })),
  }))
}

/** The published versions of an offer, oldest first: a demonstration of that day always has the same. */
export const demoVersions = (offer: DemoOffer, today: string): DemoVersion[] => {
  const id = (number: number) => demoId(versionKind, (demoOffers.indexOf(offer) + 1) * 16 + number)
  const lists = (share: number) => ({
    public: scaled(offer.prices, share),
    wholesale: scaled(offer.prices, (share * (offer.wholesale ?? 72)) / 100),
  })
  if (!repriced.includes(offer.code)) return [{ id: id(1), number: 1, validFrom: openedOn, validUntil: null, prices: lists(100) }]
  const changedOn = startOfMonth(addMonths(today, -5))
  const before = new Date(`${changedOn}T00:00:00Z`)
  before.setUTCDate(0)
  return [
    { id: id(1), number: 1, validFrom: openedOn, validUntil: before.toISOString().slice(0, 10), prices: lists(106) },
    { id: id(2), number: 2, validFrom: changedOn, validUntil: null, prices: lists(100) },
  ]
}

const writePrices = async (client: pg.Client, version: DemoVersion): Promise<void> => {
  const rows = (['public', 'wholesale'] as const).flatMap((list) => version.prices[list].map((item) => ({ list, ...item })))
  await client.query(
    `insert into offer_prices (version_id, price_list, item, one_off_cents, monthly_cents, steps)
     select $1, r.list, r.item, r."oneOffCents", r."monthlyCents", r.steps
     from jsonb_to_recordset($2) as r (list text, item text, "oneOffCents" bigint, "monthlyCents" bigint, steps jsonb)`,
    [version.id, JSON.stringify(rows)],
  )
}

/** Offers that Horizon Télécom sells on at prices of its own; its clients ask for the others. */
const resold: readonly (readonly [string, number, number])[] = [
  ['FTTH-PRO', 9900, 4990],
  ['TRUNK-SIP', 0, 1290],
  ['MOBILE-VOICE', 500, 1590],
  ['METACENTREX', 9900, 1090],
]

/** The offers, their versions and prices. An offer that somebody already wrote under the same code is left as it is. */
export const loadCatalogue: Step = async (client, { now }) => {
  const today = dayOf(now).toString()
  for (const [index, offer] of demoOffers.entries()) {
    const versions = demoVersions(offer, today)
    const made = await client.query(
      `insert into offers (id, code, family, kind, adds_to, name, name_en, universes, state, position, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (code) do nothing`,
      [
        demoOfferId(offer.code),
        offer.code,
        offer.family,
        offer.addsTo ? 'addition' : 'contract',
        offer.addsTo ?? [],
        offer.name.fr,
        offer.name.en,
        offer.universes ?? ['client', 'ambassador', 'operator'],
        offer.state ?? 'on_sale',
        (index + 1) * 10,
        now,
      ],
    )
    if (made.rowCount === 0) continue
    for (const version of versions) {
      await client.query(
        `insert into offer_versions (id, offer_id, number, state, valid_from, valid_until, definition, created_at)
         values ($1, $2, $3, 'published', $4, $5, $6, $7)`,
        [version.id, demoOfferId(offer.code), version.number, version.validFrom, version.validUntil, JSON.stringify(offer.definition), now],
      )
      await writePrices(client, version)
    }
  }
  for (const [index, [code, oneOff, monthly]] of resold.entries())
    await client.query(
      `insert into resale_prices (id, operator_id, offer_id, one_off_cents, monthly_cents)
       select $1, c.id, o.id, $3, $4 from companies c, offers o where c.number = 10 and o.code = $2 on conflict do nothing`,
      [demoId(resaleKind, index + 1), code, oneOff, monthly],
    )
}
