import { describe, expect, it } from 'vitest'
import { isLegalForm, legalFormLabel, legalForms } from './legal-forms.ts'

describe('legal forms', () => {
  it('lists each code once, in order, with a name', () => {
    const codes = legalForms.map((form) => form.code)
    expect(codes).toEqual([...new Set(codes)].sort())
    for (const { code, label } of legalForms) {
      expect(code).toMatch(/^\d{4}$/)
      expect(label).toMatch(/^\p{Lu}.+\S$/u)
    }
    expect(new Set(legalForms.map((form) => form.label)).size).toBe(legalForms.length)
  })
  it.each([
    ['1000', 'Entrepreneur individuel'],
    ['5498', 'SARL unipersonnelle (EURL)'],
    ['5499', 'Société à responsabilité limitée (SARL)'],
    ['5599', "SA à conseil d'administration"],
    ['5710', 'Société par actions simplifiée (SAS)'],
    ['5720', 'SAS à associé unique (SASU)'],
    ['9220', 'Association déclarée'],
  ])('%s is %s', (code, label) => expect(legalFormLabel(code)).toBe(label))
  it.each(
    `1000 5202 5306 5308 5485 5498 5499 5599 5699 5710 5720 5785 5800 6220 6533 6540 6598 6599 5415 5515 5458 3120 7112 7210 7220 7230 7344 7346
     7348 7364 7389 9110 9220 9230 9240 9260 9300 9900`.split(/\s+/),
  )('%s can be chosen', (code) => expect(isLegalForm(code)).toBe(true))
  it('knows nothing else', () => {
    expect(legalFormLabel('0001')).toBeNull()
    expect(isLegalForm('')).toBe(false)
  })
})
