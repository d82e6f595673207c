import { describe, expect, it } from 'vitest'
import type { OfferCard } from '#api/catalog/offers/offers'
import { findOffers } from './find-offers.ts'

const offer = (code: string, family: string, name: string, summary: string): OfferCard => ({
  code,
  family,
  kind: 'contract',
  addsTo: [],
  name: { fr: name, en: name },
  summary: { fr: summary, en: summary },
  price: { source: 'on_request', oneOffCents: null, monthlyCents: null, perUnit: false },
  commitments: [],
  delivery: { announcedDays: 1, usualDays: null },
  sites: 'one',
  versionId: code,
  versionNumber: 1,
  validUntil: null,
})
const offers = [
  offer('FTTH-PRO', 'internet_access', 'Fibre FTTH Pro', 'Fibre mutualisée'),
  offer('NUMERIS-T0', 'standard_telephony', 'Accès Numéris T0', 'Deux communications simultanées'),
]
const codes = (...given: Parameters<typeof findOffers> extends [unknown, ...infer R] ? R : never) =>
  findOffers(offers, ...given).map(({ code }) => code)

describe('findOffers', () => {
  it('finds every word wherever it stands, without accents or case', () => {
    expect(codes('fibre PRO')).toEqual(['FTTH-PRO'])
    expect(codes('numeris simultanees')).toEqual(['NUMERIS-T0'])
    expect(codes('fibre numéris')).toEqual([])
    expect(codes('  ')).toHaveLength(2)
  })
  it('keeps to a family', () => {
    expect(codes('', 'internet_access')).toEqual(['FTTH-PRO'])
    expect(codes('numeris', 'internet_access')).toEqual([])
  })
})
