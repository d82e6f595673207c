import { checkValues } from './characteristics.ts'
import type { Bilingual, CharacteristicValues, OfferDefinition, PriceItem } from './offer-definition.ts'
import { discountOf, type PriceLine, priceOf } from './pricing.ts'

/** What changing a running contract costs. Integer cents, without VAT. What does not change keeps the price at which it was contracted. */

/** A line of a contract's fee, all units together. An addition's begins with its order: `COM00123:channels`. */
export interface ContractLine {
  readonly item: string
  readonly label: Bilingual
  readonly quantity: number
  readonly oneOffCents: number
  readonly monthlyCents: number
}

/** An offer as configured at the prices of one of its versions. */
export interface Configuration {
  readonly versionId: string
  readonly definition: OfferDefinition
  readonly prices: readonly PriceItem[]
  readonly values: CharacteristicValues
  /** Months of commitment, for their discount. */
  readonly months: number
}

/** A change of one line of the contract, with what each unit costs: `delete` gives back a fee, never what was paid once. */
export interface ModificationItem {
  readonly action: 'add' | 'modify' | 'delete'
  readonly item: string
  readonly label: Bilingual
  readonly quantityBefore: number | null
  readonly quantityAfter: number | null
  readonly unitOneOffCents: number
  readonly unitMonthlyCents: number
}

const ofAddition = /^COM\d+:(.+)$/
const setupSuffix = ':setup'

/** Units that an item adds; negative when it takes some away. */
export const unitsOf = ({ quantityBefore, quantityAfter }: ModificationItem): number => (quantityAfter ?? 0) - (quantityBefore ?? 0)

/** The characteristic that an item prices: `channels` of `COM00123:channels`, `access` of `access=fibre`. */
export const keyOfItem = (item: string): string => {
  const own = ofAddition.exec(item)?.[1] ?? item
  return (own.endsWith(setupSuffix) ? own.slice(0, -setupSuffix.length) : own).split('=')[0] ?? own
}

interface Units {
  readonly item: string
  readonly label: Bilingual
  readonly quantity: number
  readonly unitMonthlyCents: number
}

/** Whole units at a whole price; what cannot be divided is one unit. */
const unitsIn = ({ item, label, quantity, monthlyCents }: ContractLine): Units =>
  Number.isInteger(quantity) && quantity > 0 && monthlyCents % quantity === 0
    ? { item, label, quantity, unitMonthlyCents: monthlyCents / quantity }
    : { item, label, quantity: 1, unitMonthlyCents: monthlyCents }

const wholeUnits = (line: PriceLine): PriceLine =>
  Number.isInteger(line.quantity) ? line : { ...line, quantity: 1, unitOneOffCents: line.oneOffCents, unitMonthlyCents: line.monthlyCents }

/** Under which item of the offer a line of the contract counts; null: an addition's own, which a modification leaves alone. */
const countedAs = (item: string, quantityKey: string | undefined): string | null => {
  const added = ofAddition.exec(item)?.[1]
  if (added === undefined) return item
  return added === quantityKey ? added : null
}

const setupOf = (line: PriceLine, units: number): ModificationItem[] =>
  units > 0 && line.unitOneOffCents > 0
    ? [
        {
          action: 'add',
          item: `${line.item}${setupSuffix}`,
          label: { fr: `${line.label.fr} (mise en service)`, en: `${line.label.en} (set-up)` },
          quantityBefore: null,
          quantityAfter: units,
          unitOneOffCents: line.unitOneOffCents,
          unitMonthlyCents: 0,
        },
      ]
    : []

const removed = ({ item, label, quantity, unitMonthlyCents }: Units): ModificationItem => ({
  action: 'delete',
  item,
  label,
  quantityBefore: quantity,
  quantityAfter: 0,
  unitOneOffCents: 0,
  unitMonthlyCents,
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** What becomes of one item of the offer. */
const itemChanges = (had: readonly Units[], line: PriceLine | undefined, isRepriced: boolean): ModificationItem[] => {
  if (!line) return had.map(removed)
  const { item, label, quantity, unitMonthlyCents, unitOneOffCents } = line
  const added = { action: 'add', item, label, quantityBefore: null, quantityAfter: quantity, unitMonthlyCents } as const
  if (had.length === 0) return [{ ...added, unitOneOffCents }]
  const units = quantity - sum(had.map((each) => each.quantity))
  const isSameFee = sum(had.map((each) => each.quantity * each.unitMonthlyCents)) === quantity * unitMonthlyCents
  if (units === 0 && (isSameFee || !isRepriced)) return []
  const alike = had.find((each) => each.unitMonthlyCents === unitMonthlyCents && each.quantity + units > 0)
  if (alike && units !== 0 && (!isRepriced || had.length === 1))
    return [
      {
        action: 'modify',
        item: alike.item,
        label: alike.label,
        quantityBefore: alike.quantity,
        quantityAfter: alike.quantity + units,
        unitMonthlyCents,
        unitOneOffCents: units > 0 ? unitOneOffCents : 0,
      },
    ]
  return [...had.map(removed), { ...added, unitOneOffCents: 0 }, ...setupOf(line, units)]
}

/** What the version's prices say of the contract as configured: for a contract taken over without lines. */
const listedLines = ({ prices, definition, values, months }: Configuration): PriceLine[] =>
  priceOf(prices, definition, values, months).lines.map(wholeUnits)

const keptUnits = (lines: readonly ContractLine[], { definition }: Configuration) =>
  Map.groupBy(
    lines.flatMap((line) => {
      const own = countedAs(line.item, definition.quantityKey)
      return own === null ? [] : [{ own, units: unitsIn(line) }]
    }),
    ({ own }) => own,
  )

/**
 * The monthly fee of each characteristic (and of `base`) as the contract runs, in cents: what a modification starts from. Same reading of the
 * lines as `modificationItems`, so that a fee and what its items add come to the fee that will be billed.
 */
export const monthlyFees = (lines: readonly ContractLine[], before: Configuration): ReadonlyMap<string, number> => {
  const kept = keptUnits(lines, before)
  const listed = listedLines(before)
  const fees = new Map<string, number>()
  for (const item of new Set([...kept.keys(), ...listed.map((line) => line.item)])) {
    const units: readonly Pick<Units, 'quantity' | 'unitMonthlyCents'>[] =
      kept.get(item)?.map((each) => each.units) ?? listed.filter((line) => line.item === item)
    const key = keyOfItem(item)
    fees.set(key, (fees.get(key) ?? 0) + sum(units.map((each) => each.quantity * each.unitMonthlyCents)))
  }
  return fees
}

/**
 * The items of a modification: what it takes away and what it brings, at unit prices. What keeps its value keeps its contracted price, unless
 * the version or the commitment is another one: then the new prices hold for everything. Fees paid once are not given back, and are due only
 * for the units that come.
 * @param lines of the contract as it runs; those that it lacks (taken over from before) are read from its version's prices.
 */
export const modificationItems = (lines: readonly ContractLine[], before: Configuration, after: Configuration): ModificationItem[] => {
  // Taken over from before without its form: its fee says nothing of what is in it.
  const isUnknown = checkValues(before.definition, before.values).errors.length > 0
  const isRepriced = isUnknown || before.versionId !== after.versionId || before.months !== after.months
  const listed = listedLines(before)
  const wanted = priceOf(after.prices, keepDiscount(before, after), after.values, after.months).lines.map(wholeUnits)
  const kept = keptUnits(lines, before)
  const items = [...new Set([...listed, ...wanted].map(({ item }) => item))]
  return items.flatMap((item) => {
    const had = kept.get(item)?.map(({ units }) => units) ?? listed.filter((line) => line.item === item)
    return itemChanges(
      had,
      wanted.find((line) => line.item === item),
      isRepriced,
    )
  })
}

/** The discount of a running commitment goes on when the new version no longer offers its length. */
const keepDiscount = (before: Configuration, after: Configuration): OfferDefinition => {
  const { definition, months } = after
  if (months !== before.months || months === 0 || discountOf(definition, months) !== null) return definition
  const discountBasisPoints = discountOf(before.definition, months) ?? 0
  return { ...definition, commitments: [...definition.commitments, { months, discountBasisPoints }] }
}

/** What items come to: fees due once, and the difference of the monthly fee. */
export const modificationTotals = (
  items: readonly ModificationItem[],
): { readonly oneOffCents: number; readonly monthlyCents: number } => ({
  oneOffCents: sum(items.map((item) => item.unitOneOffCents * unitsOf(item))),
  monthlyCents: sum(items.map((item) => item.unitMonthlyCents * unitsOf(item))),
})

const applied = (lines: readonly ContractLine[], change: ModificationItem): ContractLine[] => {
  const { action, item, label, quantityAfter, unitMonthlyCents, unitOneOffCents } = change
  const known = lines.some((line) => line.item === item)
  if (action === 'delete' && known) return lines.filter((line) => line.item !== item)
  // An answer without a price, or a fee due once: nothing that recurs.
  if (quantityAfter === null || item.endsWith(setupSuffix)) return [...lines]
  const oneOffCents = unitOneOffCents * unitsOf(change)
  const monthlyCents = unitMonthlyCents * unitsOf(change)
  if (action === 'modify' && known)
    return lines.map((line) =>
      line.item === item
        ? { ...line, quantity: quantityAfter, oneOffCents: line.oneOffCents + oneOffCents, monthlyCents: line.monthlyCents + monthlyCents }
        : line,
    )
  // What a fee of before held without a line of its own is counted by its difference.
  return [...lines, { item, label, quantity: unitsOf(change), oneOffCents, monthlyCents }]
}

/** The lines of the contract once the items are delivered. */
export const linesAfter = (lines: readonly ContractLine[], items: readonly ModificationItem[]): ContractLine[] => {
  let now = [...lines]
  for (const change of items) now = applied(now, change)
  return now
}

/** Characteristics whose answer is another one. */
export const changedKeys = (before: CharacteristicValues, after: CharacteristicValues): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => {
    const [was, is] = [Object.hasOwn(before, key) ? before[key] : undefined, Object.hasOwn(after, key) ? after[key] : undefined]
    const isNothing = (value: typeof was) => value === undefined || value === '' || value === false
    return was !== is && !(isNothing(was) && isNothing(is))
  })
