import { describe, expect, it } from 'vitest'
import { amountText, readAmount } from './typed-amount.ts'

describe('amounts as typed', () => {
  it.each([
    ['49,90', 4990],
    ['49.9', 4990],
    ['1 234,50 €', 123_450],
    ['0', 0],
    ['', null],
    ['-3', null],
    ['12,345', null],
    ['douze', null],
  ])('%s', (text, cents) => expect(readAmount(text)).toBe(cents))
  it('reads back what it shows', () => expect(readAmount(amountText(123_450))).toBe(123_450))
})
