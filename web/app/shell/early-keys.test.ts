import { expect, it } from 'vitest'
import { afterKey } from './early-keys.ts'

const press = (key: string, modifier: 'ctrlKey' | 'metaKey' | 'altKey' | null = null) => ({
  key,
  ctrlKey: modifier === 'ctrlKey',
  metaKey: modifier === 'metaKey',
  altKey: modifier === 'altKey',
})

it.each([
  ['', press('c'), 'c'],
  ['co', press(' '), 'co '],
  ['co', press('É'), 'coÉ'],
  ['co', press('Backspace'), 'c'],
  ['', press('Backspace'), ''],
  ['co', press('Enter'), 'co'],
  ['co', press('Shift'), null],
  ['co', press('Escape'), null],
  ['co', press('k', 'ctrlKey'), null],
  ['co', press('k', 'metaKey'), null],
] as const)('%j then %j', (text, key, after) => {
  expect(afterKey(text, key)).toBe(after)
})
