import type { OfferPrice } from '#api/catalog/offers/offers'
import type { BasketLine } from '#api/shop/baskets/basket-lines'
import type { PurchaseRequestRow, PurchaseRequestState } from '#api/shop/requests/purchase-requests'
import { requestStateWords } from '#api/shop/words'
import * as m from '#messages/shop'
import { formatMoney } from '../../platform/format.ts'
import { words } from '../../platform/words.ts'

/** « 12 mois », « Sans engagement ». */
export const commitmentLabel = (months: number): string => (months === 0 ? m.shop_without_commitment() : m.shop_months({ count: months }))

/** 1200 → « 12 % », 750 → « 7,5 % ». */
export const percentLabel = (basisPoints: number): string => m.shop_percent({ value: basisPoints / 100 })

/** « 192,00 € HT/mois ». */
export const monthlyLabel = (cents: number): string => m.shop_per_month({ amount: formatMoney(cents) })
/** « 350,00 € HT ». */
export const oneOffLabel = (cents: number): string => m.shop_without_vat({ amount: formatMoney(cents) })

/** What a line costs: by month, else once, else nothing of its own. A difference is told by month, even of nothing. */
export const amountsLabel = (
  { monthlyCents, oneOffCents }: { readonly monthlyCents: number; readonly oneOffCents: number },
  isDifference = false,
): { readonly main: string; readonly beside: string | null } => {
  const beside = oneOffCents === 0 ? null : m.shop_setup({ amount: oneOffLabel(oneOffCents) })
  if (monthlyCents !== 0 || isDifference) return { main: monthlyLabel(monthlyCents), beside }
  return { main: oneOffCents === 0 ? m.shop_included() : oneOffLabel(oneOffCents), beside: null }
}

/** The same in one sentence. */
export const amountsText = (...of: Parameters<typeof amountsLabel>): string => {
  const { main, beside } = amountsLabel(...of)
  return beside ? `${main} ${beside}` : main
}

/** The main amount of an offer and the one beside it; null: « prix sur demande ». */
export const priceTexts = ({
  monthlyCents,
  oneOffCents,
  perUnit,
}: OfferPrice): { readonly main: string; readonly beside: string | null } | null => {
  if (monthlyCents === null || oneOffCents === null) return null
  const unit = (text: string) => (perUnit ? m.shop_each({ amount: text }) : text)
  const { main, beside } = amountsLabel({ monthlyCents, oneOffCents })
  return { main: monthlyCents === 0 && oneOffCents === 0 ? main : unit(main), beside }
}

/** « TRUNK SIP × 2, STANDARD et 3 autres »: what a request asks for. */
export const offersText = ({ offers, lineCount }: Pick<PurchaseRequestRow, 'offers' | 'lineCount'>): string => {
  const counts = new Map<string, number>()
  for (const offer of offers) counts.set(words(offer), (counts.get(words(offer)) ?? 0) + 1)
  const names = [...counts].map(([name, count]) => (count > 1 ? `${name} × ${count}` : name)).join(', ')
  return lineCount > offers.length ? m.shop_and_more({ names, count: lineCount - offers.length }) : names
}

export const requestStateLabel = (state: PurchaseRequestState): string => words(requestStateWords[state])

/** What a line does to a running contract: an addition adds to it, its own offer modifies it. Null: the line makes a contract. */
export const contractChangeLabel = ({
  contract,
  offer,
}: {
  readonly contract: Pick<NonNullable<BasketLine['contract']>, 'name' | 'reference'> | null
  readonly offer: Pick<BasketLine['offer'], 'kind'>
}): string | null => {
  if (contract === null) return null
  const named = { name: contract.name, reference: contract.reference }
  return offer.kind === 'addition' ? m.shop_addition_to(named) : m.shop_modification_of(named)
}
