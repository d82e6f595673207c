import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPersonName, normalisePersonName } from './person-name.ts'

describe('names of people', () => {
  it.each([
    ['Jean-François', true],
    ["D'Œuvre", true],
    ['N’Guyễn Thị', true],
    ['李', true],
    ['Smith Jr.', true],
    ['Achats & Logistique', true],
    ['R&D', true],
    ['MARTIN/DUPONT', true],
    ['Martin + Fils', true],
    ['Bureau n° 3', true],
    ['Jean "Jeannot"', true],
    ['علی\u200cرضا', true],
    ['M.-C. de St. Pierre', true],
    ['exemple.fr', false],
    ['exemple.fr/promo', false],
    ['WWW.EXEMPLE', false],
    ['EXEMPLE.COM', false],
    ['//exemple', false],
    ['\u200dAli', false],
    ['', false],
    ['--', false],
    [' Jean', false],
    ['Jean  Paul', false],
    ['Jean\u0007', false],
    ['Jean\u202e', false],
    ['<b>Jean</b>', false],
    ['https://exemple.fr', false],
    ['x'.repeat(80), true],
    ['x'.repeat(81), false],
  ])('%j: %s', (name, right) => expect(isPersonName(name)).toBe(right))
  it('is trimmed, collapsed and composed', () => expect(normalisePersonName('  Jean\t  Andre\u0301 ')).toBe('Jean André'))
  it.each([
    ['D´Angelo', 'D’Angelo'],
    ['‘Ali', '’Ali'],
    ['N`Diaye', 'N’Diaye'],
    ['Kaʻiulani', 'Ka’iulani'],
    ["D'Œuvre", "D'Œuvre"],
    ['Jean\u202e', 'Jean'],
    ['\u200bJean\u202f\u00a0Paul', 'Jean Paul'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(normalisePersonName(typed)).toBe(kept)
    expect(isPersonName(kept)).toBe(true)
  })
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalisePersonName(normalisePersonName(text))).toBe(normalisePersonName(text))
      }),
    )
  })
})
