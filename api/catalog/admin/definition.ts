import * as z from 'zod/mini'
import { about } from '../../about.ts'
import { day, longText, shortText } from '../../atoms.ts'
import { type Characteristic, type OfferDefinition, priceLists, stepActors } from '../rules/offer-definition.ts'
import { maximumPatternLength, readPattern } from '../rules/pattern.ts'
import { baseItem, terminationItem } from '../rules/pricing.ts'
import { serviceKinds } from '../rules/service-kinds.ts'

/** Schemas of what an offer is. A definition that passes them can be shown, asked, checked and priced; `definitionFaults` looks at what its parts say of each other. */

export const bilingualText = (maximum: number) => z.strictObject({ fr: shortText(maximum), en: shortText(maximum) })
const bilingualLong = (maximum: number) =>
  z.strictObject({
    fr: longText(maximum).check(z.minLength(1, 'required')),
    en: longText(maximum).check(z.minLength(1, 'required')),
  })

const key = z.string('required').check(z.regex(/^[a-z][a-z0-9_]{0,39}$/, 'key_invalid'))
about(key, 'Key of a characteristic.', { examples: ['channels'] })
const whole = (minimum: number, maximum: number) =>
  z.number('number_invalid').check(z.int('number_invalid'), z.minimum(minimum, 'number_invalid'), z.maximum(maximum, 'number_invalid'))
const decimal = z.number('number_invalid').check(z.minimum(-1e9, 'number_invalid'), z.maximum(1e9, 'number_invalid'))
export const typedOfferCode = z
  .string('required')
  .check(z.maxLength(60, 'too_long'), z.regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/, 'offer_code_invalid'))
about(typedOfferCode, 'Code of an offer: capitals, digits and hyphens.', { examples: ['TRUNK-SIP'] })

const condition = z.discriminatedUnion('is', [
  z.strictObject({ key, is: z.enum(['filled', 'empty']) }),
  z.strictObject({
    key,
    is: z.literal('one_of'),
    values: z.array(z.string().check(z.maxLength(80, 'too_long'))).check(z.minLength(1, 'required'), z.maxLength(50, 'too_many')),
  }),
  z.strictObject({ key, is: z.enum(['at_least', 'at_most']), value: decimal }),
])

const base = {
  key,
  label: bilingualText(120),
  help: z.optional(bilingualText(400)),
  required: z.boolean('required'),
  when: z.optional(z.array(condition).check(z.maxLength(8, 'too_many'))),
}

const characteristic = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('choice'),
    options: z
      .array(
        z.strictObject({
          value: z.string('required').check(z.regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/, 'key_invalid')),
          label: bilingualText(120),
        }),
      )
      .check(z.minLength(1, 'required'), z.maxLength(60, 'too_many')),
  }),
  z.strictObject({ ...base, type: z.literal('boolean') }),
  z.strictObject({
    ...base,
    type: z.literal('number'),
    minimum: decimal,
    maximum: decimal,
    step: z.number('number_invalid').check(z.positive('number_invalid'), z.maximum(1e6, 'number_invalid')),
    unit: z.optional(bilingualText(30)),
  }),
  z.strictObject({
    ...base,
    type: z.literal('text'),
    maximum: whole(1, 500),
    pattern: z.optional(
      z.string().check(
        z.maxLength(maximumPatternLength, 'too_long'),
        z.refine((pattern) => readPattern(pattern) !== null, 'pattern_invalid'),
      ),
    ),
    patternHint: z.optional(bilingualText(200)),
  }),
  z.strictObject({ ...base, type: z.literal('phone') }),
  z.strictObject({ ...base, type: z.literal('email') }),
  z.strictObject({ ...base, type: z.literal('ip') }),
  z.strictObject({ ...base, type: z.literal('date') }),
  z.strictObject({ ...base, type: z.literal('file') }),
  z.strictObject({ ...base, type: z.literal('site') }),
  z.strictObject({ ...base, type: z.literal('contract'), offers: z.array(typedOfferCode).check(z.maxLength(50, 'too_many')) }),
])

const basisPoints = whole(0, 10_000)

export const offerDefinitionSchema = z.strictObject({
  summary: bilingualText(240),
  description: bilingualLong(5000),
  characteristics: z.array(characteristic).check(z.maxLength(60, 'too_many')),
  quantityKey: z.optional(key),
  freeIncomingPerUnit: z.optional(whole(0, 100)),
  usagePlan: z.optional(shortText(80)),
  commitments: z
    .array(z.strictObject({ months: whole(0, 120), discountBasisPoints: basisPoints }))
    .check(z.minLength(1, 'required'), z.maxLength(12, 'too_many')),
  notice: z.strictObject({ count: whole(0, 365), unit: z.enum(['day', 'month']) }),
  tacitRenewal: z.optional(z.boolean('required')),
  penaltyBasisPoints: basisPoints,
  leadTimeDays: whole(0, 730),
  sites: z.enum(['one', 'several']),
  steps: z
    .array(z.strictObject({ label: bilingualText(120), actor: z.enum(stepActors), days: whole(0, 365) }))
    .check(z.minLength(1, 'required'), z.maxLength(30, 'too_many')),
  services: z
    .array(
      z.strictObject({
        kind: z.enum(serviceKinds),
        name: bilingualText(120),
        per: z.union([z.enum(['contract', 'site']), z.strictObject({ characteristic: key })]),
        accountcode: z.boolean('required'),
      }),
    )
    .check(z.maxLength(20, 'too_many')),
})

about(
  offerDefinitionSchema,
  'What an offer is: its texts, its form, its commitments, the steps of its delivery and the services that it makes.',
  {
    examples: [
      {
        summary: { fr: 'Vos appels sur internet', en: 'Your calls over the internet' },
        description: { fr: 'Un lien SIP entre votre standard et le réseau.', en: 'A SIP link between your switchboard and the network.' },
        characteristics: [
          {
            key: 'channels',
            label: { fr: 'Canaux', en: 'Channels' },
            required: true,
            type: 'number',
            minimum: 1,
            maximum: 100,
            step: 1,
            unit: { fr: 'canaux', en: 'channels' },
          },
        ],
        quantityKey: 'channels',
        commitments: [{ months: 36, discountBasisPoints: 1000 }],
        notice: { count: 1, unit: 'month' },
        penaltyBasisPoints: 2500,
        leadTimeDays: 15,
        sites: 'one',
        steps: [{ label: { fr: 'Création du trunk', en: 'Creation of the trunk' }, actor: 'carrier', days: 5 }],
        services: [{ kind: 'sip_trunk', name: { fr: 'Trunk SIP', en: 'SIP trunk' }, per: 'contract', accountcode: true }],
      },
    ],
  },
)

export const priceCents = whole(0, 1_000_000_000)
about(priceCents, 'Whole cents without VAT, up to ten million euros.', { examples: [4590] })

export const priceItemSchema = z.strictObject({
  item: z.string('required').check(z.regex(/^[a-z][a-z0-9_]{0,39}(?:=[a-z0-9][a-z0-9_.-]{0,59})?$/, 'price_item_invalid')),
  oneOffCents: priceCents,
  monthlyCents: priceCents,
  steps: z
    .array(z.strictObject({ from: whole(1, 1_000_000), oneOffCents: priceCents, monthlyCents: priceCents }))
    .check(z.maxLength(20, 'too_many')),
})

about(priceItemSchema, 'What an item costs, and from which quantities it costs less.', {
  examples: [{ item: 'channels', oneOffCents: 0, monthlyCents: 1200, steps: [{ from: 10, oneOffCents: 0, monthlyCents: 1000 }] }],
})

export const priceListSchema = z.enum(priceLists)
export const pricesSchema = z.strictObject({
  public: z.array(priceItemSchema).check(z.maxLength(400, 'too_many')),
  wholesale: z.array(priceItemSchema).check(z.maxLength(400, 'too_many')),
})
export type Prices = z.infer<typeof pricesSchema>

export const validityFields = { validFrom: day, validUntil: z.nullable(day) }

const numbersOf = (characteristics: readonly Characteristic[]) =>
  characteristics.filter((one) => one.type === 'number').map((one) => one.key)

/** Each fault as a path within the definition and a field code. */
export interface DefinitionFault {
  readonly path: string
  readonly code:
    | 'duplicate'
    | 'key_reserved'
    | 'key_unknown'
    | 'bounds_reversed'
    | 'price_item_unknown'
    | 'steps_unsorted'
    | 'renewal_without_commitment'
}

const duplicates = (values: readonly (string | number)[], path: (index: number) => string): DefinitionFault[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [{ path: path(index), code: 'duplicate' as const }] : []))

/** Items of every price list: a question of that name would be charged as them. */
const reservedKeys: readonly string[] = [baseItem, terminationItem]

/** What the parts of a definition say of each other: keys told once, conditions on earlier questions, counts that are numbers. */
export const definitionFaults = (definition: OfferDefinition): DefinitionFault[] => {
  const { characteristics } = definition
  const keys = characteristics.map((one) => one.key)
  const numbers = numbersOf(characteristics)
  return [
    ...duplicates(keys, (index) => `characteristics.${index}.key`),
    ...keys.flatMap((one, index): DefinitionFault[] =>
      reservedKeys.includes(one) ? [{ path: `characteristics.${index}.key`, code: 'key_reserved' }] : [],
    ),
    ...characteristics.flatMap((one, index): DefinitionFault[] => [
      ...(one.when ?? []).flatMap(({ key: named }, at): DefinitionFault[] =>
        keys.slice(0, index).includes(named) ? [] : [{ path: `characteristics.${index}.when.${at}.key`, code: 'key_unknown' }],
      ),
      ...(one.type === 'choice'
        ? duplicates(
            one.options.map((option) => option.value),
            (at) => `characteristics.${index}.options.${at}.value`,
          )
        : []),
      ...(one.type === 'number' && one.minimum > one.maximum
        ? [{ path: `characteristics.${index}.maximum`, code: 'bounds_reversed' as const }]
        : []),
    ]),
    ...(definition.quantityKey !== undefined && !numbers.includes(definition.quantityKey)
      ? [{ path: 'quantityKey', code: 'key_unknown' as const }]
      : []),
    ...definition.services.flatMap(({ per }, index): DefinitionFault[] =>
      typeof per === 'object' && !numbers.includes(per.characteristic) ? [{ path: `services.${index}.per`, code: 'key_unknown' }] : [],
    ),
    ...duplicates(
      definition.commitments.map((option) => option.months),
      (index) => `commitments.${index}.months`,
    ),
    ...(definition.tacitRenewal === true && definition.commitments.every(({ months }) => months === 0)
      ? [{ path: 'tacitRenewal', code: 'renewal_without_commitment' as const }]
      : []),
  ]
}

/** The items that a price list of this definition may name. */
export const priceableItems = ({ characteristics }: Pick<OfferDefinition, 'characteristics'>): string[] => [
  ...reservedKeys,
  ...characteristics.flatMap((one) =>
    one.type === 'choice' ? [one.key, ...one.options.map((option) => `${one.key}=${option.value}`)] : [one.key],
  ),
]

/** Answers that choose or count something: others (texts, files, sites…) only inform, and are not proposed for a price. */
const pricedTypes: ReadonlySet<Characteristic['type']> = new Set(['choice', 'boolean', 'number'])

/** The items to show where prices are written: those that usually have one, and those that have one already. */
export const proposedItems = (
  { characteristics }: Pick<OfferDefinition, 'characteristics'>,
  prices: readonly { readonly item: string }[],
): string[] => {
  const proposed = new Set(priceableItems({ characteristics: characteristics.filter(({ type }) => pricedTypes.has(type)) }))
  return priceableItems({ characteristics }).filter((item) => proposed.has(item) || prices.some((price) => price.item === item))
}

/** Items that exist and are told once, steps that rise. */
export const priceFaults = (definition: OfferDefinition, prices: Prices): DefinitionFault[] => {
  const items = new Set(priceableItems(definition))
  return priceLists.flatMap((list) => [
    ...duplicates(
      prices[list].map((price) => price.item),
      (index) => `${list}.${index}.item`,
    ),
    ...prices[list].flatMap(({ item, steps }, index): DefinitionFault[] => [
      ...(items.has(item) ? [] : [{ path: `${list}.${index}.item`, code: 'price_item_unknown' as const }]),
      ...steps.flatMap((step, at): DefinitionFault[] => {
        const before = steps[at - 1]
        return before && before.from >= step.from ? [{ path: `${list}.${index}.steps.${at}.from`, code: 'steps_unsorted' }] : []
      }),
    ]),
  ])
}
