import { describe, expect, it } from 'vitest'
import { formatApeCode, isApeCode, normaliseApeCode } from './ape-code.ts'

describe('APE codes', () => {
  it.each([
    ['6110Z', '6110Z', true],
    ['61.10z', '6110Z', true],
    [' 62 01 Z ', '6201Z', true],
    ['611Z', '611Z', false],
    ['61100', '61100', false],
    ['6110ZZ', '6110ZZ', false],
    ['06110Z', '06110Z', false],
    ['', '', false],
  ])('%s → %s, right: %s', (typed, normal, right) => {
    expect(normaliseApeCode(typed)).toBe(normal)
    expect(isApeCode(normal)).toBe(right)
  })
  it.each([
    ['6110Z', '61.10Z'],
    ['06110Z', '06110Z'],
    ['6110ZZ', '6110ZZ'],
  ])('%s is written %s', (code, written) => expect(formatApeCode(code)).toBe(written))
})
