import { describe, expect, it } from 'vitest'
import { foldText } from '../../rules/text-fold.ts'
import { bareLegalForm, legalFormNames } from './company/legal-form-names.ts'
import { countryNames } from './country-names.ts'

describe('what files call by its name', () => {
  const forms = legalFormNames()
  it.each([
    ['SARL', '5499'],
    ['S.A.R.L.', '5499'],
    ['sas', '5710'],
    ['S.A.S.U', '5720'],
    ['Société par actions simplifiée', '5710'],
    ['Société par actions simplifiée (SAS)', '5710'],
    ['SA', '5599'],
    ['SCI', '6540'],
    ['EURL', '5498'],
    ['Association', '9220'],
    ['Entrepreneur individuel', '1000'],
  ])('the legal form %s', (text, code) => {
    expect(forms.get(bareLegalForm(text))).toBe(code)
  })
  it.each(['Limited', 'GmbH', ''])('no legal form: %j', (text) => {
    expect(forms.get(bareLegalForm(text))).toBeUndefined()
  })
  const countries = countryNames()
  it.each([
    ['France', 'FR'],
    ['Belgique', 'BE'],
    ['BELGIUM', 'BE'],
    ['la réunion', 'RE'],
    ['Royaume-Uni', 'GB'],
    ['Allemagne', 'DE'],
  ])('the country %s', (text, code) => {
    expect(countries.get(foldText(text))).toBe(code)
  })
  it('knows no country that is none', () => {
    expect(countries.get('narnia')).toBeUndefined()
  })
})
