import { IconPackage } from '@tabler/icons-react'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRight } from '#api/access/rights'
import { createContact } from '#api/companies/contacts/contacts'
import { createClient } from '#api/companies/portfolio/clients'
import { createSite } from '#api/companies/sites/sites'
import type { Endpoint } from '#api/endpoint'
import type { Session } from '#api/identity/sign-in/session'
import { inviteUser } from '#api/identity/users/users'
import { readBasket } from '#api/shop/baskets/baskets'
import { type Template, templates } from '#api/templates'
import { type Universe, universes } from '#api/universes'
import { actionsFor, verbIn } from './actions.ts'
import type { KeptHit } from './kept.ts'
import { paletteGroups } from './palette-groups.ts'
import type { SearchHit } from './search.ts'

beforeAll(async () => {
  await Promise.all([
    import('../../domains/access/access.routes.tsx'),
    import('../../domains/companies/companies.routes.tsx'),
    import('../../domains/companies/portfolio/portfolio.routes.tsx'),
    import('../../domains/identity/users/users.routes.tsx'),
    import('../../domains/notifications/notifications.routes.tsx'),
    import('../../domains/orders/orders.routes.tsx'),
    import('../../domains/search/search-kinds.ts'),
    import('../../domains/shop/shop.routes.tsx'),
    import('../../domains/subscriptions/subscriptions.routes.tsx'),
  ])
})

type Grants = Partial<Record<Template, 'all' | string[]>>
const sessionOf = (universe: Universe, grants: Grants, viewAs: Session['viewAs'] = null) =>
  ({ company: { reference: 'OIP-00000002' }, viewAs, universes: [{ universe, grants }] }) as unknown as Session
const everything = Object.fromEntries(templates.map((template) => [template, 'all'])) as Grants

const hit = (kind: SearchHit['kind'], reference: string, label: string, more: Partial<KeptHit> = {}) =>
  ({ kind, reference, companyReference: 'OIP-00000002', label, sublabel: null, seenAt: null, favourite: false, ...more }) satisfies KeptHit

const shown = (typed: string, { kept = [] as KeptHit[], hits = [] as SearchHit[], session = sessionOf('client', everything) } = {}) => {
  const act = verbIn(session, 'client', typed)
  const objects = [{ key: 'internet', name: { fr: 'Accès Internet', en: 'Internet access' }, link: {} }]
  const groups = paletteGroups({ session, universe: 'client', typed, act, objects: act ? objects : [], kept, hits })
  return Object.fromEntries(groups.map(({ key, items }) => [key, items.map(({ label }) => label)]))
}

describe('what the palette shows', () => {
  const fibre = hit('contract', 'OC40479', 'Fibre optique', { favourite: true })
  const cloud = hit('contract', 'OC40482', 'MyCloud3CX', { seenAt: '2026-12-01T08:00:00.000Z' })
  const kept = [cloud, fibre]

  it('begins with favourites, then what was opened last', () => {
    const all = shown('', { kept })
    expect(Object.keys(all)).toEqual(['favourites', 'recent', 'actions', 'pages'])
    expect([all.favourites, all.recent]).toEqual([['Fibre optique'], ['MyCloud3CX']])
    const opened = Array.from({ length: 12 }, (_, index) => hit('order', `COM${index}`, `Commande ${index}`, { seenAt: '2026-12-01' }))
    expect(shown('', { kept: opened }).recent).toHaveLength(8)
  })

  it('puts them first among what answers, once each, by words or by reference', () => {
    const hits = [hit('contract', 'OC40479', 'Fibre optique'), hit('contract', 'OC40480', 'Fibre noire')]
    expect(shown('fibre', { kept, hits })).toMatchObject({ favourites: ['Fibre optique'], found: ['Fibre noire'] })
    expect(shown('0C40482', { kept })).toEqual({ recent: ['MyCloud3CX'] })
    expect(shown('OC40481', { kept })).toEqual({})
  })

  it('forgives as the search does, and sets apart what is only near', () => {
    expect(shown('fibr optqiue', { kept }).favourites).toEqual(['Fibre optique'])
    const hits = [hit('company', 'OIP-00000002', 'Ma Société'), { ...hit('site', 'x', 'Agence'), near: true }]
    expect(shown('zzz', { hits })).toEqual({ found: ['Ma Société'], near: ['Agence'] })
    const near = [{ ...hit('site', 'x', 'Agence de Bordeaux'), near: true }]
    expect(Object.keys(shown('agense', { hits: near }))).toEqual(['near', 'actions'])
    expect(Object.keys(shown('agence', { hits: near }))).toEqual(['actions', 'near'])
    for (const typed of ['nouveau site', 'nouvo site', 'new site', 'SITE nouv', 'ajouter un site'])
      expect(shown(typed).actions, typed).toEqual(['Nouveau site'])
  })

  it('does to what is found the act that was typed', () => {
    const hits = [hit('offer', 'FIBRE', 'Fibre FTTH'), fibre]
    for (const typed of ['commander une fibre', 'Comander fibre', 'order a fibre'])
      expect(shown(typed, { hits }), typed).toEqual({ actions: ['Commander : Fibre FTTH'], found: ['Fibre optique'] })
    expect(shown('commander internet').actions).toEqual(['Commander : Accès Internet'])
    expect(verbIn(sessionOf('client', everything), 'client', 'commander')).toBeNull()
    expect(verbIn(sessionOf('client', {}), 'client', 'commander une fibre')).toBeNull()
    for (const typed of ['commande 25', 'commande fibre', 'order 25'])
      expect(verbIn(sessionOf('client', everything), 'client', typed), typed).toBeNull()
  })

  it('gives each line the picture of its kind, and none a star but objects', () => {
    const [group] = paletteGroups({
      session: sessionOf('client', everything),
      universe: 'client',
      typed: 'ftth',
      act: null,
      objects: [],
      kept: [],
      hits: [hit('offer', 'FTTH', 'Fibre FTTH')],
    })
    expect(group?.items[0]).toMatchObject({ icon: IconPackage, hit: { reference: 'FTTH' }, favourite: false })
    const pages = paletteGroups({
      session: sessionOf('client', everything),
      universe: 'client',
      typed: '',
      act: null,
      objects: [],
      kept: [],
      hits: [],
    })
    expect(pages.flatMap(({ items }) => items).filter((item) => item.hit)).toEqual([])
  })
})

describe('actions', () => {
  const endpoints: Readonly<Record<string, Endpoint>> = {
    'new-site': createSite,
    'new-contact': createContact,
    'new-user': inviteUser,
    'new-client': createClient,
    'new-right': createRight,
    order: readBasket,
  }
  const keys = (universe: Universe, grants: Grants, viewAs: Session['viewAs'] = null) =>
    actionsFor(sessionOf(universe, grants, viewAs), universe).map(({ key }) => key)

  it('are offered to those whom the API lets do it', () => {
    for (const [key, { right }] of Object.entries(endpoints)) {
      if (typeof right !== 'object') throw new Error(key)
      for (const universe of universes)
        for (const template of [
          'company.write',
          'company.read',
          'orders.manage',
          'rights.delegate',
          'carrier.pilot',
          'carrier.catalog',
        ] as const)
          expect(keys(universe, { [template]: 'all' }).includes(key), `${key} with ${template} in ${universe}`).toBe(
            right.universes.includes(universe) && (right.anyOf?.includes(template) ?? true),
          )
    }
  })

  it('that make something of the whole company need the right on every site', () => {
    expect(keys('client', { 'company.write': ['bordeaux'] })).toContain('new-contact')
    expect(keys('client', { 'company.write': ['bordeaux'] })).not.toContain('new-site')
  })

  it('are one’s own only, when one sees as somebody else or has no right', () => {
    const own = keys('client', {})
    expect(own).toContain('own-notifications')
    expect(keys('client', everything, { byName: 'Inès C.', reason: 'x' })).toEqual(own)
  })
})
