import type { OfferState, offerUniverses, VersionStage } from '#api/catalog/admin/offer-versions'
import type { OfferKind } from '#api/catalog/offers/offers'
import type { PriceList } from '#api/catalog/rules/offer-definition'
import { offerKindWords, offerStateWords } from '#api/catalog/words'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import { formatMoney } from '../../platform/format.ts'
import { words } from '../../platform/words.ts'

export const offerStateLabel = (state: OfferState): string => words(offerStateWords[state])

export const stageLabel = (stage: VersionStage): string => {
  const key: `catalog_stage_${VersionStage}` = `catalog_stage_${stage}`
  return labelTexts[key]()
}

export const kindLabel = (kind: OfferKind): string => words(offerKindWords[kind])

export const universeLabel = (universe: (typeof offerUniverses)[number]): string => {
  const key: `catalog_universe_${typeof universe}` = `catalog_universe_${universe}`
  return labelTexts[key]()
}

export const priceListLabel = (list: PriceList): string => {
  const key: `catalog_list_${PriceList}` = `catalog_list_${list}`
  return labelTexts[key]()
}

/** « 12,00 € / mois + 49,00 € », as short as the offer allows. */
export const amountsText = (amounts: { readonly oneOffCents: number; readonly monthlyCents: number } | null): string => {
  if (!amounts) return ''
  const monthly =
    amounts.monthlyCents > 0 || amounts.oneOffCents === 0 ? m.catalog_per_month({ amount: formatMoney(amounts.monthlyCents) }) : ''
  const once = amounts.oneOffCents > 0 ? formatMoney(amounts.oneOffCents) : ''
  return [monthly, once].filter((part) => part !== '').join(' + ')
}
