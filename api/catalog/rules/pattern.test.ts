import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPattern } from './pattern.ts'

describe('patterns', () => {
  it.each([
    ['[A-Z]{2}\\d{3,4}', 'AB123', true],
    ['[A-Z]{2}\\d{3,4}', 'AB12', false],
    ['[A-Z]{2}\\d{3,4}', 'AB12345', false],
    ['(?:FR|BE)-\\w+', 'BE-a_1', true],
    ['(FR|BE)-\\w+', 'DE-a', false],
    ['a*', '', true],
    ['(a|b)+c?', 'ababc', true],
    ['[^0-9]+', 'abc', true],
    ['[^0-9]+', 'ab1', false],
    ['\\d{2,}', '1', false],
    ['\\d{2,}', '123456', true],
    ['[a\\-z]', '-', true],
    ['[a\\-z]', 'm', false],
    ['[a-]', '-', true],
    ['é.', 'é€', true],
    ['(a*)*', 'aaa', true],
    ['(|a)b', 'b', true],
  ])('%s on %j: %s', (pattern, text, matches) => {
    expect(readPattern(pattern)?.matches(text)).toBe(matches)
  })

  it.each([
    '',
    '^a$',
    'a**',
    '(?=a)',
    '(?<!a)b',
    '\\1',
    '\\b',
    '[z-a]',
    '[]',
    '(',
    ')',
    'a{3,1}',
    '+',
    'a{',
    `${'a'.repeat(201)}`,
    '((a{99}){99}){99}',
    '\\',
  ])('refuses %j', (pattern) => expect(readPattern(pattern)).toBeNull())

  it('judges as a regular expression does', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '\\d', '.', '(a|b)', '(?:ab)')
    const piece = fc.tuple(atom, fc.constantFrom('', '?', '*', '+', '{2}', '{1,3}', '{2,}')).map(([one, many]) => one + many)
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('')),
        fc.stringMatching(/^[ab12]{0,12}$/),
        (pattern, text) => {
          expect(readPattern(pattern)?.matches(text)).toBe(new RegExp(`^(?:${pattern})$`, 'su').test(text))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('answers at once where backtracking would never end', () => {
    const started = performance.now()
    for (const pattern of ['(a+)+b', '(a|a)*b', '(a*)*b', 'a*a*a*a*a*a*b'])
      expect(readPattern(pattern)?.matches('a'.repeat(500))).toBe(false)
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60, unit: 'binary' }), (pattern, text) => {
        readPattern(pattern)?.matches(text)
      }),
    )
  })
})
