import { describe, expect, it } from 'vitest'
import { labelled, railPlaces } from './rail-places.ts'

const rounded = (given: readonly (string | null)[], today: string) => {
  const { steps, today: now } = railPlaces(given, today)
  return { steps: steps.map(Math.round), today: now === null ? null : Math.round(now) }
}

describe('places on a dated rail', () => {
  it.each<[string, readonly (string | null)[], string, readonly number[], number | null]>([
    ['by days', ['2026-11-01', '2026-11-06', '2026-11-21'], '2026-11-11', [0, 25, 100], 50],
    ['today on the first day', ['2026-11-01', '2026-11-21'], '2026-11-01', [0, 100], 0],
    ['before the first day: no today', ['2026-11-10', '2026-11-20'], '2026-11-01', [0, 100], null],
    ['everything went by: today after the last', ['2026-11-01', '2026-11-11'], '2026-11-21', [0, 50], 100],
    ['one day for all: evenly, without today', ['2026-11-01', '2026-11-01', '2026-11-01'], '2026-11-01', [0, 50, 100], null],
    ['no day at all', [null, null, null], '2026-11-01', [0, 50, 100], null],
    ['a step without a day stands between', ['2026-11-01', null, '2026-11-21'], '2026-11-01', [0, 50, 100], 0],
    ['nothing known after the first', ['2026-11-01', null, null], '2026-11-08', [0, 50, 100], 50],
    ['steps of one day are told apart', ['2026-11-01', '2026-11-01', '2026-11-01', '2026-12-01'], '2026-11-01', [0, 8, 16, 100], 16],
    ['steps of the last day too', ['2026-11-01', '2026-12-01', '2026-12-01'], '2026-11-16', [0, 92, 100], 46],
    ['done late: nothing goes back', ['2026-11-01', '2026-11-16', '2026-11-06', '2026-12-01'], '2026-11-01', [0, 50, 58, 100], 0],
    ['alone', ['2026-11-01'], '2026-11-05', [0], null],
  ])('%s', (_, given, today, steps, now) => expect(rounded(given, today)).toEqual({ steps, today: now }))

  it('stays within the rail and in order, however many steps there are', () => {
    for (const count of [2, 5, 12, 40]) {
      const { steps } = railPlaces(Array.from({ length: count }, () => '2026-11-01').with(-1, '2026-11-02'), '2026-12-01')
      expect(steps.toSorted((one, other) => one - other)).toEqual(steps)
      expect(steps[0]).toBe(0)
      expect(steps.at(-1)).toBeLessThanOrEqual(100)
    }
  })

  it('writes the most telling words, and none over others', () => {
    expect([...labelled([0, 10, 50, 100], [2, 0, 3, 1], [20, 20, 20, 20])]).toEqual([2, 0, 3])
    // Words of the ends keep to them: a wide one in the middle leaves no room for either.
    expect([...labelled([0, 50, 100], [1, 0, 2], [30, 60, 15])]).toEqual([1, 2])
    expect([...labelled([20, 40], [0, 1], [20, 20])]).toEqual([0, 1])
  })
})
