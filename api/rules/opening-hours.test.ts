import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  describeOpeningHours,
  emptyOpeningHours,
  groupOpeningHours,
  isOpenAt,
  isTimeOfDay,
  type OpeningHours,
  openingHoursErrors,
  sortOpeningHours,
} from './opening-hours.ts'

const office = [
  { from: '08:30', to: '12:00' },
  { from: '14:00', to: '18:00' },
]
const hours: OpeningHours = {
  week: {
    monday: office,
    tuesday: office,
    wednesday: office,
    thursday: office,
    friday: [{ from: '08:30', to: '24:00' }],
    saturday: [],
    sunday: [],
  },
  closings: [{ from: '2026-12-24', to: '2026-12-31', label: 'Fêtes' }],
}
const monday = (slots: OpeningHours['week']['monday']): OpeningHours => ({ ...hours, week: { ...hours.week, monday: slots } })

describe('opening hours', () => {
  it.each([
    ['2026-11-23T08:29', false],
    ['2026-11-23T08:30', true],
    ['2026-11-23T11:59:59', true],
    ['2026-11-23T12:00', false],
    ['2026-11-27T23:59', true],
    ['2026-11-28T10:00', false],
    ['2026-12-24T10:00', false],
    ['2026-12-31T10:00', false],
    ['2027-01-04T10:00', true],
  ])('at %s: %s', (at, open) => expect(isOpenAt(hours, at)).toBe(open))

  it('is closed during one of several closings', () => {
    const closings = [...hours.closings, { from: '2026-11-23', to: '2026-11-23', label: 'Inventaire' }]
    expect(isOpenAt({ ...hours, closings }, '2026-11-23T10:00')).toBe(false)
    expect(isOpenAt({ ...hours, closings }, '2026-11-24T10:00')).toBe(true)
  })

  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', true],
    ['24:01', false],
    ['12:60', false],
    ['8:00', false],
    ['108:00', false],
    ['08:000', false],
    ['24:000', false],
  ])('%s is a time of day: %s', (text, right) => expect(isTimeOfDay(text)).toBe(right))

  it('is put in the order of time, every day of it, and equal starts by their ends', () => {
    const sorted = [
      { from: '08:00', to: '09:00' },
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '15:00' },
    ]
    const week = (slots: typeof sorted): OpeningHours['week'] => ({
      monday: slots,
      tuesday: slots,
      wednesday: slots,
      thursday: slots,
      friday: slots,
      saturday: slots,
      sunday: slots,
    })
    const closings = [
      { from: '2026-05-01', to: '2026-05-01', label: 'b' },
      { from: '2026-05-01', to: '2026-05-02', label: 'a' },
      { from: '2026-08-01', to: '2026-08-31', label: 'a' },
      { from: '2026-08-01', to: '2026-08-31', label: 'b' },
    ]
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
    ]) {
      const mixed = order.flatMap((index) => sorted[index] ?? [])
      for (const shuffled of [closings, closings.toReversed()])
        expect(sortOpeningHours({ week: week(mixed), closings: shuffled })).toEqual({ week: week(sorted), closings })
    }
  })

  it('says what is wrong and where', () => {
    expect(openingHoursErrors(hours)).toEqual([])
    expect(
      openingHoursErrors(
        monday([
          { from: '12:00', to: '14:00' },
          { from: '08:00', to: '12:00' },
        ]),
      ),
    ).toEqual([])
    expect(
      openingHoursErrors(
        monday([
          { from: '08:00', to: '12:01' },
          { from: '12:00', to: '14:00' },
        ]),
      ),
    ).toEqual([{ path: ['week', 'monday', 1, 'from'], code: 'slots_overlap' }])
    expect(openingHoursErrors(monday([{ from: '12:00', to: '12:00' }]))).toEqual([
      { path: ['week', 'monday', 0, 'to'], code: 'slot_reversed' },
    ])
    expect(openingHoursErrors(monday([{ from: '8:00', to: '24:01' }]))).toEqual([
      { path: ['week', 'monday', 0, 'from'], code: 'time_invalid' },
      { path: ['week', 'monday', 0, 'to'], code: 'time_invalid' },
    ])
    expect(openingHoursErrors(monday([{ from: '12:00', to: '1:00' }]))).toEqual([
      { path: ['week', 'monday', 0, 'to'], code: 'time_invalid' },
    ])
    const closings = [
      { from: '2026-03-01', to: '2026-03-01', label: 'one day' },
      { from: '2026-02-30', to: '2026-03-01', label: 'a' },
      { from: '2026-03-02', to: '2026-03-01', label: 'b' },
    ]
    expect(openingHoursErrors({ ...emptyOpeningHours(), closings })).toEqual([
      { path: ['closings', 1, 'from'], code: 'date_invalid' },
      { path: ['closings', 2, 'to'], code: 'closing_reversed' },
    ])
  })

  it('is described by groups of days', () => {
    expect(groupOpeningHours(hours).map(({ first, last }) => [first, last])).toEqual([
      ['monday', 'thursday'],
      ['friday', 'friday'],
      ['saturday', 'sunday'],
    ])
    expect(describeOpeningHours(hours, 'fr')).toBe(
      'lundi au jeudi : 08:30–12:00, 14:00–18:00 ; vendredi : 08:30–24:00 ; samedi au dimanche : fermé',
    )
    expect(emptyOpeningHours().closings).toEqual([])
    expect(describeOpeningHours(emptyOpeningHours(), 'en')).toBe('Monday to Sunday: closed')
    expect(describeOpeningHours(hours, 'en')).toBe(
      'Monday to Thursday: 08:30–12:00, 14:00–18:00; Friday: 08:30–24:00; Saturday to Sunday: closed',
    )
    const [morning, afternoon] = [
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ]
    const different: OpeningHours['week'] = {
      monday: [morning],
      tuesday: [{ ...morning, to: '12:30' }],
      wednesday: [{ ...morning, from: '08:30', to: '12:30' }],
      thursday: [morning],
      friday: [morning, afternoon],
      saturday: [morning],
      sunday: [],
    }
    expect(groupOpeningHours({ week: different, closings: [] })).toHaveLength(7)
  })

  it('finds an overlap exactly when some minute lies in two slots, whatever the order', () => {
    const write = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    const slot = fc
      .tuple(fc.nat(1440), fc.nat(1440))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 4 }), (slots) => {
        const shared = slots.some((a, i) => slots.some((b, j) => i !== j && Math.max(a.from, b.from) < Math.min(a.to, b.to)))
        const week = monday(slots.map(({ from, to }) => ({ from: write(from), to: write(to) })))
        expect(openingHoursErrors(week).length > 0).toBe(shared)
        expect(openingHoursErrors(sortOpeningHours(week)).length > 0).toBe(shared)
        const starts = sortOpeningHours(week).week.monday.map(({ from }) => from)
        expect(starts).toEqual([...starts].sort())
      }),
    )
  })
})
