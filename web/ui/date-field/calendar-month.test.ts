import { describe, expect, it } from 'vitest'
import { held, mayChoose, movedBy, weeksOf } from './calendar-month.ts'

describe('weeksOf', () => {
  it('begins weeks on Monday and leaves the days of other months out', () => {
    const weeks = weeksOf('2026-11-21')
    expect(weeks).toHaveLength(6)
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
    expect(weeks[1]?.[0]).toBe('2026-11-02')
    expect(weeks[5]?.[0]).toBe('2026-11-30')
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30)
  })
  it('knows a February of four weeks', () => {
    expect(weeksOf('2027-02-10')[0]?.[0]).toBe('2027-02-01')
    expect(weeksOf('2027-02-10')[4]).toEqual(Array(7).fill(null))
  })
})

describe('movedBy', () => {
  it.each([
    ['ArrowLeft', false, '2026-11-30'],
    ['ArrowRight', false, '2026-12-02'],
    ['ArrowUp', false, '2026-11-24'],
    ['ArrowDown', false, '2026-12-08'],
    ['Home', false, '2026-11-30'],
    ['End', false, '2026-12-06'],
    ['PageUp', false, '2026-11-01'],
    ['PageDown', false, '2027-01-01'],
    ['PageUp', true, '2025-12-01'],
    ['PageDown', true, '2027-12-01'],
    ['a', false, undefined],
  ])('%s, shift %s', (key, shift, to) => {
    expect(movedBy('2026-12-01', key, shift)).toBe(to)
  })
  it('holds the end of a shorter month', () => {
    expect(movedBy('2027-01-31', 'PageDown', false)).toBe('2027-02-28')
  })
})

describe('bounds', () => {
  const bounds = { min: '2026-11-21', max: '2026-12-31', excluded: (day: string) => day === '2026-12-25' }
  it('says which days may be chosen', () => {
    expect(mayChoose('2026-11-20', bounds)).toBe(false)
    expect(mayChoose('2026-11-21', bounds)).toBe(true)
    expect(mayChoose('2026-12-25', bounds)).toBe(false)
    expect(mayChoose('2027-01-01', bounds)).toBe(false)
    expect(mayChoose('2027-01-01', {})).toBe(true)
  })
  it('holds a day within them', () => {
    expect(held('2026-01-01', bounds)).toBe('2026-11-21')
    expect(held('2028-01-01', bounds)).toBe('2026-12-31')
    expect(held('2026-12-01', bounds)).toBe('2026-12-01')
    expect(held('1700-01-01', {})).toBe('1900-01-01')
  })
})
