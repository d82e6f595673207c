import { describe, expect, it } from 'vitest'
import { countChanges, outcomeSentence, removesPrices } from './count-changes.ts'

const amounts = { oneOffCents: 0, monthlyCents: 1_000 }
const change = (before: typeof amounts | null, after: typeof amounts | null) => ({
  offer: 'FIBRE',
  name: { fr: 'Fibre', en: 'Fibre' },
  item: 'base',
  label: { fr: 'Abonnement', en: 'Subscription' },
  from: 1,
  before,
  after,
})

describe('changes of a price list in words', () => {
  it('count what moves, comes and goes', () => {
    const gone = change(amounts, null)
    expect(countChanges([change(amounts, { ...amounts, monthlyCents: 2_000 }), change(null, amounts), gone, gone, gone])).toBe(
      '1 prix modifié, 1 prix ajouté, 3 prix retirés',
    )
    expect(countChanges([gone])).toBe('1 prix retiré')
    expect(countChanges([])).toBe('')
    expect(removesPrices([gone])).toBe(true)
    expect(removesPrices([change(null, amounts)])).toBe(false)
  })
})

describe('the verdict on a price list', () => {
  const outcome = (applied: boolean, unchangedOffers: number) =>
    outcomeSentence({
      lines: 12,
      applied,
      changes: [],
      versions: [{ offer: 'FIBRE', number: 3 }],
      unchangedOffers,
      errors: [],
    })
  it('tells of offers that stay the same when there are some', () => {
    expect(outcome(false, 4)).toBe(
      'Lignes lues : 12. Offres qui recevraient une nouvelle version : 1 ; inchangées : 4. Rien n’est encore écrit.',
    )
    expect(outcome(false, 0)).toBe('Lignes lues : 12. Offres qui recevraient une nouvelle version : 1. Rien n’est encore écrit.')
    expect(outcome(true, 4)).toBe('Lignes lues : 12. Versions publiées : 1 ; offres inchangées : 4.')
    expect(outcome(true, 0)).toBe('Lignes lues : 12. Versions publiées : 1.')
  })
})
