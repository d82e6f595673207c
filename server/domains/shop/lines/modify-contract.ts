import { quantityOf } from '#api/catalog/rules/characteristics'
import { commitmentEnd } from '#api/catalog/rules/commitment/commitment-period'
import { enforceableMonths } from '#api/catalog/rules/commitment/long-commitment'
import {
  type Configuration,
  changedKeys,
  keyOfItem,
  type ModificationItem,
  modificationItems,
  modificationTotals,
  monthlyFees,
  unitsOf,
} from '#api/catalog/rules/modification'
import type { CharacteristicValue, CharacteristicValues } from '#api/catalog/rules/offer-definition'
import { baseItem, terminationItem } from '#api/catalog/rules/pricing'
import { compareDates } from '#api/rules/civil-date'
import type { LineFault, Modification } from '#api/shop/baskets/basket-lines'
import type { Customer } from '../customer.ts'
import type { CommitmentFacts, ContractFacts, Draft, Facts, VersionFacts } from './line-facts.ts'
import type { ContractPrice } from './price-line.ts'

/** A running contract changed by its own offer. */
export interface ContractChange {
  readonly modification: Modification
  readonly items: readonly ModificationItem[]
  /** The difference; null: who looks sees no price. */
  readonly price: ContractPrice | null
  readonly faults: readonly LineFault[]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const latest = (days: readonly string[]): string | null =>
  days.reduce<string | null>((last, day) => (last === null || compareDates(day, last) > 0 ? day : last), null)

/** Commitments that still hold the company that day, each with its last day: a small one is not held beyond what it accepted. */
const runningCommitments = (
  contract: Pick<ContractFacts, 'id' | 'long_commitment_waiver'>,
  facts: Pick<Facts, 'commitments'>,
  isSmall: boolean,
  day: string,
): { readonly id: string; readonly until: string }[] =>
  facts.commitments.flatMap(({ id, subscription_id: of, starts_on: startsOn, months, ends_on: endsOn }: CommitmentFacts) => {
    if (of !== contract.id) return []
    const held = enforceableMonths(months, { size: isSmall ? 'small' : 'large', hasWaived: contract.long_commitment_waiver })
    const heldUntil = commitmentEnd(startsOn, held)
    const until = compareDates(heldUntil, endsOn) < 0 ? heldUntil : endsOn
    return compareDates(until, day) < 0 ? [] : [{ id, until }]
  })

/** The commitment whose discount the contract has: the last that was its own. */
export const heldMonths = (contractId: string, facts: Pick<Facts, 'commitments'>): number =>
  facts.commitments.find(({ subscription_id: of, is_own: isOwn }) => of === contractId && isOwn)?.months ?? 0

const answerOf = (values: CharacteristicValues, key: string): CharacteristicValue | null =>
  (Object.hasOwn(values, key) ? values[key] : undefined) ?? null

const changesOf = (
  before: CharacteristicValues,
  after: CharacteristicValues,
  priced: { readonly items: readonly ModificationItem[]; readonly fees: ReadonlyMap<string, number> } | null,
): Modification['changes'] => {
  const items = priced?.items
  const keys = [...new Set([baseItem, ...changedKeys(before, after), ...(items ?? []).map(({ item }) => keyOfItem(item))])]
  const changed = new Set(changedKeys(before, after))
  return keys.flatMap((key) => {
    const own = items?.filter(({ item }) => keyOfItem(item) === key) ?? []
    if (!changed.has(key) && own.length === 0) return []
    const amounts = priced && modificationTotals(own)
    const fee = priced?.fees.get(key) ?? 0
    return [
      {
        key,
        before: answerOf(before, key),
        after: answerOf(after, key),
        amounts,
        fees: amounts && { beforeCents: fee, afterCents: fee + amounts.monthlyCents },
      },
    ]
  })
}

/** Below what it is committed to, a customer does not go; the carrier may take it there. A new commitment outlasts those that run. */
const faultsOf = (
  draft: Draft,
  running: readonly { readonly id: string; readonly until: string }[],
  facts: Facts,
  {
    byCarrier,
    after,
    before,
    isUnchanged,
    expectedOn,
  }: {
    readonly byCarrier: boolean
    readonly before: number | null
    readonly after: number | null
    readonly isUnchanged: boolean
    readonly expectedOn: string
  },
): LineFault[] => {
  const until = latest(running.map((commitment) => commitment.until))
  const floor = sum(running.map(({ id }) => facts.committed.get(id) ?? 0))
  const isBelow = before !== null && after !== null && after < before && after < floor
  const months = draft.commitmentMonths
  const isShorter = months > 0 && until !== null && compareDates(commitmentEnd(expectedOn, months), until) < 0
  return [
    ...(isUnchanged ? [{ path: 'values', code: 'modification_empty' }] : []),
    ...(isBelow && !byCarrier && until !== null ? [{ path: 'values', code: 'below_commitment', params: { until } }] : []),
    ...(isShorter && until !== null ? [{ path: 'commitmentMonths', code: 'commitment_shorter', params: { until } }] : []),
  ]
}

/** What a modification does to its contract: item by item, and whether it may be ordered. */
export const changeContract = (
  draft: Draft,
  contract: ContractFacts,
  { version, values, expectedOn }: { readonly version: VersionFacts; readonly values: CharacteristicValues; readonly expectedOn: string },
  facts: Facts,
  customer: Customer,
): ContractChange => {
  const fee = facts.fees.get(contract.id)
  const held = heldMonths(contract.id, facts)
  const own = facts.versions.get(contract.offer_version_id)
  const before: Configuration = {
    versionId: contract.offer_version_id,
    definition: contract.definition,
    prices: own?.prices ?? [],
    values: contract.values,
    months: held,
  }
  const after: Configuration = {
    versionId: version.id,
    definition: version.definition,
    prices: version.prices,
    values,
    months: draft.commitmentMonths || held,
  }
  const seesAmounts = fee !== undefined && customer.sale.priceList !== null
  const items = seesAmounts && version.prices.length > 0 ? modificationItems(fee.lines, before, after) : null
  const totals = items && modificationTotals(items)
  const monthlyBefore = seesAmounts ? fee.monthly_cents : null
  const monthlyAfter = monthlyBefore === null || totals === null ? null : monthlyBefore + totals.monthlyCents
  const running = runningCommitments(contract, facts, customer.isSmall, expectedOn)
  return {
    items: items ?? [],
    price: totals && {
      oneOffCents: totals.oneOffCents,
      monthlyCents: totals.monthlyCents,
      terminationCents: version.prices.find(({ item }) => item === terminationItem)?.oneOffCents ?? 0,
      lines: (items ?? []).map((item) => ({
        item: item.item,
        label: item.label,
        quantity: unitsOf(item),
        unitOneOffCents: item.unitOneOffCents,
        unitMonthlyCents: item.unitMonthlyCents,
        oneOffCents: item.unitOneOffCents * unitsOf(item),
        monthlyCents: item.unitMonthlyCents * unitsOf(item),
      })),
    },
    modification: {
      versionBefore: contract.version_number,
      versionAfter: version.number,
      quantityBefore: contract.quantity,
      quantityAfter: version.definition.quantityKey === undefined ? contract.quantity : quantityOf(version.definition, values),
      monthlyBeforeCents: monthlyBefore,
      monthlyAfterCents: monthlyAfter,
      changes: changesOf(contract.values, values, items && seesAmounts ? { items, fees: monthlyFees(fee.lines, before) } : null),
      committedUntil: latest(running.map(({ until }) => until)),
    },
    faults: faultsOf(draft, running, facts, {
      byCarrier: customer.sale.byCarrier,
      before: monthlyBefore,
      after: monthlyAfter,
      isUnchanged: changedKeys(contract.values, values).length === 0 && draft.commitmentMonths === 0,
      expectedOn,
    }),
  }
}
