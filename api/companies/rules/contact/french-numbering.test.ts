import { describe, expect, it } from 'vitest'
import { frenchKind, isShortNumber, overseasRange } from './french-numbering.ts'

describe('the French numbering plan', () => {
  it.each([
    ['0590123456', { callingCode: '590', kind: 'fixed' }],
    ['0690123456', { callingCode: '590', kind: 'mobile' }],
    ['0639971234', { callingCode: '262', kind: 'mobile' }],
    ['0639981234', null],
    ['0184787880', null],
    ['05901234567', null],
    ['059012345', null],
    ['10590123456', null],
  ])('%s is overseas: %j', (national, range) => expect(overseasRange(national)).toEqual(range))

  it.each([
    ['0184787880', 'fixed'],
    ['07001234567890', 'm2m'],
    ['0700123456', 'mobile'],
    ['0018478788', null],
    ['01847878801', null],
    ['018478788', null],
  ])('%s is %s', (national, kind) => expect(frenchKind(national)).toBe(kind))

  it.each([
    ['1014', true],
    ['3179', true],
    ['118218', true],
    ['116000', true],
    ['101', false],
    ['10145', false],
    ['117000', false],
    ['11821', false],
    ['10ab', false],
  ])('%s is a short number: %s', (digits, expected) => expect(isShortNumber(digits)).toBe(expected))
})
