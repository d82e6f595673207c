import { describe, expect, it } from 'vitest'
import { isRioOf, normaliseRio, rioKey } from './rio.ts'

/** The first is the one of the specification between operators. */
const vectors = [
  ['01PEROY4P4TR', '0612345678'],
  ['02P123456O63', '0611223344'],
  ['03EABC123NGN', '0723456789'],
  ['04P+A1B2CYXD', '0712345678'],
  ['01E0000009U2', '0600000000'],
  ['02EA1B2C3CVM', '0699999999'],
  ['56F123ABCQF2', '0123456789'],
  ['E1HDEF456+LK', '0478123456'],
  ['01EEROY4PWMP', '07001234567890'],
] as const

describe('a RIO', () => {
  it.each(vectors)('%s is of %s', (rio, number) => {
    expect(rioKey(rio.slice(0, 9), number)).toBe(rio.slice(9))
    expect(isRioOf(rio, number)).toBe(true)
  })

  it.each(vectors.slice(0, 8))('%s is of the number in its international form, and of no other', (rio, number) => {
    expect(isRioOf(rio, `+33${number.slice(1)}`)).toBe(true)
    expect(isRioOf(rio, `${number.slice(0, 9)}${(Number(number.at(-1)) + 1) % 10}`)).toBe(false)
  })

  it('has a key, twelve characters and a number', () => {
    expect(isRioOf('01PEROY4P4TS', '0612345678')).toBe(false)
    expect(isRioOf('01E000000009', '0199001234')).toBe(false)
    expect(isRioOf('01PEROY4P4T', '0612345678')).toBe(false)
    expect(isRioOf('01PEROY4P4TR', '112')).toBe(false)
    expect(isRioOf('01PEROY4P4TR', 'unknown')).toBe(false)
  })

  it('is read as it is printed', () => {
    expect(normaliseRio(' 01-p-eroy4p-4tr ')).toBe('01PEROY4P4TR')
  })
})
