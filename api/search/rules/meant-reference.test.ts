import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companyReference, loginReference } from '../../rules/references.ts'
import { meantDigits, meantReference } from './meant-reference.ts'

const read = (text: string) => {
  const meant = meantReference(text)
  return meant && `${meant.letters} ${meant.number}`
}

describe('the reference that was meant', () => {
  it.each([
    ['0C40482', 'OC 40482'],
    ['oc4O482', 'OC 40482'],
    ['OC 40 482', 'OC 40482'],
    ['COM25', 'COM 25'],
    ['com-00025', 'COM 25'],
    ['C0MOOO25', 'COM 25'],
    ['coml2', 'COM 12'],
    ['OlP-OOOOOOO2', 'OIP 2'],
    ['01p2', 'OIP 2'],
    ['fpc 1l', 'FPC 11'],
    ['e-OOOOOOO04', 'E 4'],
    ['OCI2', 'OC 12'],
    ['oc1oo', 'OC 100'],
  ])('%s is %s', (typed, meant) => expect(read(typed)).toBe(meant))

  it.each(['', 'OC', 'Oil', 'Eli 2', 'Ello', 'OC0', 'OCOOloo', 'COMO', 'Comil', '40482', 'OC12345678901234567', 'Ma Société', 'OCX12'])(
    '%s is none',
    (typed) => expect(read(typed)).toBeNull(),
  )

  it('is itself, however its zeros and ones are written', () => {
    const sloppy = (text: string, bits: readonly boolean[]) =>
      [...text].map((sign, at) => (bits[at] ? ({ O: '0', '0': 'o', I: 'l' }[sign] ?? sign.toLowerCase()) : sign)).join('')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.array(fc.boolean(), { minLength: 12 }), (number, bits) => {
        expect(read(sloppy(companyReference(number), bits))).toBe(`OIP ${number}`)
        expect(read(sloppy(`OC${String(number).padStart(5, '0')}`, bits))).toBe(`OC ${number}`)
        // After one letter, half of what counts stays a digit.
        fc.pre([...String(number)].filter((sign) => sign === '0').length * 2 <= String(number).length)
        expect(read(sloppy(loginReference(number), bits))).toBe(`E ${number}`)
      }),
    )
  })
})

describe('the number that was meant', () => {
  it.each([
    ['O6 39 98 l2 34', '0639981234'],
    ['9990O1l23', '999001123'],
  ])('%s is %s', (typed, meant) => expect(meantDigits(typed)).toBe(meant))
  it.each(['0639981234', 'oil', 'Lolo', '12', 'OC40482', 'LOLO12'])('%s is none', (typed) => expect(meantDigits(typed)).toBeNull())
})
