import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp, testTools } from '../../../testing/test-app.ts'
import type { WorldCompany } from '../../../testing/world.ts'
import { addOffer, addOrder, type MadeOrder, type OrderableOffer, ordersWorker } from '../orders.factory.ts'
import { orderTold } from './tell-customer.ts'

/** Mails about an order: what they say, and to whom when its customer changed hands meanwhile. */
let app: TestApp
let worker: ReturnType<typeof ordersWorker>
let offer: OrderableOffer
beforeAll(async () => {
  app = await testApp()
  worker = ordersWorker({ urls: app.urls, clock: app.clock, tools: testTools(app.clock) })
  offer = await addOffer(app.build)
})
afterAll(async () => {
  await worker?.close()
  await app?.close()
})

const mailsAbout = async ({ id }: MadeOrder, news: 'delivered' | 'cancelled' = 'cancelled') => {
  const sent: { to: string; parameters: Record<string, unknown> }[] = []
  const mails = {
    enqueue: async (_tx: unknown, _template: unknown, { to, parameters }: (typeof sent)[number]) => {
      sent.push({ to, parameters })
      return ''
    },
  }
  await worker.inTransaction((tx) =>
    orderTold.write(tx, { orderId: id, news, detail: '' }, { mails: mails as never, appUrl: 'http://localhost' }),
  )
  return sent
}

describe('mails about an order', () => {
  it('tell the day of the delivery, not the one on which it was written down', async () => {
    const { companies: c, personas: p } = app.world
    const placedBy = { userId: p.clientAdministrator.userId, name: 'Camille Martin', universe: 'client' }
    const made = await addOrder(app.build, { offer, company: c.client, state: 'delivered', deliveredOn: '2026-11-19', placedBy })
    expect(await mailsAbout(made, 'delivered')).toMatchObject([
      {
        to: 'camille.martin@test.example',
        parameters: { day: '19 novembre 2026', url: `http://localhost/client/commandes/${made.reference}` },
      },
    ])
  })

  it('leave out the partner that placed it, once the client is no longer its own: who pays is told', async () => {
    const { companies: c, personas: p } = app.world
    const placedBy = { userId: p.ambassadorAdministrator.userId, name: 'Conseil', universe: 'ambassador' }
    const made = await addOrder(app.build, { offer, company: c.client, placedBy })
    const to = async () => (await mailsAbout(made)).map((mail) => mail.to)
    const addressOf = async (company: WorldCompany) =>
      (
        await app.build.run(
          'select k.email from users u join contacts k on k.id = u.contact_id where u.company_id = $1 and u.is_administrator',
          [company.id],
        )
      ).rows.map(({ email }) => email)
    expect(await to()).toEqual(await addressOf(c.ambassador))
    await app.build.run('select app.assign_partner($1, null, $2)', [c.client.id, c.operator.id])
    expect(await to()).toEqual(await addressOf(c.operator))
    expect((await mailsAbout(made))[0]?.parameters.url).toBe(`http://localhost/operateur/commandes/${made.reference}`)
    await app.build.run('select app.assign_partner($1, null, null)', [c.client.id])
    expect(await to()).toEqual(await addressOf(c.client))
  })
})
