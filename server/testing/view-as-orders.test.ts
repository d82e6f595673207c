import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSavedView } from '#api/identity/views/saved-views'
import { cancelOrder, commentOrder, readOrder } from '#api/orders/reading/orders'
import { previewTermination, requestTermination } from '#api/orders/termination/terminations'
import { addBasketLine, emptyBasket, readBasket, uploadBasketFile } from '#api/shop/baskets/baskets'
import { addOffer, addOrder, type MadeOrder, type OrderableOffer } from '../domains/orders/orders.factory.ts'
import { typed } from '../domains/shop/shop.factory.ts'
import { type TestApp, testApp, urlOf } from './test-app.ts'

/** « Voir comme » in the shop and on orders: everything is read, nothing is written, not even a basket. */
let app: TestApp
let offer: OrderableOffer
let running: MadeOrder
let active: MadeOrder
let looking: { token: string }
beforeAll(async () => {
  app = await testApp()
  const { companies, personas } = app.world
  offer = await addOffer(app.build)
  running = await addOrder(app.build, { offer, company: companies.client })
  active = await addOrder(app.build, { offer, company: companies.client, state: 'delivered' })
  await app.build.run("update subscriptions set state = 'active' where id = $1", [active.subscriptionId])
  const session = await app.build.openSession(personas.carrierAdministrator.userId)
  await app.build.run("update sessions set view_as_user_id = $2, view_as_reason = 'Aide' where id = $1", [
    session.sessionId,
    personas.clientAdministrator.userId,
  ])
  looking = session
})
afterAll(() => app?.close())

const counts = async (): Promise<unknown> =>
  (
    await app.build.run(`select (select count(*) from baskets) as baskets, (select count(*) from files) as files,
      (select count(*) from order_comments) as comments, (select count(*) from orders) as orders, (select count(*) from saved_views) as views,
      (select count(*) from activity) as lines`)
  ).rows[0]

describe('« Voir comme »', () => {
  it('reads orders and baskets and writes nothing', async () => {
    const { client } = app.world.companies
    const before = await counts()
    const company = { company: client.reference }
    const { body: order } = await app.call(looking, readOrder, { params: { order: running.reference } })
    expect(order.abilities).toMatchObject({ comment: false, cancel: false, validate: false })
    expect((await app.call(looking, readBasket, { params: company })).body.abilities).toEqual({ edit: false, order: false })
    const params = { subscription: active.contract }
    const { body: shown } = await app.call(looking, previewTermination, { params })
    expect(shown.refusal).toBe('no_right')
    const { version, wishedOn, effectiveOn, costs } = shown
    const line = typed({ offer: offer.code, siteIds: [client.headOfficeId], values: { channels: 4 } })
    const answers = [
      await app.call(looking, addBasketLine, { params: company, body: line }),
      await app.call(looking, emptyBasket, { params: company }),
      await app.call(looking, commentOrder, { params: { order: running.reference }, body: { body: 'Bonjour' } }),
      await app.call(looking, cancelOrder, { params: { order: running.reference }, body: { version: order.version } }),
      await app.call(looking, requestTermination, { params, body: { version, wishedOn, effectiveOn, totalCents: costs.totalCents } }),
      await app.call(looking, createSavedView, { body: { screen: 'subscriptions', name: 'x', query: '' } }),
    ]
    for (const { status, problem } of answers)
      expect([status, problem?.code]).toEqual([403, expect.stringMatching(/^(read_only_session|forbidden)$/)])
    const upload = await app.inject({
      method: 'POST',
      url: urlOf(uploadBasketFile, 'client', company, { name: 'plan.pdf' }),
      headers: { cookie: `session=${looking.token}`, 'content-type': 'application/octet-stream' },
      payload: Buffer.from('%PDF-1.4'),
    })
    expect(upload.json().code).toBe('read_only_session')
    expect(await counts()).toEqual(before)
  })
})
