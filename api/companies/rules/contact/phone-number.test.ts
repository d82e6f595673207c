import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPhone, normalisePhone, parsePhone } from './phone-number.ts'

describe('phone numbers', () => {
  it.each([
    ['01 84 78 78 80', '+33184787880', 'fixed'],
    ['01.84.78.78.80', '+33184787880', 'fixed'],
    ['+33 (0)1 84 78 78 80', '+33184787880', 'fixed'],
    ['+33 01 84 78 78 80', '+33184787880', 'fixed'],
    ['0033 184787880', '+33184787880', 'fixed'],
    ['33184787880', '+33184787880', 'fixed'],
    ['0612345678', '+33612345678', 'mobile'],
    ['0712345678', '+33712345678', 'mobile'],
    ['0700123456', '+33700123456', 'mobile'],
    ['06 39 98 00 01', '+33639980001', 'mobile'],
    ['0756000000', '+33756000000', 'mobile'],
    ['0700 1234567890', '+337001234567890', 'm2m'],
    ['0800 123 456', '+33800123456', 'toll_free'],
    ['0805123456', '+33805123456', 'toll_free'],
    ['0806123456', '+33806123456', 'shared'],
    ['0809123456', '+33809123456', 'shared'],
    ['0810123456', '+33810123456', 'premium'],
    ['0825123456', '+33825123456', 'premium'],
    ['0892123456', '+33892123456', 'premium'],
    ['0948123456', '+33948123456', 'non_geographic'],
    ['0162123456', '+33162123456', 'fixed'],
    ['0262 12 34 56', '+262262123456', 'fixed'],
    ['+33 262 12 34 56', '+262262123456', 'fixed'],
    ['+262 692 12 34 56', '+262692123456', 'mobile'],
    ['0590123456', '+590590123456', 'fixed'],
    ['0690123456', '+590690123456', 'mobile'],
    ['0594123456', '+594594123456', 'fixed'],
    ['+596 (0)696 12 34 56', '+596696123456', 'mobile'],
    ['\u202a+33 6 12 34 56 78\u202c', '+33612345678', 'mobile'],
    ['\u202d06\u202f12 34\u00ad 56 78\u202c', '+33612345678', 'mobile'],
    ['tel:+33184787880', '+33184787880', 'fixed'],
    ['06·12·34·56·78', '+33612345678', 'mobile'],
    ['06−12−34−56−78', '+33612345678', 'mobile'],
    ['0508 41 12 34', '+508411234', 'international'],
    ['+44 (0)20 7183 8750', '+442071838750', 'international'],
    ['0032 2 555 12 12', '+3225551212', 'international'],
    ['+1 415 555 2671', '+14155552671', 'international'],
    ['+39 06 6982', '+39066982', 'international'],
    ['+352 1234', '+3521234', 'international'],
    ['+31 12345', '+3112345', 'international'],
    ['1014', '1014', 'short'],
    [`01 84 78 78 8${' '.repeat(26)}0`, '+33184787880', 'fixed'],
    ['15', '15', 'emergency'],
    ['112', '112', 'emergency'],
    ['116 000', '116000', 'emergency'],
    ['3179', '3179', 'short'],
    ['39 19', '3919', 'short'],
    ['118 218', '118218', 'short'],
  ])('%s → %s (%s)', (typed, canonical, kind) => expect(parsePhone(typed)).toMatchObject({ canonical, kind }))

  it.each([
    '',
    'abc',
    '01 84 78 78',
    '01 84 78 78 80 1',
    '184787880',
    '0019787880',
    '+0184787880',
    '+999123456789',
    '+1 115 555 2671',
    '+262590123456',
    '+4412',
    '+3112',
    '+1 415 155 2671',
    '+1 1 415 555 2671',
    '+1 415 555 26711',
    '+352 123',
    '05084112345',
    '050841123',
    '100508411234',
    '331847878801',
    '133184787880',
    '+262 01234567890',
    '10',
    '101',
    '10145',
    '31790',
    `01 84 78 78 8${' '.repeat(27)}0`,
    '+44123456789012345',
    '+33+184787880',
    '01 84 78 78 80 poste 3',
    '01 84 78 78 80\u0000',
    '13',
  ])('%j is no number', (typed) => expect(parsePhone(typed)).toBeNull())

  it('keeps short numbers out of what can be called back', () => {
    expect(normalisePhone('3179')).toBeNull()
    expect(normalisePhone('112')).toBeNull()
  })

  it.each([
    ['+33184787880', '01 84 78 78 80'],
    ['+33800123456', '0800 123 456'],
    ['+337001234567890', '07 00 12 34 56 78 90'],
    ['+590590123456', '0590 12 34 56'],
    ['+262692123456', '0692 12 34 56'],
    ['+590690335941', '0690 33 59 41'],
    ['+262976123456', '+262 976 12 34 56'],
    ['+442071838750', '+44 20 7183 8750'],
    ['+14155552671', '+1 415 555 2671'],
    ['+34912345678', '+34 912 345 678'],
    ['+2901234', '+290 1234'],
    ['+35212345', '+352 12345'],
    ['+352123456', '+352 12 3456'],
    ['+3521234567', '+352 123 4567'],
    ['+35212345678', '+352 1234 5678'],
    ['+33892123456', '0892 123 456'],
    ['+33981123456', '09 81 12 34 56'],
    ['3179', '31 79'],
    ['118218', '118 218'],
    ['112', '112'],
    ['?', '?'],
  ])('%s is shown %s', (number, shown) => expect(formatPhone(number)).toBe(shown.replaceAll(' ', '\u00a0')))

  it('shows nothing for no number', () => {
    expect(formatPhone(null)).toBe('')
    expect(formatPhone(undefined)).toBe('')
  })

  it('reads back what it made and what it shows', () => {
    const digits = (length: number) => fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(''))
    const national = digits(9).map((rest) => `0${rest}`)
    const abroad = fc
      .tuple(fc.constantFrom('1', '32', '44', '49', '352', '377', '262', '590', '508'), digits(9))
      .map(([code, rest]) => `+${code}${rest}`)
    fc.assert(
      fc.property(fc.oneof(national, abroad, fc.string({ unit: fc.constantFrom(...'+0123456789 ().-') })), (text) => {
        const number = parsePhone(text)
        fc.pre(number !== null)
        expect(parsePhone(number?.canonical ?? '')).toEqual(number)
        expect(parsePhone(formatPhone(number?.canonical ?? ''))).toEqual(number)
        if (number?.e164) expect(number.e164).toMatch(/^\+[1-9]\d{6,14}$/)
      }),
      { numRuns: 2000 },
    )
  })
})
