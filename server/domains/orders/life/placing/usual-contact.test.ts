import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOrderContacts } from '#api/shop/choices/order-choices'
import { type TestApp, testApp } from '../../../../testing/test-app.ts'
import { addOffer, addOrder, type OrderableOffer } from '../../orders.factory.ts'

let app: TestApp
let offer: OrderableOffer
beforeAll(async () => {
  app = await testApp()
  offer = await addOffer(app.build)
})
afterAll(() => app.close())

describe('whom one meets on site', () => {
  it('is whom one met there the last time: on the contract, else on the site; nobody who has left', async () => {
    const { companies: c, personas: p, bordeauxId } = app.world
    const usual = async (query: { site?: string; contract?: string }) =>
      (await app.call(p.clientAdministrator, listOrderContacts, { params: { company: c.client.reference }, query })).body.usual
    expect(await usual({ site: bordeauxId })).toBeNull()
    const first = await addOrder(app.build, { offer, company: c.client, siteIds: [bordeauxId], onsiteContactId: p.companyReader.contactId })
    await addOrder(app.build, { offer, company: c.client, siteIds: [bordeauxId], onsiteContactId: p.bordeauxTechnician.contactId })
    await addOrder(app.build, { offer, company: c.client, siteIds: [bordeauxId] })
    expect(await usual({ site: bordeauxId })).toMatchObject({ id: p.bordeauxTechnician.contactId })
    expect(await usual({ contract: first.contract })).toMatchObject({ id: p.companyReader.contactId })
    expect(await usual({})).toBeNull()
    expect(await usual({ site: c.client.headOfficeId })).toBeNull()
    await app.build.run('update contacts set archived_at = now() where id = $1', [p.bordeauxTechnician.contactId])
    expect(await usual({ site: bordeauxId })).toMatchObject({ id: p.companyReader.contactId })
    // Another company's sites say nothing.
    const beside = await app.call(p.directClientAdministrator, listOrderContacts, {
      params: { company: c.directClient.reference },
      query: { site: bordeauxId },
    })
    expect(beside.body.usual).toBeNull()
  })
})
