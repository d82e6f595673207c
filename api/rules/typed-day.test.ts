import { describe, expect, it } from 'vitest'
import { readDay } from './typed-day.ts'

describe('readDay', () => {
  it.each([
    ['21/11/2026', '2026-11-21'],
    ['1/2/2026', '2026-02-01'],
    [' 1.2.2026 ', '2026-02-01'],
    ['01 02 2026', '2026-02-01'],
    ['1 / 2 / 2026', '2026-02-01'],
    ['01-02-2026', '2026-02-01'],
    ['01022026', '2026-02-01'],
    ['2026-02-01', '2026-02-01'],
    ['2026/02/01', '2026-02-01'],
    ['29/02/2028', '2028-02-29'],
  ])('reads %s as it is typed', (text, day) => {
    expect(readDay(text, false)).toEqual({ kind: 'day', day })
  })

  it.each([
    ['1/2/26', '2026-02-01'],
    ['31/12/27', '2027-12-31'],
    ['010226', '2026-02-01'],
    ['2026-2-1', '2026-02-01'],
  ])('reads %s once the person is done', (text, day) => {
    expect(readDay(text, false)).toEqual({ kind: 'unfinished' })
    expect(readDay(text, true)).toEqual({ kind: 'day', day })
  })

  it.each(['', '   '])('takes %j for nothing', (text) => {
    expect(readDay(text, true)).toEqual({ kind: 'empty' })
  })

  it.each(['1', '21/', '21/1', '21/11', '21/11/', '21/11/2', '21/11/202', '2026', '2026-', '2026-1', '2026-11-', '2026-11-2', '0102', '0'])(
    'waits for the rest of %s',
    (text) => {
      expect(readDay(text, false)).toEqual({ kind: 'unfinished' })
    },
  )

  it.each(['45/', '0/1', '00', '31/02/', '31/02', '12/13', '31/02/2026', '29/02/2027', '2026-02-30', '31022026', '21/11/0206'])(
    'says at once that %s does not exist',
    (text) => {
      expect(readDay(text, false)).toEqual({ kind: 'impossible' })
    },
  )

  it.each(['demain', '21 novembre', '21/11/20266', '1//2', '210120261'])('does not read %s', (text) => {
    expect(readDay(text, true)).toEqual({ kind: 'unreadable' })
  })
})
