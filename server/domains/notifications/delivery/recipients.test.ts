import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  categoriesOf,
  categoryBit,
  everyCategory,
  maskOf,
  notificationCategories,
  templatesNeeded,
} from '#api/notifications/notification-categories'
import { digests } from '#api/notifications/subscriptions/subscriptions'
import { templates } from '#api/templates'
import { universes } from '#api/universes'
import { type Audience, audiencesOf, type Candidate, recipients, type SharedAddress } from './recipients.ts'

const event = { category: 'deliveries', siteId: null, universes: null } as const
const company = { id: 'client', ambassadorId: 'partner', operatorId: null, carrierId: 'carrier' }
const audiences = audiencesOf(event, company)
const bit = categoryBit('deliveries')

const person = (changes: Partial<Candidate> = {}): Candidate => ({
  contactId: 'k1',
  companyId: 'client',
  universe: 'client',
  name: 'Camille',
  email: 'camille@client.example',
  access: 'open',
  userId: 'u1',
  interfaceMask: bit,
  emailMask: bit,
  digest: 'none',
  grants: { 'orders.manage': 'all' },
  ...changes,
})
const told = (candidates: readonly Candidate[], addresses: readonly SharedAddress[] = [], on: string | null = null) => {
  const found = recipients({ ...event, siteId: on }, audiences, candidates, addresses)
  return {
    notified: found.notified.map(({ userId }) => userId),
    mails: found.mails.map(({ address, person: who }) => [address, who ? 'full' : 'least']),
    digests: found.digests.map(({ contactId }) => contactId),
    missed: found.missed.map(({ reason }) => reason),
    holes: found.holes.map(({ universe }) => universe),
  }
}

describe('who looks at an event', () => {
  it.each([
    [{ id: 'c', ambassadorId: null, operatorId: null, carrierId: null }, ['c client']],
    [{ id: 'c', ambassadorId: 'a', operatorId: null, carrierId: 'x' }, ['c client', 'a ambassador', 'x carrier']],
    [{ id: 'c', ambassadorId: null, operatorId: 'o', carrierId: null }, ['c client', 'o operator']],
    // A partner's own services live in its client universe.
    [{ id: 'a', ambassadorId: 'a', operatorId: 'a', carrierId: null }, ['a client']],
  ])('%j', (whose, expected) => {
    expect(audiencesOf(event, whose).map((one) => `${one.companyId} ${one.universe}`)).toEqual(expected)
  })
  it('is restricted to the universes that the event names', () => {
    expect(audiencesOf({ ...event, universes: ['ambassador', 'operator'] }, company).map(({ universe }) => universe)).toEqual([
      'ambassador',
    ])
  })
})

describe('who is told', () => {
  const address = (value: string, changes: Partial<SharedAddress> = {}): SharedAddress => ({
    companyId: 'client',
    universe: 'client',
    category: 'deliveries',
    address: value,
    ...changes,
  })
  const table: [string, ReturnType<typeof told>, Partial<ReturnType<typeof told>>][] = [
    [
      'subscribed and entitled: both channels',
      told([person()]),
      { notified: ['u1'], mails: [['camille@client.example', 'full']], missed: [] },
    ],
    ['only the channel that was chosen', told([person({ emailMask: 0 })]), { notified: ['u1'], mails: [] }],
    ['not this category', told([person({ interfaceMask: everyCategory & ~bit, emailMask: 0 })]), { notified: [], missed: [] }],
    ['no right', told([person({ grants: { 'services.read': 'all' } })]), { notified: [], mails: [], missed: ['right'] }],
    ['a right on the site', told([person({ grants: { 'orders.manage': ['s1'] } })], [], 's1'), { notified: ['u1'], missed: [] }],
    ['a right on another site', told([person({ grants: { 'orders.manage': ['s2'] } })], [], 's1'), { notified: [], missed: ['site'] }],
    ['a right on some sites, an object without a site', told([person({ grants: { 'orders.manage': ['s1'] } })]), { missed: ['site'] }],
    ['a universe in which the event is not seen', told([person({ universe: 'operator' })]), { notified: [], missed: [] }],
    ['another company', told([person({ companyId: 'stranger' })]), { notified: [], missed: [] }],
    ['a suspended access', told([person({ access: 'suspended' })]), { notified: [], mails: [], missed: ['access_suspended'] }],
    ['no address', told([person({ email: null, interfaceMask: 0 })]), { mails: [], missed: ['email'] }],
    [
      'without access: by mail only, and the least',
      told([person({ access: 'none', userId: null, grants: {} })]),
      { notified: [], mails: [['camille@client.example', 'least']] },
    ],
    [
      'one mail for an address subscribed several times, the fullest',
      told(
        [person({ contactId: 'k2', access: 'none', userId: null, email: 'CAMILLE@client.example' }), person()],
        [address('Camille@Client.example')],
      ),
      { mails: [['camille@client.example', 'full']] },
    ],
    ['the address of another category', told([], [address('a@b.example', { category: 'billing' })]), { mails: [] }],
    ['the address of another universe', told([], [address('a@b.example', { universe: 'operator' })]), { mails: [] }],
    ['a digest waits', told([person({ digest: 'daily' })]), { notified: ['u1'], mails: [], digests: ['k1'] }],
    [
      'a digest has nothing to add to a mail that leaves now',
      told([person({ digest: 'daily' })], [address('camille@client.example')]),
      { mails: [['camille@client.example', 'least']], digests: [] },
    ],
    ['nobody anywhere', told([]), { holes: ['client', 'ambassador', 'carrier'] }],
    ['an address fills the hole', told([], [address('a@b.example')]), { holes: ['ambassador', 'carrier'] }],
  ]
  it.each(table)('%s', (_, found, expected) => expect(found).toMatchObject(expected))
})

const anyAudience = fc.record({
  companyId: fc.constantFrom('client', 'partner', 'carrier', 'stranger'),
  universe: fc.constantFrom(...universes),
})
const anyGrants = fc.dictionary(fc.constantFrom(...templates), fc.oneof(fc.constant('all' as const), fc.subarray(['s1', 's2'])), {
  maxKeys: 6,
})
const anyMask = fc.integer({ min: 0, max: everyCategory })
const anyEmail = fc.option(fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example', 'c@x.example'))
const anyCandidate: fc.Arbitrary<Candidate> = fc
  .tuple(
    anyAudience,
    fc.integer({ min: 1, max: 6 }),
    anyEmail,
    fc.constantFrom('open', 'suspended', 'none'),
    anyMask,
    anyMask,
    fc.constantFrom(...digests),
    anyGrants,
  )
  .map(([audience, n, email, access, interfaceMask, emailMask, digest, grants]) => ({
    ...audience,
    contactId: `k${n}`,
    name: `Personne ${n}`,
    email,
    access,
    userId: access === 'none' ? null : `u${n}`,
    interfaceMask,
    emailMask,
    digest,
    grants: grants as Candidate['grants'],
  }))
const anyAddress: fc.Arbitrary<SharedAddress> = fc
  .tuple(anyAudience, fc.constantFrom(...notificationCategories), fc.constantFrom('a@x.example', 'd@x.example'))
  .map(([audience, category, address]) => ({ ...audience, category, address }))

describe('whatever the subscriptions', () => {
  const among = (list: readonly Audience[], one: Audience) =>
    list.some(({ companyId, universe }) => companyId === one.companyId && universe === one.universe)

  it('nobody is told without subscription, right, site and universe; nobody twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...notificationCategories),
        fc.constantFrom('s1', 's3', null),
        fc.array(anyCandidate, { maxLength: 12 }),
        fc.array(anyAddress, { maxLength: 6 }),
        (category, siteId, candidates, addresses) => {
          const found = recipients({ category, siteId, universes: null }, audiences, candidates, addresses)
          const wanted = categoryBit(category)
          for (const one of found.notified) {
            expect(one.interfaceMask & wanted).not.toBe(0)
            expect(among(audiences, one)).toBe(true)
            expect(one.access).toBe('open')
            expect(
              templatesNeeded(category, one.universe).some((template) => {
                const grant = one.grants[template]
                return grant === 'all' || (Array.isArray(grant) && siteId !== null && grant.includes(siteId))
              }),
            ).toBe(true)
          }
          for (const { person: who } of found.mails) if (who) expect(who.emailMask & wanted).not.toBe(0)
          const users = found.notified.map(({ userId }) => userId)
          expect(new Set(users).size).toBe(users.length)
          const mailed = [...found.mails.map(({ address }) => address), ...found.digests.map(({ email }) => email ?? '')].map((mail) =>
            mail.toLowerCase(),
          )
          expect(new Set(mailed).size).toBe(mailed.length)
          for (const hole of found.holes) expect(found.people.some(({ candidate }) => among([hole], candidate))).toBe(false)
        },
      ),
    )
  })

  it('unsubscribing somebody never tells anybody else more', () => {
    fc.assert(
      fc.property(
        fc.array(anyCandidate, { minLength: 1, maxLength: 8 }),
        fc.array(anyAddress, { maxLength: 4 }),
        (candidates, addresses) => {
          const before = recipients(event, audiences, candidates, addresses)
          const after = recipients(event, audiences, candidates.slice(1), addresses)
          const addressesOf = (found: typeof before) =>
            new Set([...found.mails.map(({ address }) => address.toLowerCase()), ...found.digests.map(({ email }) => email?.toLowerCase())])
          for (const address of addressesOf(after)) expect(addressesOf(before).has(address)).toBe(true)
        },
      ),
    )
  })
})

describe('masks', () => {
  it('turn into categories and back', () => {
    fc.assert(
      fc.property(anyMask, (mask) => {
        expect(maskOf(categoriesOf(mask))).toBe(mask)
      }),
    )
    expect(categoriesOf(everyCategory)).toEqual([...notificationCategories])
  })
})
