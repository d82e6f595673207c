import type { OfferDefinition, PriceItem } from '#api/catalog/rules/offer-definition'
import { baseItem, baseLabel, terminationItem } from '#api/catalog/rules/pricing'
import * as m from '#messages/shop'
import { words } from '../../../../platform/words.ts'

/** What a price is for, in words: « Abonnement », « Mise en service », « Canaux », « Débit symétrique : 100 Mbit/s ». */
export const itemLabel = ({ characteristics }: Pick<OfferDefinition, 'characteristics'>, price: PriceItem): string => {
  const { item } = price
  if (item === baseItem) return words(baseLabel(price))
  const [key = '', value] = item.split('=')
  const characteristic = characteristics.find((one) => one.key === key)
  if (!characteristic) return item
  const label = words(characteristic.label)
  if (characteristic.type === 'number') return m.shop_per_unit({ label })
  const option = characteristic.type === 'choice' ? characteristic.options.find((one) => one.value === value) : undefined
  return option ? m.shop_item_option({ label, option: words(option.label) }) : label
}

/** What leaving costs once, in cents; 0: nothing. It is no fee of access: it has its own place, beside the notice. */
export const terminationFee = (prices: readonly PriceItem[] | null): number =>
  prices?.find(({ item }) => item === terminationItem)?.oneOffCents ?? 0

/** What is ordered and billed, in the order of the form, the subscription first. */
export const sortedItems = (definition: Pick<OfferDefinition, 'characteristics'>, prices: readonly PriceItem[]): readonly PriceItem[] => {
  const rank = ({ item }: PriceItem): number => {
    if (item === baseItem) return -1
    const [key, value] = item.split('=')
    const at = definition.characteristics.findIndex((one) => one.key === key)
    const characteristic = definition.characteristics[at]
    const option = characteristic?.type === 'choice' ? characteristic.options.findIndex((one) => one.value === value) : 0
    return at * 100 + option
  }
  return prices.filter(({ item }) => item !== terminationItem).toSorted((one, other) => rank(one) - rank(other))
}
