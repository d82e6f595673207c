import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseWebsite } from './website.ts'

describe('websites', () => {
  it.each([
    ['www.exemple.fr', 'https://www.exemple.fr'],
    [' HTTP://Exemple.FR/ ', 'http://exemple.fr'],
    ['https://exemple.fr/a?b=c#d', 'https://exemple.fr/a?b=c#d'],
    ['https://exemple.fr:8443', 'https://exemple.fr:8443'],
    ['bücher.example', 'https://xn--bcher-kva.example'],
    ['\u200bwww.exemple.fr\u00a0', 'https://www.exemple.fr'],
    ['ftp://exemple.fr', null],
    ['javascript:alert(1)', null],
    ['mailto:a@exemple.fr', null],
    ['https://user:pass@exemple.fr', null],
    ['https://localhost', null],
    ['https://127.0.0.1', null],
    ['https://[::1]', null],
    ['exemple', null],
    [' ', null],
    ['exemple.fr/\u0000', null],
    ['exemple.fr\\a', null],
    ['https://user@exemple.fr', null],
    ['https://:pass@exemple.fr', null],
    ['exemple.fr/?a', 'https://exemple.fr/?a'],
    ['exemple.fr/#a', 'https://exemple.fr/#a'],
    ['exemple.fr/https://a', 'https://exemple.fr/https://a'],
    ['-exemple.fr', null],
    ['exemple-.fr', null],
    ['a.exemple.fr', 'https://a.exemple.fr'],
    ['e.fr', 'https://e.fr'],
    ['exemple.xn--p1ai', 'https://exemple.xn--p1ai'],
    ['exemple.f', null],
    ['exemple.fr.', null],
    [`${'exemple.'.repeat(32)}fr`, null],
    [`exemple.fr/${'x'.repeat(236)}`, `https://exemple.fr/${'x'.repeat(236)}`],
    [`exemple.fr/${'x'.repeat(237)}`, null],
    ['deux mots.fr', null],
    [`exemple.fr/${'x'.repeat(255)}`, null],
    ['', null],
  ])('%s → %s', (typed, website) => expect(normaliseWebsite(typed)).toBe(website))

  it('leaves what it made as it is, and only makes http addresses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.domain(), fc.string()), (text) => {
        const website = normaliseWebsite(text)
        fc.pre(website !== null)
        expect(website).toMatch(/^https?:\/\//)
        expect(normaliseWebsite(website ?? '')).toBe(website)
      }),
    )
  })
})
