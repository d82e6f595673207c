import { expect, it } from 'vitest'
import { ownTexts } from './own-texts.ts'

it('leaves the field alone when its own text arrives late', () => {
  const field = ownTexts('')
  field.send('ft')
  field.send('ftth')
  expect(field.isForeign('ft')).toBe(false)
  expect(field.isForeign('ftth')).toBe(false)
})

it('forgets a text that another followed before it arrived', () => {
  const field = ownTexts('')
  field.send('ft')
  field.send('ftth')
  expect(field.isForeign('ftth')).toBe(false)
  // Back: the earlier text comes from elsewhere.
  expect(field.isForeign('ft')).toBe(true)
})

it('shows what came from elsewhere, once', () => {
  const field = ownTexts('ftth')
  expect(field.isForeign('ftth')).toBe(false)
  expect(field.isForeign('')).toBe(true)
  expect(field.isForeign('')).toBe(false)
  field.send('adsl')
  expect(field.isForeign('')).toBe(false)
  expect(field.isForeign('fibre')).toBe(true)
  expect(field.isForeign('adsl')).toBe(true)
})

it('sends nothing twice', () => {
  const field = ownTexts('')
  field.send('')
  expect(field.isForeign('ftth')).toBe(true)
  expect(field.isForeign('')).toBe(true)
})
