import { expect, it } from 'vitest'
import { familyCode } from './family-code.ts'

it.each([
  ['Cybersécurité', [], 'cybersecurite'],
  ["L'Œil & la 5G !", [], 'l_oeil_la_5g'],
  ['Cloud', ['cloud'], 'cloud_2'],
  ['Cloud', ['cloud', 'cloud_2'], 'cloud_3'],
  ['監視', [], 'family'],
  ['Accès très haut débit pour les établissements', [], 'acces_tres_haut_debit_pour_les_etabl'],
])('%s beside %j is coded %s', (name, taken, code) => {
  expect(familyCode(name, new Set(taken))).toBe(code)
  expect(code).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/)
})
