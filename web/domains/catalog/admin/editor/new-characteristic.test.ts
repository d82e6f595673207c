import { describe, expect, it } from 'vitest'
import { suggestedKey } from './new-characteristic.ts'

describe('the key suggested for a question', () => {
  it.each([
    ['Débit symétrique', [], 'debit_symetrique'],
    ["L'accord du propriétaire", [], 'l_accord_du_proprietaire'],
    ['4G / 5G', [], 'g_5g'],
    ['  Canaux SIP ! ', [], 'canaux_sip'],
    ['Canaux', ['canaux'], 'canaux_2'],
    ['Canaux', ['canaux', 'canaux_2'], 'canaux_3'],
    ['Abonnement', ['base'], 'abonnement'],
    ['Base', ['base', 'termination'], 'base_2'],
    ['日本', [], ''],
    ['', [], ''],
  ])('%s beside %j is %s', (label, taken, key) => expect(suggestedKey(label, taken)).toBe(key))

  it('is one that the form accepts, however long the question is', () => {
    expect(suggestedKey('Nom de la personne à prévenir en cas de panne la nuit', [])).toMatch(/^[a-z][a-z0-9_]{0,39}$/)
  })
})
