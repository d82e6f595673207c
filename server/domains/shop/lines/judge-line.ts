import { checkValues, visibleCharacteristics } from '#api/catalog/rules/characteristics'
import type { Characteristic, CharacteristicValue, CharacteristicValues, OfferDefinition } from '#api/catalog/rules/offer-definition'
import { portedNumbers } from '#api/catalog/rules/porting/ported-numbers'
import { discountOf } from '#api/catalog/rules/pricing'
import { addMonths, compareDates } from '#api/rules/civil-date'
import type { LineFault } from '#api/shop/baskets/basket-lines'
import type { ContractFacts, Draft, Facts, OfferFacts } from './line-facts.ts'

/** Nobody plans a delivery further ahead. */
const furthestMonths = 24

const running = ['active']

/** What a value names must exist for this company, and be seen by the caller. */
const existenceFault = (characteristic: Characteristic, value: CharacteristicValue, facts: Facts): string | null => {
  const text = String(value)
  switch (characteristic.type) {
    case 'file':
      return facts.files.has(text) ? null : 'file_unknown'
    case 'site': {
      const site = facts.sites.get(text)
      return site ? (site.state === 'open' ? null : 'site_closed') : 'site_unknown'
    }
    case 'contract': {
      const contract = facts.contractsByReference.get(text)
      if (!contract) return 'contract_unknown'
      if (!running.includes(contract.state)) return 'contract_not_active'
      return characteristic.offers.length === 0 || characteristic.offers.includes(contract.offer_code) ? null : 'contract_not_accepting'
    }
    default:
      return null
  }
}

const judgeForm = (definition: OfferDefinition, draft: Draft, facts: Facts): { values: CharacteristicValues; faults: LineFault[] } => {
  const { values, errors } = checkValues(definition, draft.values)
  const named = visibleCharacteristics(definition, values).flatMap((characteristic): LineFault[] => {
    const value = Object.hasOwn(values, characteristic.key) ? values[characteristic.key] : undefined
    const code = value === undefined ? null : existenceFault(characteristic, value, facts)
    return code ? [{ path: `values.${characteristic.key}`, code }] : []
  })
  const typed = errors.map(({ path, code, params }): LineFault => ({ path: `values.${path}`, code, ...(params ? { params } : {}) }))
  return { values, faults: [...typed, ...named] }
}

const judgeSites = (draft: Draft, facts: Facts): LineFault[] => {
  if (draft.siteIds.length === 0) return [{ path: 'siteIds', code: 'required' }]
  return draft.siteIds.flatMap((id): LineFault[] => {
    const site = facts.sites.get(id)
    if (!site) return [{ path: 'siteIds', code: 'site_unknown' }]
    return site.state === 'open' ? [] : [{ path: 'siteIds', code: 'site_closed', params: { site: site.name } }]
  })
}

const accepts = (offer: OfferFacts, contract: ContractFacts): boolean =>
  offer.kind === 'addition' ? offer.adds_to.includes(contract.offer_code) : offer.code === contract.offer_code

/** An addition changes a running contract of an offer that takes it, a modification one of its own offer, one operation at a time, on sites that are all the caller's. */
const judgeContract = (contract: ContractFacts | null, offer: OfferFacts, facts: Facts): LineFault[] => {
  const fault = (code: string, params?: Record<string, string>): LineFault[] => [{ path: 'contract', code, ...(params ? { params } : {}) }]
  if (!contract) return fault('contract_unknown')
  if (!running.includes(contract.state)) return fault('contract_not_active')
  if (!accepts(offer, contract)) return fault('contract_not_accepting')
  if (contract.running_order) return fault('operation_running', { order: contract.running_order })
  return contract.site_ids.every((id) => facts.sites.has(id)) ? [] : fault('site_not_allowed')
}

const judgeDay = (wishedOn: string | null, today: string): LineFault[] => {
  if (wishedOn === null) return []
  if (compareDates(wishedOn, today) < 0) return [{ path: 'wishedOn', code: 'date_past' }]
  return compareDates(wishedOn, addMonths(today, furthestMonths)) > 0 ? [{ path: 'wishedOn', code: 'date_too_far' }] : []
}

/** A number is brought along once: by one contract, of no order that runs already. */
const judgeNumbers = (definition: OfferDefinition, values: CharacteristicValues, draft: Draft, facts: Facts): LineFault[] =>
  portedNumbers(visibleCharacteristics(definition, values), values).flatMap(({ key, number }): LineFault[] => {
    const order = facts.porting.get(number)
    if (order !== undefined) return [{ path: `values.${key}`, code: 'number_being_ported', params: { order } }]
    const isManyTimes = definition.sites === 'one' && new Set(draft.siteIds).size > 1
    return isManyTimes ? [{ path: `values.${key}`, code: 'number_one_site' }] : []
  })

export interface Judgement {
  /** Canonical answers of what the form asks, and of nothing else. */
  readonly values: CharacteristicValues
  readonly faults: readonly LineFault[]
}

/** Judges a line: its form by the rules that the browser runs too, and everything that it names. `required` is what is still missing. */
export const judgeLine = (
  draft: Draft,
  subject: { readonly offer: OfferFacts; readonly definition: OfferDefinition; readonly contract: ContractFacts | null },
  facts: Facts,
  today: string,
): Judgement => {
  const { offer, definition, contract } = subject
  const form = judgeForm(definition, draft, facts)
  const isOfContract = draft.contractId !== null || offer.kind === 'addition'
  // A modification without a new commitment goes on with the one that runs.
  const isKept = offer.kind === 'contract' && isOfContract && draft.commitmentMonths === 0
  const proposed =
    isKept || (definition.commitments.length === 0 ? draft.commitmentMonths === 0 : discountOf(definition, draft.commitmentMonths) !== null)
  return {
    values: form.values,
    faults: [
      ...(isOfContract ? judgeContract(contract, offer, facts) : judgeSites(draft, facts)),
      ...form.faults,
      ...judgeNumbers(definition, form.values, draft, facts),
      ...(proposed ? [] : [{ path: 'commitmentMonths', code: 'commitment_unknown' }]),
      ...judgeDay(draft.wishedOn, today),
      ...(draft.onsiteContactId === null || facts.contacts.has(draft.onsiteContactId)
        ? []
        : [{ path: 'onsiteContactId', code: 'contact_unknown' }]),
    ],
  }
}
