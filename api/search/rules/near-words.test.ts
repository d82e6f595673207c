import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchWords, nearPattern } from './near-words.ts'

describe('words with a typing error', () => {
  it.each([
    ['Ma Socité', 'Ma Société', 'near'],
    ['ma soc', 'Ma Société', 'exact'],
    ['société ma', 'Ma Société', 'exact'],
    ['borddeaux', 'Agence de Bordeaux', 'near'],
    ['obrdeaux', 'Agence de Bordeaux', 'near'],
    ['bordaeux', 'Agence de Bordeaux', 'near'],
    ['bordx', 'Agence de Bordeaux', 'near'],
    ['ordeaux', 'Agence de Bordeaux', 'near'],
    ['nouvo site', 'Nouveau site', 'near'],
    ['mou', 'Nouveau site', null],
    ['pual', 'Paul', 'near'],
    ['tolouse', 'Bordeaux', null],
    ['bxrdxaux', 'Bordeaux', null],
    ['40483', '40482', null],
    ['', 'Bordeaux', 'exact'],
  ])('%s in %s: %s', (typed, text, how) => expect(matchWords(typed, text)).toBe(how))

  it('any one error in a word of four letters or more is forgiven', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
    const word = fc.array(letter, { minLength: 5, maxLength: 14 })
    fc.assert(
      fc.property(word, fc.nat(), letter, fc.constantFrom('swap', 'forget', 'mistake', 'add'), (letters, seed, other, error) => {
        const at = seed % (letters.length - 1)
        const typed = [...letters]
        if (error === 'swap') typed.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
        else if (error === 'forget') typed.splice(at, 1)
        else if (error === 'mistake') typed.splice(at, 1, other)
        else typed.splice(at, 0, other)
        expect(new RegExp(nearPattern(typed.join(''))).test(letters.join(''))).toBe(true)
      }),
    )
  })
})
