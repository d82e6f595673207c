import { describe, expect, it } from 'vitest'
import { countCell, dayCell, isScientific, namedCell, onOneLine, phoneCell, postcodeCell } from './read-cell.ts'

describe('a cell as spreadsheets write it', () => {
  it.each([
    ['2024-03-19', '2024-03-19', undefined],
    ['19/03/2024', '2024-03-19', 'day_read'],
    ['01/02/2025', '2025-02-01', 'day_read'],
    ['1.2.25', '2025-02-01', 'day_read'],
    ['2024-03-19 00:00:00', '2024-03-19', 'day_read'],
    ['2024-03-19T00:00:00Z', '2024-03-19', 'day_read'],
    ['19/03/2024 00:00', '2024-03-19', 'day_read'],
    ['19-mars-24', '2024-03-19', 'day_read'],
    ['1er févr. 2025', '2025-02-01', 'day_read'],
    ['mardi 19 mars 2024', '2024-03-19', 'day_read'],
    ['01-AOUT-2024', '2024-08-01', 'day_read'],
    ['19-jui-24', '19-jui-24', undefined],
    ['19-march-24', '19-march-24', undefined],
    ['31/02/2024', '31/02/2024', undefined],
    ['03/19/2024', '03/19/2024', undefined],
    ['demain', 'demain', undefined],
    ['45370', '45370', undefined],
  ])('a day: %s', (cell, value, told) => {
    expect(dayCell(cell, {})).toEqual({ value, ...(told ? { told } : {}) })
  })
  it.each([
    ['36', '36'],
    ['36 mois', '36'],
    ['36\u00a0Mois', '36'],
    ['3 ans', '36'],
    ['1 an', '12'],
    ['1 000', '1000'],
    ['1\u202f000', '1000'],
    ['4,00', '4'],
    ['4.0', '4'],
    ['12 canaux', '12'],
    ['1.000', '1.000'],
    ['1,000', '1,000'],
    ['4,5', '4,5'],
    ['0x10', '0x10'],
    ['1e3', '1e3'],
    ['10 00', '10 00'],
    ['36 jours', '36 jours'],
  ])('a count: %s', (cell, value) => {
    expect(countCell(cell, {})).toEqual({ value })
  })
  it('a postcode that lost its zero, in France alone', () => {
    expect(postcodeCell('1000', {})).toEqual({ value: '01000', told: 'zero_restored' })
    expect(postcodeCell('1000', { country: ' france ' })).toEqual({ value: '01000', told: 'zero_restored' })
    expect(postcodeCell('1000', { country: 'BE' })).toEqual({ value: '1000' })
    expect(postcodeCell('75001', {})).toEqual({ value: '75001' })
    expect(postcodeCell('100', {})).toEqual({ value: '100' })
  })
  it.each([
    ['199001234', '0199001234'],
    ['612345678', '0612345678'],
    ['6 12 34 56 78', '0612345678'],
    ['612.345.678', '0612345678'],
  ])('a telephone number that lost its zero: %s', (cell, value) => {
    expect(phoneCell(cell, {})).toEqual({ value, told: 'zero_restored' })
  })
  it('a telephone number of another country as it is', () => {
    expect(phoneCell('474123456', { country: 'Belgique' })).toEqual({ value: '474123456' })
    expect(phoneCell('474123456', { country: 'France' })).toEqual({ value: '0474123456', told: 'zero_restored' })
  })
  it.each(['0612345678', '+33612345678', '01234567', '12345678', '1234567890'])('a telephone number as it is: %s', (cell) => {
    expect(phoneCell(cell, {})).toEqual({ value: cell })
  })
  it('an address over several lines, on one', () => {
    expect(onOneLine('Bâtiment B\n12 rue Haute,\n\n 33000')).toEqual({ value: 'Bâtiment B, 12 rue Haute, 33000', told: 'lines_joined' })
    expect(onOneLine('12 rue Haute\n')).toEqual({ value: '12 rue Haute' })
    expect(onOneLine('')).toEqual({ value: '' })
  })
  it('a thing by its name, once the names are needed', () => {
    let asked = 0
    const read = namedCell(
      () => {
        asked += 1
        return new Map([['france', 'FR']])
      },
      (text) => text.toLowerCase(),
    )
    expect(asked).toBe(0)
    expect(read('France', {})).toEqual({ value: 'FR', told: 'name_read' })
    expect(read('Narnia', {})).toEqual({ value: 'Narnia' })
    expect(asked).toBe(1)
  })
  it('a number of which only the first digits are left', () => {
    for (const cell of ['7,32829E+08', '7.3e+8', '7E+08']) expect(isScientific(cell), cell).toBe(true)
    for (const cell of ['732829320', '7,32', 'E+08', '77E+08', '7E08']) expect(isScientific(cell), cell).toBe(false)
  })
})
