import { expect, it } from 'vitest'
import { typedFields } from './typed-fields.ts'

const labels = { name: 'Nom', phone: 'Téléphone', address: 'Adresse' }

it('names what was typed, in the order of the form', () => {
  expect(typedFields({ phone: true, name: true, address: false }, labels)).toEqual(['Nom', 'Téléphone'])
  expect(typedFields({ address: { street: true, city: false } }, labels)).toEqual(['Adresse'])
  expect(typedFields({ address: [{ street: false }] }, labels)).toEqual([])
})

it('names nothing rather than a part', () => {
  expect(typedFields({ name: true, comment: true }, labels)).toEqual([])
  expect(typedFields({}, labels)).toEqual([])
})
