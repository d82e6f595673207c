import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companyNumber, companyReference, loginNumber, loginReference, parseCompanyReference, parseLogin } from './references.ts'

describe('references', () => {
  it.each([
    ['OIP-00000002', 'OIP-00000002'],
    ['oip-00000002', 'OIP-00000002'],
    [' oip 0000 0002 ', 'OIP-00000002'],
    ['oip2', 'OIP-00000002'],
    ['OIP-123456789', 'OIP-123456789'],
    ['oip 1', 'OIP-00000001'],
    ['OIP-999999999999', 'OIP-999999999999'],
    ['OIP-1000000000000', null],
    ['OIP-00000000', null],
    ['OIP-', null],
    ['E-000000004', null],
    ['OIP-12A', null],
    ['OIP-9999999999999', null],
    ['', null],
  ])('company %s → %s', (typed, reference) => expect(parseCompanyReference(typed)).toBe(reference))

  it.each([
    ['E-000000004', 'E-000000004'],
    ['e-4', 'E-000000004'],
    ['e 000 000 004', 'E-000000004'],
    ['e–000000004', 'E-000000004'],
    ['4', null],
    ['E-1e5', null],
  ])('login %s → %s', (typed, login) => expect(parseLogin(typed)).toBe(login))

  it('comes back from every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
        expect(companyNumber(companyReference(number).toLowerCase())).toBe(number)
        expect(loginNumber(loginReference(number).toLowerCase())).toBe(number)
      }),
    )
    for (const number of [0, -1, 1.5, 1_000_000_000_000])
      expect(() => companyReference(number)).toThrow(new RangeError(`Not a reference number: ${number}`))
    expect(companyReference(999_999_999_999)).toBe('OIP-999999999999')
    expect(loginReference(1)).toBe('E-000000001')
  })
})
