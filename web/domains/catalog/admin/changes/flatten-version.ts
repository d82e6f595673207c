import type { VersionForm } from '#api/catalog/admin/offer-versions'
import type { Bilingual, Characteristic, PriceItem } from '#api/catalog/rules/offer-definition'

/**
 * A version as facts that can be compared one by one. A fact is named by what it is about, not by its place: a question that moved is the same
 * question.
 */
export interface Fact {
  readonly part: 'texts' | 'form' | 'terms' | 'delivery' | 'prices'
  /** What within the part: a characteristic's key, an item of the price list; '' for the part itself. */
  readonly of: string
  readonly name: string
  readonly value: unknown
}

const facts = (part: Fact['part'], of: string, values: Readonly<Record<string, unknown>>): Fact[] =>
  Object.entries(values).map(([name, value]) => ({ part, of, name, value }))

const texts = (name: string, text: Bilingual | undefined): Record<string, unknown> => ({
  [`${name}_fr`]: text?.fr,
  [`${name}_en`]: text?.en,
})

const ofCharacteristic = (one: Characteristic, index: number): Fact[] => {
  const { key, label, help, required, when, type, ...own } = one as Characteristic & {
    unit?: Bilingual
    patternHint?: Bilingual
    options?: readonly { value: string; label: Bilingual }[]
  }
  const { unit, patternHint, options, ...plain } = own
  return [
    ...facts('form', key, {
      place: index + 1,
      ...texts('label', label),
      type,
      required,
      ...texts('help', help),
      ...texts('unit', unit),
      ...texts('hint', patternHint),
      ...plain,
      when: when && when.length > 0 ? when : undefined,
    }),
    ...(options ?? []).flatMap((option) => facts('form', `${key}=${option.value}`, texts('option', option.label))),
  ]
}

const ofPrice = (list: 'public' | 'wholesale', { item, steps, oneOffCents, monthlyCents }: PriceItem): Fact[] => [
  ...facts('prices', `${list} ${item} 1`, { oneOffCents, monthlyCents }),
  ...steps.flatMap((step) =>
    facts('prices', `${list} ${item} ${step.from}`, { oneOffCents: step.oneOffCents, monthlyCents: step.monthlyCents }),
  ),
]

const factsOf = ({ validFrom, validUntil, definition, prices }: VersionForm): Fact[] => [
  ...facts('texts', '', {
    validFrom,
    validUntil,
    ...texts('summary', definition.summary),
    ...texts('description', definition.description),
  }),
  ...definition.characteristics.flatMap(ofCharacteristic),
  ...definition.commitments.flatMap(({ months, discountBasisPoints }) => facts('terms', String(months), { discountBasisPoints })),
  ...facts('terms', '', {
    quantityKey: definition.quantityKey,
    notice: `${definition.notice.count} ${definition.notice.unit}`,
    tacitRenewal: definition.tacitRenewal ?? false,
    penaltyBasisPoints: definition.penaltyBasisPoints,
    freeIncomingPerUnit: definition.freeIncomingPerUnit,
    usagePlan: definition.usagePlan,
  }),
  ...facts('delivery', '', { leadTimeDays: definition.leadTimeDays, sites: definition.sites }),
  ...definition.steps.flatMap(({ label, actor, days }, index) =>
    facts('delivery', `step ${index + 1}`, { ...texts('label', label), actor, days }),
  ),
  ...definition.services.flatMap(({ kind, name, per, accountcode }, index) =>
    facts('delivery', `service ${index + 1}`, {
      ...texts('label', name),
      kind,
      per: typeof per === 'string' ? per : per.characteristic,
      accountcode,
    }),
  ),
  ...prices.public.flatMap((price) => ofPrice('public', price)),
  ...prices.wholesale.flatMap((price) => ofPrice('wholesale', price)),
]

export interface FactChange extends Omit<Fact, 'value'> {
  readonly before: unknown
  readonly after: unknown
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const nameOf = ({ part, of, name }: Fact): string => JSON.stringify([part, of, name])

/** What differs between two versions, in the order of the later one; what only the earlier one had comes last in its part. */
export const compareVersions = (earlier: VersionForm, later: VersionForm): FactChange[] => {
  const before = new Map(factsOf(earlier).map((fact) => [nameOf(fact), fact]))
  const after = new Map(factsOf(later).map((fact) => [nameOf(fact), fact]))
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key): FactChange[] => {
    const [old, young] = [before.get(key), after.get(key)]
    const fact = young ?? old
    if (!fact || same(old?.value, young?.value)) return []
    return [{ part: fact.part, of: fact.of, name: fact.name, before: old?.value, after: young?.value }]
  })
}
