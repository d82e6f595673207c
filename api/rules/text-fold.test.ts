import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedIncludes, foldText } from './text-fold.ts'

describe('folding of texts for searches', () => {
  it.each([
    ['Crédit d’Œuvre', 'credit d oeuvre'],
    ["  SAINT-ÉTIENNE   l'Hôpital ", 'saint etienne l hopital'],
    ['Straße', 'strasse'],
    ['ÆGIR Łódź Ørsted', 'aegir lodz orsted'],
    ['Télécom – 2026', 'telecom 2026'],
    ['', ''],
  ])('%s → %s', (text, folded) => expect(foldText(text)).toBe(folded))

  it('finds words in any order', () => {
    expect(foldedIncludes('Société Générale d’Électricité', 'electr GENERALE')).toBe(true)
    expect(foldedIncludes('Société Générale', 'regional')).toBe(false)
    expect(foldedIncludes('Société Générale', 'generale regional')).toBe(false)
    expect(foldedIncludes('Société', '')).toBe(true)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
      { numRuns: 500 },
    )
  })
})
