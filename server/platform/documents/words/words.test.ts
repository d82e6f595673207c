import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countryIn, dayIn, durationIn, eurosIn, sayIn, wordsIn } from './words.ts'

const [french, english] = [wordsIn('fr'), wordsIn('en')]
const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const stars = (text: string) => [...text].filter((character) => character === '*').length
/** The same word in both languages. */
const alike = ['contract', 'date', 'service', 'site', 'sites', 'siteCount', 'page', 'afterPrevious', 'conditions', 'answerDate']

describe('words of the documents', () => {
  it('are said in both languages, with the same parameters', () => {
    for (const word of Object.keys(french)) {
      const [fr, en] = [french[word] ?? '', english[word] ?? '']
      expect(fr, word).not.toBe('')
      expect(en, word).not.toBe('')
      expect(parameters(en), word).toEqual(parameters(fr))
      expect(stars(en), word).toBe(stars(fr))
      expect(stars(fr) % 2, word).toBe(0)
      if (!alike.includes(word)) expect(en, word).not.toBe(fr)
    }
  })

  it('are all that templates say: no sentence of their own', () => {
    const folder = new URL('../templates/', import.meta.url)
    for (const file of readdirSync(folder)) {
      const code = readFileSync(new URL(file, folder), 'utf8').replaceAll(/\/\/.*$/gm, '')
      for (const [, word] of code.matchAll(/\bsay(?:-strong)?\("(\w+)"/g)) expect(french, `${file}: ${word}`).toHaveProperty(word ?? '')
      // Text between brackets is what Typst prints as it stands.
      const printed = [...code.matchAll(/\[([^\]#]*)\]/g)].map(([, text]) => text ?? '').filter((text) => /\p{L}{3}/u.test(text))
      expect(
        printed.filter((text) => !['MyOpen', 'IBAN', 'BIC'].includes(text)),
        file,
      ).toEqual([])
    }
  })
})

describe('values in the language of a document', () => {
  it('are written as its readers write them', () => {
    expect([dayIn('fr', '2026-11-01'), dayIn('en', '2026-11-01')]).toEqual(['01/11/2026', '1 Nov 2026'])
    expect([durationIn('fr', 1, 'month'), durationIn('en', 1, 'month')]).toEqual(['1 mois', '1 month'])
    expect([durationIn('fr', 10, 'day'), durationIn('en', 10, 'day')]).toEqual(['10 jours', '10 days'])
    expect([eurosIn('fr', 25_000_000), eurosIn('en', 25_000_000)].map((text) => text.replaceAll(/\s/g, ' '))).toEqual([
      '250 000 €',
      '€250,000',
    ])
    expect([countryIn('fr', 'DE'), countryIn('en', 'DE'), countryIn('en', 'FR')]).toEqual(['ALLEMAGNE', 'GERMANY', null])
    expect(sayIn('en')('commitmentRuns', { months: 36, from: 'A', until: 'B' })).toBe('Commitment of 36 months, from A to B.')
  })
})
