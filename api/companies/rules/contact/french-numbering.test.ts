import { describe, expect, it } from 'vitest'
import { frenchKind, isShortNumber, overseasRange } from './french-numbering.ts'

describe('the French numbering plan', () => {
  it.each([
    ['0590123456', { callingCode: '590', kind: 'fixed' }],
    ['0690123456', { callingCode: '590', kind: 'mobile' }],
    ['0639971234', { callingCode: '262', kind: 'mobile' }],
    ['0594123456', { callingCode: '594', kind: 'fixed' }],
    ['0694123456', { callingCode: '594', kind: 'mobile' }],
    ['0596123456', { callingCode: '596', kind: 'fixed' }],
    ['0696123456', { callingCode: '596', kind: 'mobile' }],
    ['0697123456', { callingCode: '596', kind: 'mobile' }],
    ['0691123456', { callingCode: '590', kind: 'mobile' }],
    ['0262123456', { callingCode: '262', kind: 'fixed' }],
    ['0263123456', { callingCode: '262', kind: 'fixed' }],
    ['0269123456', { callingCode: '262', kind: 'fixed' }],
    ['0692123456', { callingCode: '262', kind: 'mobile' }],
    ['0693123456', { callingCode: '262', kind: 'mobile' }],
    ['0695123456', null],
    ['0639981234', null],
    // The prefix begins the number, wherever else the same digits are.
    ['0105901234', null],
    ['0106901234', null],
    ['0105941234', null],
    ['0106941234', null],
    ['0105961234', null],
    ['0106961234', null],
    ['0102621234', null],
    ['0106921234', null],
    ['0184787880', null],
    ['05901234567', null],
    ['059012345', null],
    ['10590123456', null],
  ])('%s is overseas: %j', (national, range) => expect(overseasRange(national)).toEqual(range))

  it.each([
    ['0184787880', 'fixed'],
    ['07001234567890', 'm2m'],
    ['0700123456', 'mobile'],
    ['0612345678', 'mobile'],
    ['0512345678', 'fixed'],
    ['0800123456', 'toll_free'],
    ['0805123456', 'toll_free'],
    ['0806123456', 'shared'],
    ['0809123456', 'shared'],
    ['0810123456', 'premium'],
    ['0899123456', 'premium'],
    ['0912345678', 'non_geographic'],
    ...['0184787880', '0612345678', '0800123456', '0806123456', '0810123456', '0912345678', '07001234567890'].flatMap(
      (number): [string, null][] => [
        [`1${number}`, null],
        [`${number}1`, null],
        [number.slice(0, -1), null],
        [`${number.slice(0, -1)}a`, null],
      ],
    ),
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
