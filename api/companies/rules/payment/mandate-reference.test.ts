import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companyReference } from '../../../rules/references.ts'
import { isMandateReference, mandateReference, normaliseMandateReference } from './mandate-reference.ts'

describe('mandate references', () => {
  it.each([
    ['OIP-00000002-M001', true],
    ["A/B-C?D:E(F)G.H,I'J+K L", true],
    ['x'.repeat(35), true],
    ['x'.repeat(36), false],
    ['/A', false],
    ['A/', false],
    ['A//B', false],
    ['é', false],
    [' A', false],
    ['A_B', false],
    ['', false],
  ])('%s: %s', (reference, right) => expect(isMandateReference(reference)).toBe(right))

  it('is made from the company and a sequence', () => {
    expect(mandateReference('OIP-00000002', 3)).toBe('OIP-00000002-M003')
    expect(normaliseMandateReference(' oip-00000002-m003 ')).toBe('OIP-00000002-M003')
    expect(() => mandateReference('OIP-00000002', 0)).toThrow(RangeError)
    expect(() => mandateReference('é', 1)).toThrow(RangeError)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 1, max: 999_999 }), (company, sequence) => {
        expect(isMandateReference(mandateReference(companyReference(company), sequence))).toBe(true)
      }),
    )
  })
})
