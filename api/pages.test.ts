import { describe, expect, it } from 'vitest'
import { clientPagePath, clientPages, pagePath, pages } from './pages.ts'

describe('addresses of pages', () => {
  it.each([
    [pagePath('home', { universe: 'carrier' }), '/exploitant'],
    [pagePath('order', { universe: 'ambassador', order: 'COM00025' }), '/ambassadeur/commandes/COM00025'],
    [
      pagePath('offerVersion', { universe: 'carrier', offer: 'TRUNK-SIP', number: '2' }),
      '/exploitant/catalogue/offres/TRUNK-SIP/versions/2',
    ],
    [
      clientPagePath('contact', { universe: 'operator', company: 'OIP-00000007', contact: 'a/b' }),
      '/operateur/entreprise/clients/OIP-00000007/contacts/a%2Fb',
    ],
  ])('%s', (path, expected) => expect(path).toBe(expected))

  it('are all different, unaccented and lower case', () => {
    const all = [...Object.values(pages), ...Object.values(clientPages)]
    expect(new Set(all).size).toBe(all.length)
    for (const path of all) expect(path).toMatch(/^\/\$universe(\/(\$[a-z]+|[a-z][a-z0-9-]*))*$/)
  })
})
