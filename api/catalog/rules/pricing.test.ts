import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysInMonth } from '../../rules/civil-date.ts'
import type { OfferDefinition, PriceItem } from './offer-definition.ts'
import { baseLabel, discountOf, priceOf, prorata, startingPrice, unitPrice } from './pricing.ts'

const label = { fr: 'Libellé', en: 'Label' }
const trunk: OfferDefinition = {
  summary: label,
  description: label,
  characteristics: [
    {
      key: 'codec',
      label,
      required: true,
      type: 'choice',
      options: [
        { value: 'g729', label },
        { value: 'g711', label },
      ],
    },
    { key: 'channels', label, required: true, type: 'number', minimum: 2, maximum: 200, step: 1 },
    { key: 'backup', label, required: false, type: 'boolean' },
    { key: 'backup_number', label, required: true, type: 'phone', when: [{ key: 'backup', is: 'filled' }] },
  ],
  quantityKey: 'channels',
  commitments: [
    { months: 0, discountBasisPoints: 0 },
    { months: 36, discountBasisPoints: 1500 },
  ],
  notice: { count: 1, unit: 'month' },
  penaltyBasisPoints: 10_000,
  leadTimeDays: 15,
  sites: 'one',
  steps: [{ label, actor: 'carrier', days: 5 }],
  services: [],
}
const prices: PriceItem[] = [
  { item: 'base', oneOffCents: 9000, monthlyCents: 1500, steps: [] },
  {
    item: 'channels',
    oneOffCents: 500,
    monthlyCents: 1200,
    steps: [
      { from: 10, oneOffCents: 400, monthlyCents: 1000 },
      { from: 30, oneOffCents: 0, monthlyCents: 833 },
    ],
  },
  { item: 'codec=g711', oneOffCents: 0, monthlyCents: 300, steps: [] },
  { item: 'backup', oneOffCents: 2000, monthlyCents: 450, steps: [] },
  { item: 'backup_number', oneOffCents: 100, monthlyCents: 0, steps: [] },
  { item: 'termination', oneOffCents: 6000, monthlyCents: 0, steps: [] },
]

describe('prices', () => {
  it('call the base by what it is: a subscription recurs, a set-up is paid once', () => {
    const once = [{ item: 'base', oneOffCents: 5000, monthlyCents: 0, steps: [] }]
    expect(priceOf(once, trunk, { codec: 'g729', channels: 2 }, 0).lines.map((line) => line.label.fr)).toEqual(['Mise en service'])
    expect(priceOf(prices, trunk, { codec: 'g729', channels: 2 }, 0).lines[0]?.label.fr).toBe('Abonnement')
    expect(baseLabel({ oneOffCents: 0, monthlyCents: 0 }).fr).toBe('Abonnement')
  })

  it.each([
    ['smallest', { codec: 'g729', channels: 2 }, 0, 10_000, 3900],
    ['a choice with a price', { codec: 'g711', channels: 2 }, 0, 10_000, 4200],
    ['just below a step', { codec: 'g729', channels: 9 }, 0, 13_500, 12_300],
    ['a step holds for every unit', { codec: 'g729', channels: 10 }, 0, 13_000, 11_500],
    ['the last step', { codec: 'g729', channels: 40 }, 0, 9000, 34_820],
    ['an option', { codec: 'g729', channels: 2, backup: true, backup_number: '+33199001234' }, 0, 12_100, 4350],
    ['an option left, its details too', { codec: 'g729', channels: 2, backup: false, backup_number: '+33199001234' }, 0, 10_000, 3900],
    ['a commitment, unit by unit', { codec: 'g729', channels: 30 }, 36, 9000, 1275 + 30 * 708],
    ['a commitment that is not proposed', { codec: 'g729', channels: 2 }, 24, 10_000, 3900],
    ['nothing filled', {}, 0, 9000, 1500],
  ])('%s', (_, values, months, oneOff, monthly) => {
    const priced = priceOf(prices, trunk, values as never, months)
    expect([priced.oneOffCents, priced.monthlyCents]).toEqual([oneOff, monthly])
    expect(priced.terminationCents).toBe(6000)
  })

  it('name each line by its question, and by the answer when it is chosen', () => {
    const named: OfferDefinition = {
      ...trunk,
      characteristics: [
        {
          key: 'codec',
          label: { fr: 'Codec', en: 'Codec' },
          required: true,
          type: 'choice',
          options: [
            { value: 'g729', label: { fr: 'Économe', en: 'Thrifty' } },
            { value: 'g711', label: { fr: 'Fidèle', en: 'Faithful' } },
          ],
        },
        { key: 'channels', label: { fr: 'Canaux', en: 'Channels' }, required: true, type: 'number', minimum: 0, maximum: 200, step: 1 },
      ],
    }
    const codec = { item: 'codec', oneOffCents: 1, monthlyCents: 0, steps: [] }
    const lines = (values: Record<string, string | number>) => priceOf([...prices, codec], named, values, 0).lines
    expect(lines({ codec: 'g711', channels: 2 }).map(({ item, label, quantity }) => [item, label.fr, label.en, quantity])).toEqual([
      ['base', 'Abonnement', 'Subscription', 1],
      ['codec', 'Codec', 'Codec', 1],
      ['codec=g711', 'Codec : Fidèle', 'Codec: Faithful', 1],
      ['channels', 'Canaux', 'Channels', 2],
    ])
    expect(lines({ channels: 0 }).map(({ item }) => item)).toEqual(['base'])
    expect(lines({ codec: '' }).map(({ item }) => item)).toEqual(['base'])
    expect(baseLabel({ oneOffCents: 1, monthlyCents: 0 })).toEqual({ fr: 'Mise en service', en: 'Set-up' })
  })

  it('keep the fee without discount beside', () => {
    expect(priceOf(prices, trunk, { channels: 30 }, 36).fullMonthlyCents).toBe(1500 + 30 * 833)
  })

  it('start from the smallest quantity, the cheapest choice and the shortest commitment', () => {
    const start = startingPrice(prices, trunk)
    expect([start.oneOffCents, start.monthlyCents]).toEqual([10_000, 3900])
  })

  it.each([
    [1, 1200],
    [9, 1200],
    [10, 1000],
    [29, 1000],
    [30, 833],
    [1e6, 833],
  ])('of one unit among %s: %s', (quantity, cents) => {
    const channels = prices[1]
    if (!channels) throw new Error('no price')
    expect(unitPrice(channels, quantity).monthlyCents).toBe(cents)
    expect(unitPrice({ ...channels, steps: channels.steps.toReversed() }, quantity).monthlyCents).toBe(cents)
  })

  it('are whole, never negative, the sum of their lines, and never above the fee without discount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 200 }),
        fc.boolean(),
        fc.constantFrom(0, 36),
        fc.nat(100_000),
        (channels, backup, months, monthly) => {
          const priced = priceOf(
            [...prices, { item: 'codec', oneOffCents: 1, monthlyCents: monthly, steps: [] }],
            trunk,
            { codec: 'g711', channels, backup },
            months,
          )
          expect(Number.isInteger(priced.monthlyCents) && priced.monthlyCents >= 0).toBe(true)
          expect(priced.lines.reduce((sum, line) => sum + line.monthlyCents, 0)).toBe(priced.monthlyCents)
          for (const line of priced.lines) expect(line.monthlyCents).toBe(line.unitMonthlyCents * line.quantity)
          expect(priced.monthlyCents).toBeLessThanOrEqual(priced.fullMonthlyCents)
        },
      ),
    )
  })

  it('tell the discount of a commitment, or that it is not proposed', () => {
    expect([discountOf(trunk, 36), discountOf(trunk, 0), discountOf(trunk, 12)]).toEqual([1500, 0, null])
  })
})

describe('prorata of the first month', () => {
  it.each([
    [35_000, '2026-11-19', 14_000],
    [4590, '2027-02-10', 3115],
    [4590, '2027-02-01', 4590],
    [4590, '2028-02-29', 158],
    [100, '2026-12-31', 3],
    [0, '2026-12-31', 0],
  ])('%s from %s: %s', (cents, from, due) => expect(prorata(cents, from)).toBe(due))

  it('falls as days go by, and is whole from the first', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 2024, max: 2032 }), fc.integer({ min: 1, max: 12 }), (cents, year, month) => {
        const day = (n: number) => `${year}-${String(month).padStart(2, '0')}-${String(n).padStart(2, '0')}`
        const due = Array.from({ length: daysInMonth(year, month) }, (_, index) => prorata(cents, day(index + 1)))
        expect(due[0]).toBe(cents)
        for (const [index, amount] of due.entries()) expect(amount).toBeLessThanOrEqual(due[index - 1] ?? cents)
      }),
      { numRuns: 200 },
    )
  })
})
