import { describe, expect, it } from 'vitest'
import type { VersionForm } from '#api/catalog/admin/offer-versions'
import { compareVersions } from './flatten-version.ts'

const label = { fr: 'Libellé', en: 'Label' }
const version: VersionForm = {
  validFrom: '2026-01-01',
  validUntil: null,
  definition: {
    summary: label,
    description: label,
    characteristics: [
      { key: 'codec', label, required: true, type: 'choice', options: [{ value: 'g711', label }] },
      { key: 'channels', label, required: true, type: 'number', minimum: 2, maximum: 200, step: 1 },
    ],
    commitments: [{ months: 0, discountBasisPoints: 0 }],
    notice: { count: 1, unit: 'month' },
    penaltyBasisPoints: 10_000,
    leadTimeDays: 15,
    sites: 'one',
    steps: [{ label, actor: 'carrier', days: 5 }],
    services: [],
  },
  prices: { public: [{ item: 'base', oneOffCents: 0, monthlyCents: 1500, steps: [] }], wholesale: [] },
}
const changed = (change: (copy: VersionForm) => void) => {
  const copy = structuredClone(version)
  change(copy)
  return compareVersions(version, copy).map(({ part, of, name, before, after }) => [part, of, name, before, after])
}

describe('what differs between two versions', () => {
  it('is nothing for the same one, and an absent list is an empty one', () => {
    expect(changed(() => undefined)).toEqual([])
    expect(
      changed((copy) => {
        const [first] = copy.definition.characteristics
        if (first) first.when = []
      }),
    ).toEqual([])
  })

  it('takes an absent renewal for none', () => {
    expect(changed(({ definition }) => Object.assign(definition, { tacitRenewal: false }))).toEqual([])
    expect(changed(({ definition }) => Object.assign(definition, { tacitRenewal: true }))).toEqual([
      ['terms', '', 'tacitRenewal', false, true],
    ])
  })

  it('names prices by list, item and quantity', () => {
    expect(
      changed((copy) => {
        copy.prices.public = [
          { item: 'base', oneOffCents: 0, monthlyCents: 1700, steps: [{ from: 10, oneOffCents: 0, monthlyCents: 900 }] },
        ]
      }),
    ).toEqual([
      ['prices', 'public base 1', 'monthlyCents', 1500, 1700],
      ['prices', 'public base 10', 'oneOffCents', undefined, 0],
      ['prices', 'public base 10', 'monthlyCents', undefined, 900],
    ])
  })

  it('knows a question that moved from one that changed', () => {
    expect(changed((copy) => copy.definition.characteristics.reverse())).toEqual([
      ['form', 'channels', 'place', 2, 1],
      ['form', 'codec', 'place', 1, 2],
    ])
    expect(
      changed((copy) => {
        const [first] = copy.definition.characteristics
        if (first?.type === 'choice') first.options.push({ value: 'g729', label })
      }),
    ).toEqual([
      ['form', 'codec=g729', 'option_fr', undefined, 'Libellé'],
      ['form', 'codec=g729', 'option_en', undefined, 'Label'],
    ])
  })
})
