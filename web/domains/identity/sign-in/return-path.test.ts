import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

test.each([
  ['/client', '/client'],
  ['/client/entreprise/sites?q=a%20b&sort=name#x', '/client/entreprise/sites?q=a%20b&sort=name#x'],
  ['https://evil.example', undefined],
  ['//evil.example/x', undefined],
  ['/\\evil.example', undefined],
  ['/\t/evil.example', undefined],
  ['/.//evil.example', undefined],
  ['javascript:alert(1)', undefined],
  ['client', undefined],
  [['/client'], undefined],
  [undefined, undefined],
])('%j leads to %j', (value, path) => {
  expect(returnPath(value)).toBe(path)
})
