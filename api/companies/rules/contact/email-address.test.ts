import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmail, normaliseEmail } from './email-address.ts'

/** 254 characters, each label within its 63. */
const longest = `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(7)}.fr`

describe('e-mail addresses', () => {
  it.each([
    ['jean.dupont@exemple.fr', 'jean.dupont@exemple.fr'],
    [' Jean+portail@EXEMPLE.Fr ', 'Jean+portail@exemple.fr'],
    ["o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"],
    ['a@xn--bcher-kva.xn--p1ai', 'a@xn--bcher-kva.xn--p1ai'],
    ['   jean@exemple.fr   ', 'jean@exemple.fr'],
    ['jean@exemple.fr\u00a0', 'jean@exemple.fr'],
    ['\u200bjean@exemple.fr\ufeff', 'jean@exemple.fr'],
    ['jean@\u00adexemple.fr', 'jean@exemple.fr'],
    ['mailto:jean@exemple.fr', 'jean@exemple.fr'],
    ['contact@Société-Été.fr', 'contact@xn--socit-t-eyabbb.fr'],
    ['accueil@mairie-e\u0301vry.example', 'accueil@xn--mairie-vry-h7a.example'],
    ['a@почта.рф', 'a@xn--80a1acny.xn--p1ai'],
    ['a@exemple.fr/é', null],
    ['a@é:1@exemple.fr', null],
    ['a@%C3%A9.fr', null],
    ['jean @exemple.fr', null],
    ['@exemple.fr', null],
    [`${'a'.repeat(64)}@exemple.fr`, `${'a'.repeat(64)}@exemple.fr`],
    [longest, longest],
    [`a${longest}`, null],
    ['a@exemple.f1', null],
    ['a@exemple.1fr', null],
    ['a@exemple.f', null],
    ['sans-arobase.fr', null],
    ['a@localhost', null],
    ['a@b..fr', null],
    ['a@-b.fr', null],
    ['.a@b.fr', null],
    ['a..b@b.fr', null],
    ['a@b@c.fr', null],
    ['"a b"@c.fr', null],
    ['a@[127.0.0.1]', null],
    ['a@10.0.0.1', null],
    ['é@exemple.fr', null],
    ['a@exemple.fr\r\nBcc: b@c.fr', null],
    ['a@exemple.fr\n', null],
    ['\u0000a@exemple.fr', null],
    ['a,b@exemple.fr', null],
    ['<a@exemple.fr>', null],
    [`${'a'.repeat(65)}@exemple.fr`, null],
    [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.fr`, null],
    ['', null],
  ])('%j → %j', (typed, address) => expect(normaliseEmail(typed)).toBe(address))

  it('are canonical when nothing is to be trimmed nor lowered', () => {
    expect(longest).toHaveLength(254)
    expect(isEmail('Jean@exemple.fr')).toBe(true)
    expect(isEmail('Jean@Exemple.fr')).toBe(false)
    expect(isEmail('nothing')).toBe(false)
  })

  it('lets nothing through that a mail header could be broken with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('\r', '\n', '\u0000', ',', ';', '<', '"', ' '), (text, sign) => {
        expect(isEmail(`a${text}${sign}@exemple.fr`)).toBe(false)
        const found = normaliseEmail(text)
        if (found !== null) expect(normaliseEmail(found)).toBe(found)
      }),
    )
  })
})
