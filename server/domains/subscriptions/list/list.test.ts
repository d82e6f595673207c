import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import type { Universe } from '#api/universes'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer, addSubscription, type TestOffer } from '../subscriptions.factory.ts'

let app: TestApp
let trunk: TestOffer
let fibre: TestOffer
const made: Record<string, string> = {}

beforeAll(async () => {
  app = await testApp()
  const { companies: c } = app.world
  trunk = await addOffer(app.build)
  fibre = await addOffer(app.build, { name: 'Fibre optique Entreprise', family: 'internet_access' })
  const add = async (key: string, ...[options]: [Parameters<typeof addSubscription>[1]]) => {
    made[key] = (await addSubscription(app.build, options)).reference
  }
  await add('trunk', { offer: trunk, company: c.client, pilot: 'Céline B.' })
  await add('bordeaux', { offer: fibre, company: c.client, siteId: app.world.bordeauxId, state: 'creating' })
  await add('ended', { offer: fibre, company: c.client, state: 'terminated' })
  await add('direct', { offer: fibre, company: c.directClient })
  await add('final', { offer: trunk, company: c.endClient })
  await add('other', { offer: trunk, company: c.otherEndClient })
  await add('ambassador', { offer: trunk, company: c.ambassador })
  await app.build.run('update subscriptions set number = 1234567 where reference = $1', [made.direct])
  made.direct = 'OC1234567'
})
afterAll(() => app.close())

const list = (who: Persona, universe: Universe, query: object = {}) => app.call(who, listSubscriptions, { universe, query })
const references = async (who: Persona, universe: Universe, query: object = {}) =>
  (await list(who, universe, query)).body.items.map(({ reference }) => reference)
const named = (...keys: string[]) => keys.map((key) => made[key])

describe('list of contracted offers', () => {
  it('is the reader’s own, in each universe', async () => {
    const { personas: p } = app.world
    expect(await references(p.clientAdministrator, 'client')).toEqual(named('ended', 'bordeaux', 'trunk'))
    // A partner's own purchases live in its client universe.
    expect(await references(p.ambassadorAdministrator, 'ambassador')).toEqual(named('ended', 'bordeaux', 'trunk'))
    expect(await references(p.ambassadorAdministrator, 'client')).toEqual(named('ambassador'))
    expect(await references(p.operatorAdministrator, 'operator')).toEqual(named('final'))
    expect(await references(p.endClientAdministrator, 'client')).toEqual(named('final'))
    expect(await references(p.carrierPilot, 'carrier')).toHaveLength(7)
  })

  it('names the offer as the catalogue does, in both languages, while it still has that name', async () => {
    const names = async () => {
      const { items } = (await list(app.world.personas.clientAdministrator, 'client', { name: 'fibre' })).body
      return items.map(({ name, nameEn }) => [name, nameEn])
    }
    await app.build.run("update offers set name_en = 'Business fibre' where id = $1", [fibre.id])
    expect(await names()).toEqual(Array(2).fill(['Fibre optique Entreprise', 'Business fibre']))
    await app.build.run("update offers set name = 'Fibre Pro' where id = $1", [fibre.id])
    expect(await names()).toEqual(Array(2).fill(['Fibre optique Entreprise', 'Fibre optique Entreprise']))
    await app.build.run("update offers set name = 'Fibre optique Entreprise' where id = $1", [fibre.id])
  })

  it('needs the right, and shows only the sites of that right', async () => {
    const { personas: p, companies: c } = app.world
    expect((await list(p.companyReader, 'client')).status).toBe(403)
    const buyer = await app.build.addPerson({
      lastName: 'Acheteur',
      company: c.client,
      rights: [{ universe: 'client', templates: ['orders.manage'], sites: [app.world.bordeauxId] }],
    })
    expect(await references(buyer, 'client')).toEqual(named('bordeaux'))
    expect((await list(buyer, 'client')).body.total).toBe(1)
  })

  it('says what the screen says of a line', async () => {
    const { body } = await list(app.world.personas.operatorAdministrator, 'operator')
    expect(body.items[0]).toEqual({
      reference: made.final,
      name: 'TRUNK SIP',
      nameEn: 'TRUNK SIP',
      family: 'ip_telephony',
      pilot: null,
      lastOrder: null,
      client: { reference: app.world.companies.endClient.reference, name: 'Client Final' },
      customerAccount: app.world.companies.operator.reference,
      city: 'Clichy',
      deliveredOn: '2025-11-19',
      when: { is: 'delivered', on: '2025-11-19', isEstimate: false, late: null },
      displayedState: 'delivered',
      state: 'active',
      type: 'creation',
    })
    expect(body.total).toBeNull()
  })

  it('filters by every column', async () => {
    const { personas: p, companies: c } = app.world
    const found = async (query: object) => (await references(p.carrierAdministrator, 'carrier', query)).sort()
    const are = (...keys: string[]) => named(...keys).sort()
    expect(await found({ reference: 'oc 1234567' })).toEqual(are('direct'))
    expect(await found({ reference: 'n’importe' })).toEqual([])
    expect(await found({ name: 'FIBRE opt' })).toEqual(are('bordeaux', 'ended', 'direct'))
    expect(await found({ pilot: 'celine' })).toEqual(are('trunk'))
    expect(await found({ pilot: 'none' })).toHaveLength(6)
    expect(await found({ lastOrder: 'none' })).toHaveLength(7)
    expect(await found({ lastOrder: 'COM00025' })).toEqual([])
    expect(await found({ client: 'sans' })).toEqual(are('direct'))
    expect(await found({ client: c.client.reference.toLowerCase() })).toEqual(are('trunk', 'bordeaux', 'ended'))
    expect(await found({ customerAccount: c.operator.reference })).toEqual(are('final'))
    expect(await found({ city: 'bord' })).toEqual(are('bordeaux'))
    expect(await found({ delivery: 'not_delivered' })).toEqual(are('bordeaux'))
    expect(await found({ delivery: 'delivered' })).toHaveLength(6)
    expect(await found({ deliveredFrom: '2025-11-20' })).toEqual(are())
    expect(await found({ deliveredFrom: '2025-11-19', deliveredTo: '2025-11-19' })).toHaveLength(6)
    expect(await found({ displayedState: 'terminated' })).toEqual(are('ended'))
    expect(await found({ state: 'creating' })).toEqual(are('bordeaux'))
    expect(await found({ type: 'creation', family: 'internet_access' })).toHaveLength(3)
    expect(await found({ type: 'termination' })).toEqual([])
    expect(await found({ q: 'OC1234567' })).toEqual(are('direct'))
    expect(await found({ q: '1234567' })).toEqual(are('direct'))
    expect(await found({ q: 'Sans Part' })).toEqual(are('direct'))
    expect(await found({ q: c.client.reference })).toHaveLength(3)
  })

  it('sorts by every column, references as numbers, and pages both ways', async () => {
    const { personas: p } = app.world
    expect((await references(p.carrierAdministrator, 'carrier', { sort: 'reference' })).at(-1)).toBe('OC1234567')
    for (const sort of ['pilot', 'name', 'lastOrder', 'client', 'customerAccount', 'city', 'deliveredOn', 'displayedState', 'type']) {
      const up = await references(p.carrierAdministrator, 'carrier', { sort })
      const down = await references(p.carrierAdministrator, 'carrier', { sort: `-${sort}` })
      expect(down, sort).toEqual([...up].reverse())
    }
    expect((await references(p.carrierAdministrator, 'carrier', { sort: 'deliveredOn' })).at(-1)).toBe(made.bordeaux)
    expect((await list(p.carrierAdministrator, 'carrier', { sort: 'price' })).problem.errors).toEqual([
      expect.objectContaining({ path: 'sort', code: 'sort_unknown' }),
    ])
  })

  it('pages by key whatever the sort', async () => {
    const { personas: p, companies: c } = app.world
    for (let index = 0; index < 120; index++) await addSubscription(app.build, { offer: trunk, company: c.otherEndClient })
    for (const sort of ['deliveredOn', '-name', 'lastOrder', '-displayedState']) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const { body } = await list(p.otherOperatorAdministrator, 'operator', { sort, cursor })
        seen.push(...body.items.map(({ reference }) => reference))
        cursor = body.next ?? undefined
      } while (cursor)
      expect(new Set(seen).size, sort).toBe(121)
      expect(seen).toHaveLength(121)
    }
  })

  it('exports the whole filtered list in its order', async () => {
    const { personas: p } = app.world
    const file = await app.call(p.clientAdministrator, listSubscriptions.exports.csv, { universe: 'client', query: { sort: 'name' } })
    expect(file.status).toBe(200)
    const lines = file.raw.toString('utf8').trim().split('\n')
    expect(lines[0]).toContain('Réf. dernière commande')
    expect(lines).toHaveLength(4)
    expect(lines[3]).toContain('TRUNK SIP')
    expect(lines.find((line) => line.includes(made.ended ?? ''))).toContain('Résiliée')
    expect(lines.find((line) => line.includes(made.bordeaux ?? ''))).toContain('À planifier')
    expect((await app.call(p.companyReader, listSubscriptions.exports.csv, { universe: 'client' })).status).toBe(403)
  })

  it('counts contracts on their way out beyond the first page, for a partner too', async () => {
    const { personas: p, companies: c } = app.world
    const ending = { offer: trunk, company: c.otherEndClient, state: 'termination_requested' } as const
    for (let made = 0; made < 53; made++) await addSubscription(app.build, ending)
    const { body } = await list(p.otherOperatorAdministrator, 'operator', { state: 'termination_requested' })
    expect([body.items.length, body.total]).toEqual([50, 53])
    expect((await list(p.operatorAdministrator, 'operator', { state: 'termination_requested' })).body.total).toBe(0)
    expect((await list(p.otherOperatorAdministrator, 'operator', { city: 'cli' })).body.total).toBeNull()
  })
})
