import type { Characteristic, CharacteristicValue, PriceItem } from '#api/catalog/rules/offer-definition'
import { unitPrice } from '#api/catalog/rules/pricing'
import * as m from '#messages/shop'
import { formatMoney } from '../../../../platform/format.ts'

const amounts = ({ oneOffCents, monthlyCents }: { readonly oneOffCents: number; readonly monthlyCents: number }): string | null => {
  const parts = [
    ...(monthlyCents > 0 ? [m.shop_plus_monthly({ amount: formatMoney(monthlyCents) })] : []),
    ...(oneOffCents > 0 ? [m.shop_plus_one_off({ amount: formatMoney(oneOffCents) })] : []),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}

/** What an answer adds to the price, before any discount: « + 19,00 €/mois »; null when it is free or unknown. */
export const optionPrice = (prices: readonly PriceItem[], item: string): string | null => {
  const price = prices.find((one) => one.item === item)
  return price ? amounts(price) : null
}

/** The price of each unit at the quantity typed. */
export const quantityPrice = (
  prices: readonly PriceItem[],
  characteristic: Characteristic,
  value: CharacteristicValue | undefined,
): string | null => {
  const price = prices.find(({ item }) => item === characteristic.key)
  const text = price && amounts(unitPrice(price, typeof value === 'number' ? value : 1))
  return text ? m.shop_each({ amount: text }) : null
}
