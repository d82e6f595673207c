import { describe, expect, it } from 'vitest'
import { shownAddress, shownWebsite } from './shown-address.ts'

describe('addresses with accents', () => {
  it.each([
    ['contact@xn--socit-t-eyabbb.fr', 'contact@société-été.fr'],
    ['accueil@xn--mairie-vry-h7a.example', 'accueil@mairie-évry.example'],
    ['a@mail.xn--80a1acny.xn--p1ai', 'a@mail.почта.рф'],
    ['jean@exemple.fr', 'jean@exemple.fr'],
    // The first letter is Cyrillic.
    ['a@xn--pple-43d.com', 'a@xn--pple-43d.com'],
    ['a@xn--\u00e9.fr', 'a@xn--\u00e9.fr'],
    ['xn--a@exemple.fr', 'xn--a@exemple.fr'],
    [null, ''],
  ])('%s is shown %s', (address, shown) => expect(shownAddress(address)).toBe(shown))

  it('web addresses are shown without their scheme', () => {
    expect(shownWebsite('https://www.xn--bcher-kva.example/a')).toBe('www.bücher.example/a')
  })
})
