import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grant } from '#api/access/grant'
import { mainTemplatesOf, type Template, templatesOf, templatesThatGrant } from '#api/templates'
import { type Universe, universes } from '#api/universes'
import {
  contentOf,
  covers,
  delegable,
  type GrantedCompany,
  type Granter,
  type Holdings,
  mayDelegate,
  type RightContent,
} from './delegation.ts'

const everything = (universe: Universe) => Object.fromEntries(templatesOf(universe).map((template) => [template, 'all' as const]))
const client: GrantedCompany = { universes: ['client'], hasAdministrator: true }
const orphan: GrantedCompany = { universes: ['client'], hasAdministrator: false }
const granter = (changes: Partial<Granter>): Granter => ({
  universe: 'client',
  ownCompany: true,
  isAdministrator: false,
  holdings: {},
  ...changes,
})
const custom = (templates: Template[], sites: 'all' | string[] = 'all', universe: Universe = 'client'): RightContent => ({
  kind: 'custom',
  universe,
  templates,
  allSites: sites === 'all',
  siteIds: sites === 'all' ? [] : sites,
})
const administrator: RightContent = { kind: 'administrator', universe: null, templates: [], allSites: true, siteIds: [] }
const main = (universe: Universe): RightContent => ({ kind: 'universe', universe, templates: [], allSites: true, siteIds: [] })

const owner = granter({ isAdministrator: true, holdings: { client: everything('client') } })
const delegate = (grants: Partial<Record<Template, Grant>>) => granter({ holdings: { client: grants } })
const carrier = granter({ universe: 'carrier', ownCompany: false, holdings: { carrier: { 'carrier.administer': 'all' } } })
const partner = granter({
  universe: 'ambassador',
  ownCompany: false,
  holdings: { ambassador: { 'company.write': 'all', 'rights.delegate': 'all' } },
})

describe('who may give what', () => {
  it.each([
    ['an administrator gives everything', owner, client, administrator, 'yes'],
    ['without delegation nothing is given', delegate({ 'company.read': 'all' }), client, custom(['company.read']), 'forbidden'],
    ['what one holds', delegate({ 'rights.delegate': 'all', 'company.read': 'all' }), client, custom(['company.read']), 'yes'],
    [
      'not what one does not hold',
      delegate({ 'rights.delegate': 'all', 'company.read': 'all' }),
      client,
      custom(['billing.read']),
      'delegation_exceeded',
    ],
    [
      'not everywhere what one holds on a site',
      delegate({ 'rights.delegate': 'all', 'company.read': ['a'] }),
      client,
      custom(['company.read']),
      'delegation_exceeded',
    ],
    [
      'on the sites where one holds it',
      delegate({ 'rights.delegate': 'all', 'company.read': ['a', 'b'] }),
      client,
      custom(['company.read'], ['b']),
      'yes',
    ],
    [
      'not where one may not delegate',
      delegate({ 'rights.delegate': ['a'], 'company.read': 'all' }),
      client,
      custom(['company.read'], ['b']),
      'delegation_exceeded',
    ],
    [
      'sites of different templates do not mix',
      delegate({ 'rights.delegate': 'all', 'services.read': ['a'], 'billing.read': 'all' }),
      client,
      custom(['services.read', 'billing.read'], ['b']),
      'delegation_exceeded',
    ],
    ['only an administrator makes administrators', delegate(everything('client')), client, administrator, 'delegation_exceeded'],
    [
      'the main right needs all of its universe',
      delegate({ 'rights.delegate': 'all', 'company.read': 'all' }),
      client,
      main('client'),
      'delegation_exceeded',
    ],
    ['the main right from somebody who holds it and delegates', delegate(everything('client')), client, main('client'), 'yes'],
    [
      'delegation counts per universe',
      granter({ holdings: { client: everything('client'), ambassador: { 'company.read': 'all' } } }),
      { universes: ['client', 'ambassador'], hasAdministrator: true },
      custom(['company.read'], 'all', 'ambassador'),
      'delegation_exceeded',
    ],
    ['the carrier gives anything to customers', carrier, client, administrator, 'yes'],
    [
      'staff without administration give nothing to customers',
      granter({ universe: 'carrier', ownCompany: false, holdings: { carrier: { 'company.write': 'all', 'rights.delegate': 'all' } } }),
      client,
      custom(['company.read']),
      'forbidden',
    ],
    [
      'the carrier is bounded in its own house',
      granter({ universe: 'carrier', holdings: { carrier: { 'carrier.administer': 'all', 'rights.delegate': 'all' } } }),
      { universes: ['carrier'], hasAdministrator: true },
      custom(['carrier.billing'], 'all', 'carrier'),
      'delegation_exceeded',
    ],
    ['a partner makes the first administrator', partner, orphan, administrator, 'yes'],
    ['a partner makes no second one', partner, client, administrator, 'forbidden'],
    ['a partner gives its client nothing else', partner, orphan, main('client'), 'forbidden'],
    [
      'a partner without delegation makes none',
      granter({ universe: 'operator', ownCompany: false, holdings: { operator: { 'company.write': 'all' } } }),
      orphan,
      administrator,
      'forbidden',
    ],
  ] as const)('%s', (_, who, company, right, verdict) => {
    expect(mayDelegate(who, company, right)).toBe(verdict)
  })
})

const sites = ['a', 'b', 'c']
const grant = fc.oneof(fc.constant('all' as const), fc.subarray(sites, { minLength: 1 }))
const grantsOf = (universe: Universe) =>
  fc.dictionary(fc.constantFrom(...templatesOf(universe)), universe === 'client' ? grant : fc.constant('all' as const)).map((direct) => {
    // Implied templates are materialised, as the database does.
    const closed: Partial<Record<Template, Grant>> = { ...direct }
    for (const template of templatesOf(universe)) {
      const givers = templatesThatGrant(template).flatMap((other) => (direct[other] === undefined ? [] : [direct[other]]))
      if (givers.length > 0) closed[template] = givers.includes('all') ? 'all' : [...new Set(givers.flat() as string[])]
    }
    return closed
  })
const rightOf = fc.constantFrom(...universes.filter((universe) => universe !== 'carrier')).chain((universe) =>
  fc.record({
    kind: fc.constantFrom('custom' as const, 'universe' as const),
    universe: fc.constant(universe),
    templates: fc.subarray([...templatesOf(universe)], { minLength: 1 }),
    allSites: universe === 'client' ? fc.boolean() : fc.constant(true),
    siteIds: fc.subarray(sites, { minLength: 1 }),
  }),
)
const company: GrantedCompany = { universes: ['client', 'ambassador', 'operator'], hasAdministrator: true }

describe('nobody gives more than they hold', () => {
  it('whatever the holdings and the right', () => {
    fc.assert(
      fc.property(
        fc.record({ client: grantsOf('client'), ambassador: grantsOf('ambassador'), operator: grantsOf('operator') }),
        rightOf,
        (holdings: Holdings, right) => {
          if (mayDelegate(granter({ holdings }), company, right) !== 'yes') return
          for (const { universe, templates } of contentOf(right, company.universes))
            for (const template of templates)
              for (const implied of templatesOf(universe).filter((other) => templatesThatGrant(other).includes(template)))
                expect(covers(holdings[universe]?.[implied], right.kind !== 'custom' || right.allSites, right.siteIds)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('and what is offered to a form may be given', () => {
    fc.assert(
      fc.property(fc.record({ client: grantsOf('client'), ambassador: grantsOf('ambassador') }), (holdings: Holdings) => {
        const who = granter({ holdings })
        for (const [universe, grants] of Object.entries(delegable(who, company)) as [Universe, Record<Template, Grant>][])
          for (const [template, allowed] of Object.entries(grants) as [Template, Grant][])
            expect(mayDelegate(who, company, custom([template], allowed === 'all' ? 'all' : [...allowed], universe))).toBe('yes')
      }),
      { numRuns: 300 },
    )
  })

  it('and the main right holds all of its universe but delegation', () => {
    for (const universe of universes) expect(mainTemplatesOf(universe)).not.toContain('rights.delegate')
  })
})
