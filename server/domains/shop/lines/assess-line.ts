import type { Addition, Amounts, LineFault, OfferStanding } from '#contract/basket-lines'
import type { CharacteristicValues } from '#contract/rules/catalog/offer-definition'
import { addDays, compareDates } from '#contract/rules/civil-date'
import type { Customer } from '../customer.ts'
import { judgeLine } from './judge-line.ts'
import type { ContractFacts, Draft, Facts, OfferFacts, SiteFacts, VersionFacts } from './line-facts.ts'
import { besideContract, type ContractPrice, priceContract, priceResale } from './price-line.ts'

/** A line with all that is to be known of it now: what the screen shows and what ordering takes. */
export interface AssessedLine {
  readonly draft: Draft
  readonly offer: OfferFacts
  readonly standing: OfferStanding
  /** What would be ordered: the version on sale. */
  readonly version: VersionFacts
  readonly contract: ContractFacts | null
  readonly sites: readonly SiteFacts[]
  readonly values: CharacteristicValues
  readonly faults: readonly LineFault[]
  /** Of one contract. */
  readonly price: ContractPrice | null
  readonly addition: Addition | null
  /** The price is not the one last accepted, or the version is not the one that was chosen. */
  readonly change: { readonly before: Amounts | null; readonly after: Amounts | null } | null
  /** Sites of each contract that the line makes. */
  readonly contracts: readonly (readonly SiteFacts[])[]
  readonly expectedOn: string
}

export const amountsOf = (price: Amounts | null): Amounts | null =>
  price && { oneOffCents: price.oneOffCents, monthlyCents: price.monthlyCents }

export const sameAmounts = (one: Amounts | null, other: Amounts | null): boolean =>
  one?.oneOffCents === other?.oneOffCents && one?.monthlyCents === other?.monthlyCents

const standingOf = (draft: Draft, offer: OfferFacts, onSale: VersionFacts | undefined, customer: Customer): OfferStanding => {
  if (offer.state !== 'on_sale' || !onSale) return 'withdrawn'
  const { universe } = customer.sale
  if (universe !== null && !offer.universes.includes(universe)) return 'not_allowed'
  return draft.versionId === null || draft.versionId === onSale.id ? 'on_sale' : 'new_version'
}

/** The day from which it would be billed: as wished, but never before the announced lead time. */
const expectedDay = (wishedOn: string | null, leadTimeDays: number, today: string): string => {
  const earliest = addDays(today, leadTimeDays)
  return wishedOn !== null && compareDates(wishedOn, earliest) > 0 ? wishedOn : earliest
}

/** Only offers that span sites (Centrex) make one contract of several; the others make one per site. */
const contractsOf = (sites: readonly SiteFacts[], offer: OfferFacts, spans: boolean): (readonly SiteFacts[])[] => {
  if (sites.length === 0) return []
  return offer.kind === 'addition' || spans ? [sites] : sites.map((site) => [site])
}

/** Judges and prices a line as of today. Null: its offer is no longer there at all. */
export const assessLine = (draft: Draft, facts: Facts, customer: Customer, today: string): AssessedLine | null => {
  const offer = facts.offers.get(draft.offerId)
  const onSale = facts.onSale.get(draft.offerId)
  const version = onSale ?? facts.versions.get(draft.versionId ?? '')
  if (!offer || !version) return null
  const { definition } = version
  const contract = offer.kind === 'addition' && draft.contractId ? (facts.contracts.get(draft.contractId) ?? null) : null
  const { values, faults } = judgeLine(draft, { offer, definition, contract }, facts, today)
  const siteIds = offer.kind === 'addition' ? (contract?.site_ids ?? []) : draft.siteIds
  const sites = [...new Set(siteIds)].flatMap((id) => facts.sites.get(id) ?? [])
  const standing = standingOf(draft, offer, onSale, customer)
  const price =
    customer.sale.mode === 'request'
      ? priceResale(facts.resale.get(offer.id), version, values)
      : priceContract(version, values, draft.commitmentMonths)
  const isMoved = draft.seen !== undefined && (standing === 'new_version' || !sameAmounts(draft.seen, price))
  return {
    draft,
    offer,
    standing,
    version,
    contract,
    sites,
    values,
    faults,
    price,
    addition: contract
      ? besideContract(contract, version, values, { before: facts.fees.get(contract.id) ?? null, added: price?.monthlyCents ?? null })
      : null,
    change: isMoved ? { before: draft.seen ?? null, after: amountsOf(price) } : null,
    contracts: contractsOf(sites, offer, definition.sites === 'several'),
    expectedOn: expectedDay(draft.wishedOn, definition.leadTimeDays, today),
  }
}
