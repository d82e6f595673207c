import { describe, expect, it } from 'vitest'
import { held, mayChoose } from './day-bounds.ts'

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
    expect(held('1700-01-01', {})).toBe('1700-01-01')
  })
})
