import { describe, expect, it } from 'vitest'
import { countChanges, removesPrices } from './count-changes.ts'

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
