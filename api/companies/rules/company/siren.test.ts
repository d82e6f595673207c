import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSiren, formatSiret, isSiren, isSiret, normaliseCompanyNumber, siretBelongsTo } from './siren.ts'

const eightDigits = fc.integer({ min: 1, max: 99_999_999 }).map((value) => String(value).padStart(8, '0'))

describe('SIREN and SIRET', () => {
  it.each(['732829320', '552100554', '443061841', '542107651', '380129866', '343059564', '397480930', '356000000'])(
    '%s is a SIREN',
    (siren) => expect(isSiren(siren)).toBe(true),
  )
  it.each(['987654321', '895556554', '732829321', '000000000', '73282932', '7328293200', '732 829 320', '73282932A', ''])(
    '%s is no SIREN',
    (siren) => expect(isSiren(siren)).toBe(false),
  )
  it.each(['73282932000074', '35600000000048', '35600000049837'])('%s is a SIRET', (siret) => expect(isSiret(siret)).toBe(true))
  it.each([
    '48258566300062',
    '35600000012345',
    '73282932000075',
    '98765432100000',
    '732829320',
    '732829320000740',
    '356000000000480',
    'A73282932000074',
    '',
  ])('%s is no SIRET', (siret) => expect(isSiret(siret)).toBe(false))

  it('writes and reads the usual groups', () => {
    expect(formatSiren('123456782')).toBe('123 456 782')
    expect(formatSiret('73282932000074')).toBe('732 829 320 00074')
    for (const other of ['0123456782', '1234567820', '12345678']) expect(formatSiren(other)).toBe(other)
    for (const other of ['073282932000074', '732829320000740']) expect(formatSiret(other)).toBe(other)
    expect(normaliseCompanyNumber(' 732 829.320-00074 ')).toBe('73282932000074')
    expect(siretBelongsTo('73282932000074', '732829320')).toBe(true)
    expect(siretBelongsTo('73282932000074', '552100554')).toBe(false)
    expect(siretBelongsTo('732829320', '732829320')).toBe(false)
  })

  it('has exactly one key for eight digits, and notices any wrong digit', () => {
    fc.assert(
      fc.property(eightDigits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (digits, position, shift) => {
        const right = Array.from({ length: 10 }, (_, key) => `${digits}${key}`).filter(isSiren)
        expect(right).toHaveLength(1)
        const siren = right[0] ?? ''
        const wrong = siren.slice(0, position) + String((Number(siren[position]) + shift) % 10) + siren.slice(position + 1)
        expect(isSiren(wrong)).toBe(false)
      }),
    )
  })
})
