import { expect, it } from 'vitest'
import { inOrder } from './use-columns.ts'

const columns = ['a', 'b', 'c', 'd'].map((key) => ({ key }))
const ordered = (...order: string[]) =>
  inOrder(columns, order)
    .map(({ key }) => key)
    .join('')

it('keeps the order of the list until another was chosen', () => {
  expect(ordered()).toBe('abcd')
  expect(ordered('d', 'c', 'b', 'a')).toBe('dcba')
})

it('puts a column that came since behind the one it follows, and forgets those that are gone', () => {
  expect(ordered('d', 'a', 'c')).toBe('dabc')
  expect(ordered('b', 'gone', 'd')).toBe('abcd')
})
