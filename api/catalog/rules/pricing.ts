import { dividedCents, shareOfCents } from '../../rules/cents.ts'
import { daysInMonth } from '../../rules/civil-date.ts'
import { visibleCharacteristics } from './characteristics.ts'
import type {
  Bilingual,
  Characteristic,
  CharacteristicValue,
  CharacteristicValues,
  OfferDefinition,
  PriceItem,
} from './offer-definition.ts'

/** What an order costs. Integer cents, without VAT; halves round up. The browser shows what the server charges: both run this. */

export interface PriceLine {
  /** The item of the price list: `base`, `channels`, `access=fibre` … */
  readonly item: string
  readonly label: Bilingual
  readonly quantity: number
  readonly unitOneOffCents: number
  /** After the discount of the commitment. */
  readonly unitMonthlyCents: number
  readonly oneOffCents: number
  readonly monthlyCents: number
}

export interface PricedOffer {
  readonly lines: readonly PriceLine[]
  readonly oneOffCents: number
  readonly monthlyCents: number
  /** The monthly fee without the discount of the commitment. */
  readonly fullMonthlyCents: number
  /** One-off fee due on leaving, whenever that is. */
  readonly terminationCents: number
}

export const baseItem = 'base'
export const terminationItem = 'termination'

/** How the item `base` reads: what recurs is a subscription, what is paid only once is the set-up. */
export const baseLabel = ({ oneOffCents, monthlyCents }: Pick<PriceItem, 'oneOffCents' | 'monthlyCents'>): Bilingual =>
  monthlyCents === 0 && oneOffCents > 0 ? { fr: 'Mise en service', en: 'Set-up' } : { fr: 'Abonnement', en: 'Subscription' }

/** The unit price for that many: the step with the highest start that is reached, else the item's own price. */
export const unitPrice = (price: PriceItem, quantity: number): { readonly oneOffCents: number; readonly monthlyCents: number } =>
  price.steps.reduce((best, step) => (step.from <= quantity && step.from >= best.from ? step : best), { ...price, from: 0 })

const joined = (characteristic: Characteristic, value: string): Bilingual => {
  const option = characteristic.type === 'choice' ? characteristic.options.find((candidate) => candidate.value === value)?.label : undefined
  if (!option) return characteristic.label
  return { fr: `${characteristic.label.fr} : ${option.fr}`, en: `${characteristic.label.en}: ${option.en}` }
}

/** The items that an answer takes, and how many. */
const taken = (
  characteristic: Characteristic,
  value: CharacteristicValue | undefined,
): { item: string; label: Bilingual; quantity: number }[] => {
  const { key, label } = characteristic
  if (value === undefined || value === '' || value === false) return []
  if (typeof value === 'number') return value > 0 ? [{ item: key, label, quantity: value }] : []
  const once = { item: key, label, quantity: 1 }
  return characteristic.type === 'choice'
    ? [once, { item: `${key}=${value}`, label: joined(characteristic, String(value)), quantity: 1 }]
    : [once]
}

/** The discount of a commitment, in hundredths of a percent; null when the offer does not propose that length. */
export const discountOf = ({ commitments }: Pick<OfferDefinition, 'commitments'>, months: number): number | null =>
  commitments.find((option) => option.months === months)?.discountBasisPoints ?? null

/**
 * Prices an offer as configured. Only what the form asks for counts, so a value left behind by a hidden field costs nothing. Items without a
 * price are free and have no line.
 * @param months of commitment; one that the offer does not propose gives no discount.
 */
export const priceOf = (
  prices: readonly PriceItem[],
  definition: OfferDefinition,
  values: CharacteristicValues,
  months: number,
): PricedOffer => {
  const discount = discountOf(definition, months) ?? 0
  const wanted = [
    { item: baseItem, label: null, quantity: 1 },
    ...visibleCharacteristics(definition, values).flatMap((characteristic) =>
      taken(characteristic, Object.hasOwn(values, characteristic.key) ? values[characteristic.key] : undefined),
    ),
  ]
  let fullMonthlyCents = 0
  const lines = wanted.flatMap(({ item, label, quantity }): PriceLine[] => {
    const price = prices.find((candidate) => candidate.item === item)
    if (!price) return []
    const unit = unitPrice(price, quantity)
    fullMonthlyCents += Math.round(unit.monthlyCents * quantity)
    const unitMonthlyCents = shareOfCents(unit.monthlyCents, 10_000 - discount)
    return [
      {
        item,
        label: label ?? baseLabel(price),
        quantity,
        unitOneOffCents: unit.oneOffCents,
        unitMonthlyCents,
        oneOffCents: Math.round(unit.oneOffCents * quantity),
        monthlyCents: Math.round(unitMonthlyCents * quantity),
      },
    ]
  })
  return {
    lines,
    oneOffCents: lines.reduce((sum, line) => sum + line.oneOffCents, 0),
    monthlyCents: lines.reduce((sum, line) => sum + line.monthlyCents, 0),
    fullMonthlyCents,
    terminationCents: prices.find((price) => price.item === terminationItem)?.oneOffCents ?? 0,
  }
}

/** The least that an offer costs: its smallest quantities, its cheapest required choices, the shortest commitment. For « à partir de ». */
export const startingPrice = (prices: readonly PriceItem[], definition: OfferDefinition): PricedOffer => {
  const cost = (item: string, quantity = 1) => {
    const price = prices.find((candidate) => candidate.item === item)
    return price ? unitPrice(price, quantity).monthlyCents * 1_000_000 + unitPrice(price, quantity).oneOffCents : 0
  }
  const values: Record<string, CharacteristicValue> = {}
  for (const characteristic of definition.characteristics) {
    if (!characteristic.required || !visibleCharacteristics(definition, values).includes(characteristic)) continue
    const { key } = characteristic
    if (characteristic.type === 'number') values[key] = characteristic.minimum
    if (characteristic.type === 'choice') {
      const [first, ...others] = characteristic.options
      if (first)
        values[key] = others.reduce(
          (best, option) => (cost(`${key}=${option.value}`) < cost(`${key}=${best.value}`) ? option : best),
          first,
        ).value
    }
  }
  const months = definition.commitments.reduce((least, option) => Math.min(least, option.months), Number.POSITIVE_INFINITY)
  return priceOf(prices, definition, values, months)
}

/** Share of a monthly fee due for the rest of its first month, the day itself included: cents × days left / days of the month. */
export const prorata = (monthlyCents: number, from: string): number => {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const days = daysInMonth(year, month)
  return dividedCents(monthlyCents * (days - day + 1), days)
}
