import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadSubscriptionDocument, readSubscription } from '#api/orders/contract/contract'
import { completeDelivery } from '#api/orders/delivery/delivery'
import { readOrder } from '#api/orders/reading/orders'
import { previewTermination, requestTermination } from '#api/orders/termination/terminations'
import { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import type { Universe } from '#api/universes'
import { newId } from '../../../platform/ids.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer, addSubscription, type TestOffer, type TestSubscription } from '../../subscriptions/subscriptions.factory.ts'
import { addOrder, addOffer as addOrderable, type MadeOrder, moreChannels } from '../orders.factory.ts'

let app: TestApp
let offer: TestOffer
let own: TestSubscription & { accountcode: number }
let final: TestSubscription

const commitment = { startsOn: '2025-11-19', months: 36, endsOn: '2028-11-18', monthlyCents: 35_000 }

beforeAll(async () => {
  app = await testApp()
  const { companies: c } = app.world
  offer = await addOffer(app.build)
  await addOffer(app.build, { name: 'Ajout de canaux SIP', addsTo: [offer.code] })
  own = await addSubscription(app.build, { offer, company: c.client, pilot: 'Céline B.', commitments: [commitment] })
  final = await addSubscription(app.build, { offer, company: c.endClient, commitments: [commitment] })
})
afterAll(() => app.close())

const read = (who: Persona, universe: Universe, { reference }: TestSubscription) =>
  app.call(who, readSubscription, { universe, params: { subscription: reference } })

/** Every amount anywhere in an answer. */
const amounts = (value: unknown, key = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => amounts(inner, `${key}.${name}`))
    : key.endsWith('Cents') && value !== null
      ? [key]
      : []

describe('a contracted offer', () => {
  it('tells a small company that accepted no long commitment when it is free', async () => {
    const untilOf = async () => (await read(app.world.personas.clientAdministrator, 'client', own)).body?.commitments[0]?.enforceableUntil
    expect(await untilOf()).toBeNull()
    await app.build.run("update companies set size = 'small' where id = $1", [app.world.companies.client.id])
    expect(await untilOf()).toBe('2027-11-18')
    await app.build.run('update subscriptions set long_commitment_waiver = true where id = $1', [own.id])
    expect(await untilOf()).toBeNull()
    await app.build.run('update subscriptions set long_commitment_waiver = false where id = $1', [own.id])
    await app.build.run("update companies set size = 'unknown' where id = $1", [app.world.companies.client.id])
  })

  it('is delivered the day of its creation, whatever was added since: in the list, on its page, in the export', async () => {
    const { companies: c, personas: p } = app.world
    const offer = await addOrderable(app.build)
    const addition = await addOrderable(app.build, {
      definition: moreChannels,
      addsTo: [offer.code],
      prices: { public: [], wholesale: [] },
    })
    const deliver = async ({ reference: order }: MadeOrder, deliveredOn: string) => {
      const asPilot = { universe: 'carrier' as const, params: { order } }
      const { version } = (await app.call(p.carrierPilot, readOrder, asPilot)).body
      const answer = await app.call(p.carrierPilot, completeDelivery, { ...asPilot, body: { version, deliveredOn, finishSteps: true } })
      expect(answer.status).toBe(200)
    }
    const first = await addOrder(app.build, { offer, company: c.client })
    await deliver(first, '2026-11-20')
    const { subscriptionId } = first
    const more = await addOrder(app.build, { offer: addition, company: c.client, kind: 'addition', subscriptionId })
    await deliver(more, '2026-11-21')
    const { rows } = await app.build.run('select reference from subscriptions where id = $1', [subscriptionId])
    const reference: string = rows[0].reference

    const who = p.clientAdministrator
    const page = (await app.call(who, readSubscription, { universe: 'client', params: { subscription: reference } })).body
    expect(page).toMatchObject({ deliveredOn: '2026-11-20', activatedOn: '2026-11-20' })
    expect(page.operations.map(({ reference, deliveredOn }) => [reference, deliveredOn])).toEqual([
      [more.reference, '2026-11-21'],
      [first.reference, '2026-11-20'],
    ])
    const list = (await app.call(who, listSubscriptions, { universe: 'client', query: { reference } })).body
    expect(list.items.map(({ deliveredOn }) => deliveredOn)).toEqual(['2026-11-20'])
    const file = (await app.call(who, listSubscriptions.exports.csv, { universe: 'client', query: { reference } })).raw.toString('utf8')
    expect(file).toContain('2026-11-20')
    expect(file).not.toContain('2026-11-21')
  })

  it('is found in the list by any of its orders, its own reader’s only', async () => {
    const { companies: c, personas: p } = app.world
    const orderable = await addOrderable(app.build)
    const first = await addOrder(app.build, { offer: orderable, company: c.client, state: 'delivered' })
    const more = { offer: orderable, company: c.client, subscriptionId: first.subscriptionId }
    const second = await addOrder(app.build, { ...more, kind: 'addition', state: 'delivered' })
    const third = await addOrder(app.build, { ...more, kind: 'addition' })
    const found = async (who: Persona, universe: Universe, q: string) =>
      (await app.call(who, listSubscriptions, { universe, query: { q } })).body.items.map(({ reference }) => reference)
    for (const { reference } of [first, second, third]) {
      expect(await found(p.clientAdministrator, 'client', reference)).toEqual([first.contract])
      expect(await found(p.carrierPilot, 'carrier', reference.toLowerCase())).toEqual([first.contract])
      expect(await found(p.ambassadorAdministrator, 'ambassador', reference)).toEqual([first.contract])
      expect(await found(p.operatorAdministrator, 'operator', reference)).toEqual([])
    }
    expect(await found(p.clientAdministrator, 'client', 'COM999999')).toEqual([])
  })

  it('says everything about it to who pays', async () => {
    const { body, status } = await read(app.world.personas.clientAdministrator, 'client', own)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      reference: own.reference,
      pilot: 'Céline B.',
      client: { name: 'Ma Société' },
      site: { name: 'Siège Social' },
      quantity: 4,
      unit: { fr: 'canaux' },
      calls: { outgoing: 4, incoming: 8 },
      characteristics: [{ key: 'channels', label: { fr: 'Canaux' }, value: { fr: '4 canaux' } }],
      terms: { notice: { count: 1, unit: 'month' }, penaltyBasisPoints: 10_000 },
      costs: { oneOffCents: 9_900, monthlyCents: 35_000, terminationCents: 15_000, commitmentTotalCents: 36 * 35_000 + 9_900 },
      commitments: [{ startsOn: '2025-11-19', endsOn: '2028-11-18', months: 36, remainingMonths: 24, monthlyCents: 35_000 }],
      services: [{ name: 'Trunk SIP', state: 'active', accountcode: null }],
      serviceCount: 1,
      runningOrder: null,
      lastOrder: null,
      termination: null,
      terminationRefusal: null,
      additions: [{ name: { fr: 'Ajout de canaux SIP' } }],
      resalePrice: null,
      abilities: {
        terminate: true,
        withdrawTermination: false,
        enterTermination: false,
        attachLetter: false,
        addTo: true,
        readAccountcodes: false,
      },
    })
    expect(body.actors).toContainEqual(expect.objectContaining({ role: 'partner', name: 'Réseau Conseil' }))
  })

  it('counts a commitment that another replaced for the months it ran, and one that never ran for nothing', async () => {
    const revised = await addSubscription(app.build, {
      offer,
      company: app.world.companies.client,
      commitments: [
        // Replaced after a year, then on the very day of its delivery.
        { startsOn: '2024-11-19', months: 36, endsOn: '2025-11-18', monthlyCents: 30_000 },
        { startsOn: '2025-11-19', months: 24, endsOn: '2025-11-18', monthlyCents: 99_000 },
        { startsOn: '2025-11-19', months: 36, endsOn: '2028-11-18', monthlyCents: 35_000 },
      ],
    })
    await app.build.run("update companies set size = 'small' where id = $1", [app.world.companies.client.id])
    const { body } = await read(app.world.personas.clientAdministrator, 'client', revised)
    await app.build.run("update companies set size = 'unknown' where id = $1", [app.world.companies.client.id])
    expect(body.costs?.commitmentTotalCents).toBe(12 * 30_000 + 36 * 35_000 + 9_900)
    expect(body.commitments.map(({ months, endsOn, enforceableUntil }) => [months, endsOn, enforceableUntil])).toEqual([
      [36, '2028-11-18', '2027-11-18'],
      [12, '2025-11-18', null],
    ])
  })

  it('shows its partner the same with the accountcodes, the carrier its own acts, and an operator’s client no amount at all', async () => {
    const { personas: p } = app.world
    const partner = (await read(p.ambassadorAdministrator, 'ambassador', own)).body
    expect(partner.services[0]?.accountcode).toBe(own.accountcode)
    expect(partner.costs?.monthlyCents).toBe(35_000)
    const carrier = (await read(p.carrierPilot, 'carrier', own)).body
    expect(carrier.abilities).toMatchObject({ terminate: false, enterTermination: true, addTo: true })
    const operator = (await read(p.operatorAdministrator, 'operator', final)).body
    expect(operator.costs?.monthlyCents).toBe(35_000)
    const endClient = (await read(p.endClientAdministrator, 'client', final)).body
    expect(amounts(endClient)).toEqual([])
    expect(endClient).toMatchObject({
      costs: null,
      resalePrice: null,
      terminationRefusal: 'operator_only',
      abilities: { terminate: false },
    })
    await app.build.run(
      'insert into resale_prices (id, operator_id, offer_id, company_id, one_off_cents, monthly_cents) values ($1, $2, $3, null, 0, 4900)',
      [newId(), app.world.companies.operator.id, offer.id],
    )
    expect((await read(p.endClientAdministrator, 'client', final)).body.resalePrice).toEqual({ oneOffCents: 0, monthlyCents: 4_900 })
  })

  it('is hidden from others, and from sites that the right does not hold', async () => {
    const { personas: p, companies: c } = app.world
    for (const [who, universe] of [
      [p.directClientAdministrator, 'client'],
      [p.operatorAdministrator, 'operator'],
      [p.endClientAdministrator, 'client'],
    ] as const)
      expect((await read(who, universe, own)).status).toBe(404)
    expect((await read(p.companyReader, 'client', own)).status).toBe(403)
    const buyer = await app.build.addPerson({
      lastName: 'Acheteur',
      company: c.client,
      rights: [{ universe: 'client', templates: ['orders.manage'], sites: [app.world.bordeauxId] }],
    })
    expect((await read(buyer, 'client', own)).status).toBe(404)
    const shared = await addSubscription(app.build, { offer, company: c.client, siteIds: [c.client.headOfficeId, app.world.bordeauxId] })
    const seen = (await read(buyer, 'client', shared)).body
    // Seen from one of its sites: the others stay hidden, and it is not for this reader to terminate or to extend.
    expect(seen.sites.map(({ name }) => name)).toEqual(['Agence de Bordeaux'])
    expect(seen).toMatchObject({ terminationRefusal: 'no_right', abilities: { terminate: false, addTo: false } })
  })

  it('shows the pending termination with its costs, and the history', async () => {
    const { personas: p } = app.world
    const params = { subscription: own.reference }
    const shown = (await app.call(p.clientAdministrator, previewTermination, { universe: 'client', params })).body
    await app.call(p.clientAdministrator, requestTermination, {
      universe: 'client',
      params,
      body: { version: shown.version, wishedOn: shown.wishedOn, effectiveOn: shown.effectiveOn, totalCents: shown.costs.totalCents },
    })
    const { body } = await read(p.clientAdministrator, 'client', own)
    expect(body).toMatchObject({
      state: 'termination_requested',
      displayedState: 'submitted',
      termination: { state: 'pending', effectiveOn: '2026-12-21', costs: { totalCents: shown.costs.totalCents } },
      terminationRefusal: 'already_requested',
      runningOrder: { kind: 'termination', state: 'submitted', steps: [] },
      abilities: { terminate: false, withdrawTermination: true, addTo: false },
    })
    // The order that was just placed has no pilot yet, and the contract shows its last order.
    const { body: rows } = await app.call(p.clientAdministrator, listSubscriptions, { query: { reference: own.reference } })
    expect(rows.items).toMatchObject([{ reference: own.reference, pilot: null }])
    const { body: unattended } = await app.call(p.clientAdministrator, listSubscriptions, { query: { pilot: 'none' } })
    expect(unattended.items.map(({ reference }) => reference)).toContain(own.reference)
    expect(body).toMatchObject({
      pilot: null,
      operations: [{ kind: 'termination', placedBy: 'Camille Martin', pilot: null, quantityBefore: 4, quantityAfter: 0 }],
    })
  })

  it('gives documents of that contract only', async () => {
    const { personas: p } = app.world
    const answer = await app.call(p.clientAdministrator, downloadSubscriptionDocument, {
      universe: 'client',
      params: { subscription: own.reference, document: newId() },
    })
    expect(answer.status).toBe(404)
  })
})
