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
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalisePersonName(normalisePersonName(text))).toBe(normalisePersonName(text))
      }),
    )
  })
})
