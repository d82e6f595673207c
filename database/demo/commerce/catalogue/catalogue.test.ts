import { describe, expect, it } from 'vitest'
import { definitionFaults, offerDefinitionSchema, priceFaults } from '#api/catalog/admin/definition'
import { startingPrice } from '#api/catalog/rules/pricing'
import { demoOffers, demoVersions } from './load-catalogue.ts'
import { demoFamilies } from './offer-parts.ts'

describe('the catalogue of the demonstration', () => {
  it('has at least 25 offers, in every family, each code once', () => {
    expect(demoOffers.length).toBeGreaterThanOrEqual(25)
    expect(new Set(demoOffers.map((offer) => offer.code)).size).toBe(demoOffers.length)
    expect([...new Set(demoOffers.map((offer) => offer.family))].sort()).toEqual([...demoFamilies].sort())
  })

  it.each(demoOffers.map((offer) => [offer.code, offer] as const))('%s could have been written on screen, and has a price', (_, offer) => {
    const parsed = offerDefinitionSchema.safeParse(offer.definition)
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(definitionFaults(offer.definition)).toEqual([])
    for (const { prices } of demoVersions(offer, '2026-11-21')) {
      const lists = { public: [...prices.public], wholesale: [...prices.wholesale] }
      expect(priceFaults(offer.definition, JSON.parse(JSON.stringify(lists)))).toEqual([])
      const [open, wholesale] = [startingPrice(prices.public, offer.definition), startingPrice(prices.wholesale, offer.definition)]
      expect(open.monthlyCents + open.oneOffCents).toBeGreaterThan(0)
      expect(wholesale.monthlyCents).toBeLessThanOrEqual(open.monthlyCents)
    }
    for (const code of offer.addsTo ?? []) expect(demoOffers.find((other) => other.code === code)?.addsTo).toBeUndefined()
  })
})
