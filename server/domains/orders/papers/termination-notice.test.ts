import { afterAll, beforeAll, expect, it } from 'vitest'
import { downloadOrderDocument, readOrder } from '#api/orders/reading/orders'
import { previewTermination, requestTermination, withdrawTermination } from '#api/orders/termination/terminations'
import { pdfText } from '../../../testing/pdf-text.ts'
import { type TestApp, testApp, testTools } from '../../../testing/test-app.ts'
import { addOffer, addSubscription, type TestOffer } from '../../subscriptions/subscriptions.factory.ts'
import { ordersWorker } from '../orders.factory.ts'

let app: TestApp
let offer: TestOffer
let worker: ReturnType<typeof ordersWorker>
beforeAll(async () => {
  app = await testApp()
  offer = await addOffer(app.build)
  worker = ordersWorker({ urls: app.urls, clock: app.clock, tools: testTools(app.clock) })
})
afterAll(async () => {
  await worker?.close()
  await app?.close()
})

const commitments = [{ startsOn: '2025-11-19', months: 36, endsOn: '2028-11-18', monthlyCents: 35_000 }]
const terminate = async (): Promise<{ contract: string; order: string }> => {
  const { clientAdministrator: who } = app.world.personas
  const { reference } = await addSubscription(app.build, { offer, company: app.world.companies.client, commitments })
  const at = { universe: 'client' as const, params: { subscription: reference } }
  const { version, wishedOn, effectiveOn, costs } = (await app.call(who, previewTermination, { ...at, query: {} })).body
  const asked = await app.call(who, requestTermination, { ...at, body: { version, wishedOn, effectiveOn, totalCents: costs.totalCents } })
  return { contract: reference, order: (asked.body as { orderReference: string }).orderReference }
}
const documentsOf = async (order: string) =>
  (await app.call(app.world.personas.clientAdministrator, readOrder, { params: { order } })).body.documents

it.each([
  [
    'fr',
    'Avis de résiliation',
    ['21/12/2026', '31/12/2026', 'Frais de résiliation', '8 200,00 €', 'Trunk SIP', '1 mois', 'peut être annulée'],
  ],
  ['en', 'Termination notice', ['21 Dec 2026', '31 Dec 2026', 'Termination fee', '€8,200.00', 'SIP trunk', '1 month', 'may be withdrawn']],
] as const)('a termination is confirmed on paper, in %s', async (language, title, expected) => {
  const { clientAdministrator: who } = app.world.personas
  await app.build.run('update users set language = $2 where id = $1', [who.userId, language])
  const { contract, order } = await terminate()
  await worker.drain()
  const [document, ...others] = await documentsOf(order)
  expect(others).toEqual([])
  expect(document).toMatchObject({ kind: 'termination_notice', name: `${title} ${order}.pdf`, mediaType: 'application/pdf' })
  const file = await app.call(who, downloadOrderDocument, { params: { order, document: document?.id ?? '' } })
  const text = pdfText(file.raw)
  for (const words of [title, contract, ...expected]) expect(text).toContain(words)
})

it('a paper written after the end still names what closed on that day', async () => {
  const { contract, order } = await terminate()
  await app.build.run(
    `with ended as (update terminations set state = 'effective' where order_id = (select id from orders where reference = $1) returning subscription_id, effective_on)
     update services s set state = 'closed', closed_on = e.effective_on from ended e where s.subscription_id = e.subscription_id`,
    [order],
  )
  await worker.drain()
  const [document] = await documentsOf(order)
  const file = await app.call(app.world.personas.clientAdministrator, downloadOrderDocument, {
    params: { order, document: document?.id ?? '' },
  })
  for (const words of [contract, /(Trunk SIP|SIP trunk) Siège Social 1/]) expect(pdfText(file.raw)).toMatch(words)
})

it('a termination withdrawn before its paper is written gets none', async () => {
  const { contract, order } = await terminate()
  await app.call(app.world.personas.clientAdministrator, withdrawTermination, { universe: 'client', params: { subscription: contract } })
  await worker.drain()
  expect(await documentsOf(order)).toEqual([])
})
