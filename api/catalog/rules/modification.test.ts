import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Configuration,
  type ContractLine,
  changedKeys,
  keyOfItem,
  linesAfter,
  modificationItems,
  modificationTotals,
  monthlyFees,
} from './modification.ts'
import type { OfferDefinition, PriceItem } from './offer-definition.ts'
import { priceOf } from './pricing.ts'

const label = { fr: 'Libellé', en: 'Label' }
const definition: OfferDefinition = {
  summary: label,
  description: label,
  characteristics: [
    {
      key: 'access',
      label,
      required: true,
      type: 'choice',
      options: [
        { value: 'adsl', label },
        { value: 'fibre', label },
      ],
    },
    { key: 'channels', label, required: true, type: 'number', minimum: 1, maximum: 200, step: 1 },
    { key: 'backup', label, required: false, type: 'boolean' },
    { key: 'note', label, required: false, type: 'text', maximum: 20 },
  ],
  quantityKey: 'channels',
  commitments: [
    { months: 0, discountBasisPoints: 0 },
    { months: 36, discountBasisPoints: 1000 },
  ],
  notice: { count: 1, unit: 'month' },
  penaltyBasisPoints: 10_000,
  leadTimeDays: 10,
  sites: 'one',
  steps: [],
  services: [],
}
const item = (name: string, oneOffCents: number, monthlyCents: number, steps: PriceItem['steps'] = []): PriceItem => ({
  item: name,
  oneOffCents,
  monthlyCents,
  steps,
})
const prices = [
  item('base', 9_000, 3_000),
  item('access=fibre', 20_000, 4_000),
  item('channels', 500, 1_000, [{ from: 10, oneOffCents: 500, monthlyCents: 800 }]),
  item('backup', 0, 1_500),
]
const dearer = prices.map((price) => (price.item === 'base' ? { ...price, monthlyCents: 3_500 } : price))
const configured = (values: Configuration['values'], changes: Partial<Configuration> = {}): Configuration => ({
  versionId: 'v1',
  definition,
  prices,
  values,
  months: 0,
  ...changes,
})
const linesOf = ({ values, months }: Configuration): ContractLine[] => [...priceOf(prices, definition, values, months).lines]
const before = configured({ access: 'adsl', channels: 4 })
const told = (after: Configuration, lines = linesOf(before), from = before) =>
  modificationItems(lines, from, after).map((change) => [
    change.action,
    change.item,
    change.quantityBefore,
    change.quantityAfter,
    change.unitOneOffCents,
    change.unitMonthlyCents,
  ])

describe('a modification', () => {
  it.each<[string, Configuration, unknown[]]>([
    ['nothing', configured({ access: 'adsl', channels: 4 }), []],
    ['an answer without a price', configured({ access: 'adsl', channels: 4, note: 'quai' }), []],
    ['more units: the new ones pay their set-up', configured({ access: 'adsl', channels: 6 }), [['modify', 'channels', 4, 6, 500, 1_000]]],
    ['fewer units: nothing paid once comes back', configured({ access: 'adsl', channels: 1 }), [['modify', 'channels', 4, 1, 0, 1_000]]],
    [
      'a step of the price: every unit at the new one, set-up for those that come',
      configured({ access: 'adsl', channels: 12 }),
      [
        ['delete', 'channels', 4, 0, 0, 1_000],
        ['add', 'channels', null, 12, 0, 800],
        ['add', 'channels:setup', null, 8, 500, 0],
      ],
    ],
    ['another choice', configured({ access: 'fibre', channels: 4 }), [['add', 'access=fibre', null, 1, 20_000, 4_000]]],
    ['an option', configured({ access: 'adsl', channels: 4, backup: true }), [['add', 'backup', null, 1, 0, 1_500]]],
    [
      'the version on sale: what costs another price is told',
      configured({ access: 'adsl', channels: 5 }, { versionId: 'v2', prices: dearer }),
      [
        ['delete', 'base', 1, 0, 0, 3_000],
        ['add', 'base', null, 1, 0, 3_500],
        ['modify', 'channels', 4, 5, 500, 1_000],
      ],
    ],
    [
      'a new commitment: its discount',
      configured({ access: 'adsl', channels: 4 }, { months: 36 }),
      [
        ['delete', 'base', 1, 0, 0, 3_000],
        ['add', 'base', null, 1, 0, 2_700],
        ['delete', 'channels', 4, 0, 0, 1_000],
        ['add', 'channels', null, 4, 0, 900],
      ],
    ],
  ])('%s', (_, after, expected) => {
    expect(told(after)).toEqual(expected)
  })

  it('what is taken away', () => {
    const rich = configured({ access: 'fibre', channels: 4, backup: true })
    expect(told(before, linesOf(rich), rich)).toEqual([
      ['delete', 'access=fibre', 1, 0, 0, 4_000],
      ['delete', 'backup', 1, 0, 0, 1_500],
    ])
  })

  it('leaves what additions brought, and counts their units', () => {
    const addition = { item: 'COM00123:channels', label, quantity: 2, oneOffCents: 0, monthlyCents: 1_600 }
    const option = { item: 'COM00124:options', label, quantity: 1, oneOffCents: 0, monthlyCents: 700 }
    const lines = [...linesOf(before), addition, option]
    const six = configured({ access: 'adsl', channels: 6 })
    expect(told(configured({ access: 'adsl', channels: 7 }), lines, six)).toEqual([['modify', 'channels', 4, 5, 500, 1_000]])
    expect(told(configured({ access: 'adsl', channels: 1 }), lines, six)).toEqual([
      ['delete', 'channels', 4, 0, 0, 1_000],
      ['delete', 'COM00123:channels', 2, 0, 0, 800],
      ['add', 'channels', null, 1, 0, 1_000],
    ])
  })

  it('keeps a negotiated price for what does not change', () => {
    const negotiated = linesOf(before).map((line) => (line.item === 'base' ? { ...line, monthlyCents: 2_000 } : line))
    expect(told(configured({ access: 'adsl', channels: 5 }), negotiated)).toEqual([['modify', 'channels', 4, 5, 500, 1_000]])
  })

  it('of a contract taken over without its form tells the whole new price', () => {
    const whole: ContractLine[] = [{ item: 'base', label, quantity: 1, oneOffCents: 0, monthlyCents: 12_000 }]
    const items = modificationItems(whole, configured({}), before)
    expect(12_000 + modificationTotals(items).monthlyCents).toBe(7_000)
  })

  it('the lines of the contract always come to its fee, and nothing paid once is given back', () => {
    const values = fc.record({
      access: fc.constantFrom('adsl', 'fibre'),
      channels: fc.integer({ min: 1, max: 40 }),
      backup: fc.boolean(),
    })
    const configuration = fc.record({ values, months: fc.constantFrom(0, 36), isNew: fc.boolean() })
    fc.assert(
      fc.property(values, configuration, fc.boolean(), (from, to, isAllIn) => {
        const start = configured(from)
        const lines: ContractLine[] = isAllIn
          ? [{ item: 'base', label, quantity: 1, oneOffCents: 0, monthlyCents: 50_000 }]
          : linesOf(start)
        const after = configured(to.values, { months: to.months, ...(to.isNew ? { versionId: 'v2', prices: dearer } : {}) })
        const items = modificationItems(lines, start, after)
        const totals = modificationTotals(items)
        const monthly = (all: readonly ContractLine[]) => all.reduce((sum, line) => sum + line.monthlyCents, 0)
        expect(monthly(linesAfter(lines, items))).toBe(monthly(lines) + totals.monthlyCents)
        expect(totals.oneOffCents).toBeGreaterThanOrEqual(0)
        if (!isAllIn && (to.isNew || to.months > 0))
          expect(monthly(lines) + totals.monthlyCents).toBe(priceOf(after.prices, definition, after.values, after.months).monthlyCents)
      }),
    )
  })
})

it('answers that say nothing are alike', () => {
  expect(changedKeys({ a: 1, b: false, c: '' }, { a: 1, d: 'x' })).toEqual(['d'])
  expect(changedKeys({ a: 1 }, { a: 2 })).toEqual(['a'])
})

describe('monthly fees of a contract, by characteristic', () => {
  it('are read from its lines, its additions included, and from the prices where lines lack', () => {
    const addition = { item: 'COM00012:channels', label, quantity: 2, oneOffCents: 0, monthlyCents: 2_400 }
    const option = { item: 'COM00013:support', label, quantity: 1, oneOffCents: 0, monthlyCents: 900 }
    expect(Object.fromEntries(monthlyFees([...linesOf(before), addition, option], before))).toEqual({ base: 3_000, channels: 6_400 })
    expect(Object.fromEntries(monthlyFees([], before))).toEqual({ base: 3_000, channels: 4_000 })
  })

  it('and what the items add come to the fees of the lines that follow', () => {
    fc.assert(
      fc.property(
        fc.record({ access: fc.constantFrom('adsl', 'fibre'), channels: fc.integer({ min: 1, max: 40 }), backup: fc.boolean() }),
        fc.record({ access: fc.constantFrom('adsl', 'fibre'), channels: fc.integer({ min: 1, max: 40 }), backup: fc.boolean() }),
        fc.boolean(),
        (was, is, isDearer) => {
          const from = configured(was)
          const to = configured(is, isDearer ? { versionId: 'v2', prices: dearer } : {})
          const lines = linesOf(from)
          const items = modificationItems(lines, from, to)
          const fees = monthlyFees(lines, from)
          const after = monthlyFees(linesAfter(lines, items), to)
          for (const key of ['base', 'access', 'channels', 'backup']) {
            const added = modificationTotals(items.filter(({ item }) => keyOfItem(item) === key)).monthlyCents
            expect((fees.get(key) ?? 0) + added).toBe(after.get(key) ?? 0)
          }
        },
      ),
    )
  })
})
