import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText, plainWords } from './plain-text.ts'

describe('what a paste brings along', () => {
  it.each([
    ['\u202a+33 6 12 34 56 78\u202c', '+33 6 12 34 56 78'],
    ['\u200bjean@exemple.fr\ufeff', 'jean@exemple.fr'],
    ['jean@exemple.fr\u00a0', 'jean@exemple.fr'],
    ['\u202f\u2003\t732\u00ad829\u2060320\u3000', '732829320'],
    ['06\ufe0f12\u{e0100}', '0612'],
    ['a\u034fb\u3164', 'ab'],
    ['a\n', 'a\n'],
    ['\u2028a', '\u2028a'],
    ['', ''],
  ])('%j → %j', (pasted, seen) => expect(plainText(pasted)).toBe(seen))

  it.each([
    ['\u200bAgence\u202f de\u00a0 Lyon\u202c', 'Agence de Lyon'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['क्\u200dष', 'क्\u200dष'],
    ['\u200dAli\u200c', 'Ali'],
    ['a\u200d\u200db', 'ab'],
    ['a\ufe0f\u200d b', 'a b'],
    ['Andre\u0301', 'André'],
    ['e\u200b\u0301', 'é'],
    ['a\nb', 'a\nb'],
  ])('in words, %j → %j', (pasted, seen) => expect(plainWords(pasted)).toBe(seen))

  it('changes nothing the second time', () => {
    const odd = fc.constantFrom('\u200d', '\u200c', '\u200b', '\u202a', '\ufe0f', '\u00a0', '\u202f', 'a', 'é', '\u0301', 'ب', '\n', '1')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: odd }), fc.string({ unit: 'binary' })), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text))
        expect(plainWords(plainWords(text))).toBe(plainWords(text))
      }),
      { numRuns: 2000 },
    )
  })
})
