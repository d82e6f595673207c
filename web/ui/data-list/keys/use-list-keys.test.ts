import { expect, it } from 'vitest'
import { nextRow } from './use-list-keys.ts'

const rows = ['a', 'b', 'c', 'd']

it.each([
  ['the first one, from nowhere', rows, -1, null, 1, 0],
  ['the last one, backwards from nowhere', rows, -1, null, -1, 3],
  ['the next of the one that holds the focus', rows, 1, { key: 'd', at: 3 }, 1, 2],
  ['no further than the end', rows, 3, null, 1, 3],
  ['nor before the beginning', rows, 0, null, -1, 0],
  ['the next of the one that was drawn anew', rows, -1, { key: 'b', at: 1 }, 1, 2],
  ['wherever it stands now', ['b', 'a', 'c', 'd'], -1, { key: 'b', at: 1 }, 1, 1],
  ['the one that took the place of the one that left', ['a', 'c', 'd'], -1, { key: 'b', at: 1 }, 1, 1],
  ['the one before it, backwards', ['a', 'c', 'd'], -1, { key: 'b', at: 1 }, -1, 0],
  ['the last one, when what stood there left the end', ['a', 'b', 'c'], -1, { key: 'd', at: 3 }, 1, 2],
] as const)('J and K go to %s', (_, keys, focused, stood, by, next) => {
  expect(nextRow(keys, focused, stood, by)).toBe(next)
})
