import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeValues } from './merge-values.ts'

const base = { version: 1, name: 'A', phone: '', comment: null, street: '1 rue X', city: 'Clichy' }
const fields = ['name', 'phone', 'comment', 'street', 'city']
const address = [['street', 'city']]

describe('two edits of the same thing', () => {
  it('keep what one of them changed, without a question', () => {
    const merged = mergeValues({ base, mine: { ...base, name: 'B' }, theirs: { ...base, version: 2, phone: '01' } }, fields)
    expect(merged).toEqual({ conflicts: [], values: { ...base, version: 2, name: 'B', phone: '01' }, taken: 1 })
  })
  it('ask about what both changed, unless they agree', () => {
    const mine = { ...base, name: 'B', comment: 'mine', city: 'Lyon' }
    const theirs = { ...base, version: 2, name: 'B', comment: 'theirs', phone: '01' }
    const merged = mergeValues({ base, mine, theirs }, fields)
    expect(merged).toEqual({ conflicts: ['comment'], values: { ...theirs, city: 'Lyon' }, taken: 1 })
  })
  it('take an empty text and nothing for the same', () => {
    const mine = { ...base, phone: null, comment: '' }
    expect(mergeValues({ base, mine, theirs: { ...base, comment: 'theirs' } }, fields)).toMatchObject({ conflicts: [], taken: 1 })
  })
  it('keep what was typed where nothing can be asked', () => {
    const versions = { base, mine: { ...base, name: 'B', phone: '1' }, theirs: { ...base, version: 2, name: 'C' } }
    expect(mergeValues(versions, [])).toEqual({ conflicts: [], values: { ...base, version: 2, name: 'B', phone: '1' }, taken: 0 })
  })
  it('settle an address as a whole', () => {
    const versions = { base, mine: { ...base, street: '2 rue Y' }, theirs: { ...base, city: 'Bordeaux' } }
    expect(mergeValues(versions, fields, address).conflicts).toEqual(['street', 'city'])
    expect(mergeValues({ ...versions, theirs: { ...base, name: 'B' } }, fields, address)).toMatchObject({
      conflicts: [],
      values: { street: '2 rue Y', name: 'B' },
    })
  })
  it('lose nothing that was not shown, whatever was typed', () => {
    const values = fc.record({
      name: fc.constantFrom('a', 'b', ''),
      phone: fc.constantFrom(null, '', '1', '2'),
      tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(values, values, values, (was, mine, theirs) => {
        const { conflicts, values: merged } = mergeValues({ base: was, mine, theirs }, ['name', 'phone', 'tags'])
        for (const field of ['name', 'phone', 'tags'] as const) {
          const [mineOnly] = [mergeValues({ base: was, mine, theirs: was }, [field]).values[field]]
          if (conflicts.includes(field)) continue
          const isTheirs = JSON.stringify(merged[field] || null) === JSON.stringify(theirs[field] || null)
          expect(isTheirs || JSON.stringify(merged[field] || null) === JSON.stringify(mineOnly || null)).toBe(true)
        }
      }),
    )
  })
})
