import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import type { Universe } from '#api/universes'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer, addOrder, moreChannels, type OrderableOffer } from '../orders.factory.ts'

let app: TestApp
let offer: OrderableOffer
let addition: OrderableOffer

beforeAll(async () => {
  app = await testApp()
  offer = await addOffer(app.build)
  addition = await addOffer(app.build, { name: 'Ajout de canaux', definition: moreChannels, addsTo: [offer.code] })
})
afterAll(() => app.close())

const read = async (who: Persona, universe: Universe, subscription: string) =>
  (await app.call(who, readSubscription, { universe, params: { subscription } })).body

describe('what a contract binds to before its delivery', () => {
  it('is told with its whole cost: the months of the order at the contract’s fee, from a day not known yet', async () => {
    const { companies: c, personas: p } = app.world
    const { contract, reference } = await addOrder(app.build, { offer, company: c.client, months: 36 })
    const seen = await read(p.clientAdministrator, 'client', contract)
    expect(seen.commitments).toEqual([
      {
        label: offer.name,
        orderReference: reference,
        startsOn: null,
        endsOn: null,
        months: 36,
        remainingMonths: 36,
        enforceableUntil: null,
        monthlyCents: 6_900,
      },
    ])
    expect(seen.costs).toMatchObject({ monthlyCents: 6_900, monthlyAfterCents: null, commitmentTotalCents: 15_000 + 36 * 6_900 })
    // Nothing to wait for: the contract is not there yet.
    expect(seen.waitsForOrder).toBe(false)
  })

  it('is nothing without a commitment', async () => {
    const { companies: c, personas: p } = app.world
    const { contract } = await addOrder(app.build, { offer, company: c.client })
    expect(await read(p.clientAdministrator, 'client', contract)).toMatchObject({
      commitments: [],
      costs: { commitmentTotalCents: 15_000 },
    })
  })

  it('of an addition is its own months and fee beside those that run; it says what the fee becomes, and why nothing else may be asked', async () => {
    const { companies: c, personas: p } = app.world
    const first = await addOrder(app.build, { offer, company: c.client, state: 'delivered' })
    await app.build.run(
      "update subscriptions set state = 'active', activated_on = '2026-01-01', delivered_on = '2026-01-01' where id = $1",
      [first.subscriptionId],
    )
    await addOrder(app.build, {
      offer: addition,
      company: c.client,
      kind: 'addition',
      subscriptionId: first.subscriptionId,
      months: 12,
      channels: 2,
      state: 'in_delivery',
    })
    const seen = await read(p.clientAdministrator, 'client', first.contract)
    expect(seen.commitments).toMatchObject([{ startsOn: null, months: 12, monthlyCents: 4_900 }])
    expect(seen.costs).toMatchObject({
      monthlyCents: 6_900,
      monthlyAfterCents: 11_800,
      commitmentTotalCents: 15_000 + 15_000 + 12 * 4_900,
    })
    expect(seen).toMatchObject({ waitsForOrder: true, abilities: { modify: false, addTo: false, terminate: false } })
    expect(await read(p.carrierPilot, 'carrier', first.contract)).toMatchObject({ waitsForOrder: true })
    // Who may order nothing has nothing to wait for.
    const buyer = await app.build.addPerson({
      lastName: 'Acheteur',
      company: c.client,
      rights: [{ universe: 'client', templates: ['orders.manage'], sites: [app.world.bordeauxId] }],
    })
    const shared = await addOrder(app.build, { offer, company: c.client, siteIds: [c.client.headOfficeId, app.world.bordeauxId] })
    await app.build.run("update subscriptions set state = 'active' where id = $1", [shared.subscriptionId])
    expect(await read(p.clientAdministrator, 'client', shared.contract)).toMatchObject({ waitsForOrder: true })
    expect(await read(buyer, 'client', shared.contract)).toMatchObject({ waitsForOrder: false })
  })

  it('of a modification takes the place of what runs: told, and not counted twice', async () => {
    const { companies: c, personas: p } = app.world
    const { contract, subscriptionId } = await addOrder(app.build, { offer, company: c.client, state: 'delivered' })
    await app.build.run(
      "update subscriptions set state = 'active', activated_on = '2026-01-01', delivered_on = '2026-01-01' where id = $1",
      [subscriptionId],
    )
    await addOrder(app.build, { offer, company: c.client, kind: 'modification', subscriptionId, months: 24, channels: 1 })
    const seen = await read(p.clientAdministrator, 'client', contract)
    expect(seen.commitments).toMatchObject([{ startsOn: null, months: 24, monthlyCents: 6_900 + 3_900 }])
    expect(seen.costs).toMatchObject({ monthlyAfterCents: 6_900 + 3_900, commitmentTotalCents: 15_000 })
  })

  it('has no amount for an operator’s client', async () => {
    const { companies: c, personas: p } = app.world
    const { contract } = await addOrder(app.build, { offer, company: c.endClient, months: 12 })
    const seen = await read(p.endClientAdministrator, 'client', contract)
    expect(seen).toMatchObject({ costs: null, commitments: [{ months: 12, monthlyCents: null }] })
  })

  it('stands where its site does, with the second line of its address and its country', async () => {
    const { companies: c, personas: p } = app.world
    const { contract } = await addOrder(app.build, { offer, company: c.client })
    await app.build.run("update sites set complement = 'Bâtiment B' where id = $1", [c.client.headOfficeId])
    expect(await read(p.clientAdministrator, 'client', contract)).toMatchObject({ site: { complement: 'Bâtiment B', country: 'FR' } })
  })
})
