import { describe, expect, it } from 'vitest'
import type { Characteristic } from '#api/catalog/rules/offer-definition'
import { faultText } from './fault-text.ts'

const asked = { key: 'one', label: { fr: 'Un', en: 'One' }, required: true } as const
const number: Characteristic = { ...asked, type: 'number', minimum: 2, maximum: 16, step: 2 }

describe('what is wrong with an answer', () => {
  it('says what to give when there is none', () => {
    expect(faultText({ ...asked, type: 'date' }, { code: 'required' })).toBe('Indiquez une date.')
    expect(faultText({ ...asked, type: 'site' }, { code: 'required' })).toBe('Choisissez un site.')
    expect(faultText(number, { code: 'required' })).toBe('Indiquez un nombre.')
    expect(faultText(number, { code: 'invalid' })).toBe('Indiquez un nombre.')
    expect(faultText({ ...asked, type: 'text', maximum: 20 }, { code: 'required' })).toBe('Remplissez ce champ.')
  })
  it('says what is expected instead', () => {
    expect(faultText(number, { code: 'number_too_large', params: { maximum: 16 } })).toBe('Indiquez un nombre d’au plus 16.')
    expect(faultText({ ...asked, type: 'date' }, { code: 'date_invalid' })).toBe(
      'Cette date n’existe pas : indiquez un jour du calendrier.',
    )
    expect(faultText({ ...asked, type: 'site' }, { code: 'site_closed' })).toBe('Ce site est fermé : choisissez-en un autre.')
  })
})
