import type { ModificationItem } from '#api/catalog/rules/modification'
import type { CharacteristicValues } from '#api/catalog/rules/offer-definition'
import { addDays, compareDates } from '#api/rules/civil-date'
import type { Addition, Amounts, LineFault, Modification, OfferStanding } from '#api/shop/baskets/basket-lines'
import type { Customer } from '../customer.ts'
import { judgeLine } from './judge-line.ts'
import type { ContractFacts, Draft, Facts, OfferFacts, SiteFacts, VersionFacts } from './line-facts.ts'
import { changeContract } from './modify-contract.ts'
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
  /** The contract's own offer, changed: what becomes of it, item by item. */
  readonly modification: Modification | null
  readonly items: readonly ModificationItem[]
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
  // A contract outlives the sale of its offer: it is changed at its own terms.
  if (offer.kind === 'contract' && draft.contractId !== null && !onSale) return 'on_sale'
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
const contractsOf = (sites: readonly SiteFacts[], isOfContract: boolean, spans: boolean): (readonly SiteFacts[])[] => {
  if (sites.length === 0) return []
  return isOfContract || spans ? [sites] : sites.map((site) => [site])
}

const priceOfLine = (draft: Draft, version: VersionFacts, values: CharacteristicValues, facts: Facts, { sale }: Customer) =>
  sale.mode === 'request'
    ? priceResale(facts.resale.get(draft.offerId), version, values)
    : priceContract(version, values, draft.commitmentMonths)

/** Judges and prices a line as of today. Null: its offer is no longer there at all. */
export const assessLine = (draft: Draft, facts: Facts, customer: Customer, today: string): AssessedLine | null => {
  const offer = facts.offers.get(draft.offerId)
  const contract = draft.contractId ? (facts.contracts.get(draft.contractId) ?? null) : null
  const isModification = offer?.kind === 'contract' && draft.contractId !== null
  const sold = facts.onSale.get(draft.offerId)
  const onSale = isModification && offer?.state !== 'on_sale' ? undefined : sold
  const version = onSale ?? facts.versions.get((isModification ? contract?.offer_version_id : draft.versionId) ?? '')
  if (!offer || !version) return null
  const { definition } = version
  const expectedOn = expectedDay(draft.wishedOn, definition.leadTimeDays, today)
  const judged = judgeLine(draft, { offer, definition, contract }, facts, today)
  const { values } = judged
  const changed = isModification && contract ? changeContract(draft, contract, { version, values, expectedOn }, facts, customer) : null
  const siteIds = draft.contractId === null ? draft.siteIds : (contract?.site_ids ?? [])
  const sites = [...new Set(siteIds)].flatMap((id) => facts.sites.get(id) ?? [])
  const standing = standingOf(draft, offer, onSale, customer)
  const price = isModification ? (changed?.price ?? null) : priceOfLine(draft, version, values, facts, customer)
  const isMoved = draft.seen !== undefined && (standing === 'new_version' || !sameAmounts(draft.seen, price))
  return {
    draft,
    offer,
    standing,
    version,
    contract,
    sites,
    values,
    faults: [...judged.faults, ...(changed?.faults ?? [])],
    price,
    addition:
      contract && !isModification
        ? besideContract(contract, version, values, {
            before: facts.fees.get(contract.id)?.monthly_cents ?? null,
            added: price?.monthlyCents ?? null,
          })
        : null,
    modification: changed?.modification ?? null,
    items: changed?.items ?? [],
    change: isMoved ? { before: draft.seen ?? null, after: amountsOf(price) } : null,
    contracts: contractsOf(sites, draft.contractId !== null, definition.sites === 'several'),
    expectedOn,
  }
}
