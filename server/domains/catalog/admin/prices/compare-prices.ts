import type { PriceImport } from '#api/catalog/admin/price-lists'
import type { Bilingual, OfferDefinition, PriceItem } from '#api/catalog/rules/offer-definition'
import { itemLabel } from './price-file.ts'

type Change = PriceImport['changes'][number]
type Amounts = { readonly oneOffCents: number; readonly monthlyCents: number }

interface Compared {
  readonly code: string
  readonly name: Bilingual
  readonly definition: OfferDefinition
}

const flat = (items: readonly PriceItem[]): ReadonlyMap<string, Amounts> =>
  new Map(
    items.flatMap((price): [string, Amounts][] => [
      [`${price.item}|1`, price],
      ...price.steps.map((step): [string, Amounts] => [`${price.item}|${step.from}`, step]),
    ]),
  )

const plain = (amounts: Amounts | undefined) => (amounts ? { oneOffCents: amounts.oneOffCents, monthlyCents: amounts.monthlyCents } : null)

/** What differs between two price lists of an offer: amounts changed, items and steps that come or go. */
export const priceChanges = ({ code, name, definition }: Compared, before: readonly PriceItem[], after: readonly PriceItem[]): Change[] => {
  const old = flat(before)
  const young = flat(after)
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key): Change[] => {
    const [was, is] = [plain(old.get(key)), plain(young.get(key))]
    if (was?.oneOffCents === is?.oneOffCents && was?.monthlyCents === is?.monthlyCents) return []
    const [item = '', from = '1'] = key.split('|')
    const label = itemLabel(
      definition,
      item,
      [...after, ...before].find((price) => price.item === item),
    )
    return [{ offer: code, name, item, label, from: Number(from), before: was, after: is }]
  })
}
