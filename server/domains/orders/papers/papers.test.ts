import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachDocument, completeDelivery } from '#api/orders/delivery/delivery'
import { downloadOrderDocument, type Order, readOrder } from '#api/orders/reading/orders'
import { pdfText } from '../../../testing/pdf-text.ts'
import { type TestApp, testApp, testTools } from '../../../testing/test-app.ts'
import { addOffer, addOrder, type MadeOrder, type OrderableOffer, ordersWorker } from '../orders.factory.ts'
import { type Paper, writePaperJob } from './paper-jobs.ts'

let app: TestApp
let offer: OrderableOffer
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

const order = async (made: MadeOrder): Promise<Order> =>
  (await app.call(app.world.personas.carrierPilot, readOrder, { universe: 'carrier', params: { order: made.reference } })).body

const deliver = async (made: MadeOrder): Promise<void> => {
  const { version } = await order(made)
  await app.call(app.world.personas.carrierPilot, completeDelivery, {
    universe: 'carrier',
    params: { order: made.reference },
    body: { version, deliveredOn: '2026-11-21', finishSteps: true },
  })
}

describe('the papers of an order', () => {
  it('the order form shows amounts to who pays; running its job again leaves one', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.endClient, months: 36 })
    for (const _ of [1, 2]) await worker.inTransaction((tx) => writePaperJob.enqueue(tx, { orderId: made.id, paper: 'order_form' }))
    await worker.drain()
    const seen = await app.call(p.operatorAdministrator, readOrder, { universe: 'operator', params: { order: made.reference } })
    expect(seen.body.documents).toMatchObject([
      { kind: 'order_form', name: `Bon de commande ${made.reference}.pdf`, mediaType: 'application/pdf' },
    ])
    const document = seen.body.documents[0]?.id ?? ''
    const params = { order: made.reference, document }
    const file = await app.call(p.operatorAdministrator, downloadOrderDocument, { universe: 'operator', params })
    expect(file.raw.subarray(0, 5).toString()).toBe('%PDF-')
    const text = pdfText(file.raw)
    for (const expected of [made.reference, made.contract, 'Horizon Télécom', 'Client Final', '69,00', '150,00', '36 mois', 'Siège Social'])
      expect(text).toContain(expected)
    const client = await app.call(p.endClientAdministrator, readOrder, { params: { order: made.reference } })
    expect(client.body.documents).toEqual([])
    expect((await app.call(p.endClientAdministrator, downloadOrderDocument, { params })).status).toBe(404)
    expect((await app.call(p.directClientAdministrator, downloadOrderDocument, { params })).status).toBe(404)
    expect((await app.call(p.accountant, downloadOrderDocument, { params })).status).toBe(403)
  })

  it('the delivery note comes with the delivery, without amounts, for the end client too, and is told', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.endClient, months: 36 })
    await deliver(made)
    await worker.drain()
    const seen = await app.call(p.endClientAdministrator, readOrder, { params: { order: made.reference } })
    expect(seen.body.documents).toMatchObject([{ kind: 'delivery_note' }])
    const file = await app.call(p.endClientAdministrator, downloadOrderDocument, {
      params: { order: made.reference, document: seen.body.documents[0]?.id ?? '' },
    })
    const text = pdfText(file.raw)
    for (const expected of [made.reference, 'FPC', 'Trunk SIP', '21/11/2026', 'du 21/11/2026 au 20/11/2029', 'Étude'])
      expect(text).toContain(expected)
    expect(text).not.toMatch(/\d,\d\d|€/)
    const told = await app.build.run(`select code, category from notification_events where object_reference = $1 order by id`, [
      made.reference,
    ])
    expect(told.rows).toEqual([
      { code: 'order.delivered', category: 'deliveries' },
      { code: 'order.delivery_note_sent', category: 'settings' },
    ])
    await worker.inTransaction((tx) => writePaperJob.enqueue(tx, { orderId: made.id, paper: 'delivery_note' }))
    await worker.drain()
    expect((await order(made)).documents).toHaveLength(1)
    const again = await app.build.run(`select count(*)::int as n from notification_events where object_reference = $1`, [made.reference])
    expect(again.rows[0].n).toBe(2)
  })
})

describe('the language of a paper', () => {
  const speak = (user: string, language: string) => app.build.run('update users set language = $2 where id = $1', [user, language])
  const write = async (made: MadeOrder, paper: Paper) => {
    await worker.inTransaction((tx) => writePaperJob.enqueue(tx, { orderId: made.id, paper }))
    await worker.drain()
    const [document] = (await order(made)).documents.filter(({ kind }) => kind === paper)
    const file = await app.call(app.world.personas.carrierPilot, downloadOrderDocument, {
      universe: 'carrier',
      params: { order: made.reference, document: document?.id ?? '' },
    })
    return { name: document?.name, text: pdfText(file.raw) }
  }

  it('is that of whoever ordered, kept when the paper is asked for again in the other one', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.client, months: 36 })
    await app.build.run('update orders set placed_by_user_id = $2 where id = $1', [made.id, p.clientAdministrator.userId])
    await speak(p.clientAdministrator.userId, 'en')
    const { name, text } = await write(made, 'order_form')
    expect(name).toBe(`Order form ${made.reference}.pdf`)
    for (const expected of ['Order form', 'Customer account', '36 months', '€69.00', 'Channels', 'The commitment of 36 months starts'])
      expect(text).toContain(expected)
    expect(text).not.toMatch(/Bon de commande|Engagement|mois|Mensuel|HT\b/)
    await deliver(made)
    await worker.drain()
    const note = await write(made, 'delivery_note')
    expect(note.name).toBe(`Delivery note ${made.reference}.pdf`)
    for (const expected of ['SIP trunk', '21 Nov 2026', 'from 21 Nov 2026 to 20 Nov 2029', 'Study', 'Commissioning'])
      expect(note.text).toContain(expected)
    expect(note.text).not.toMatch(/Étude|Livré|Mise en service/)
    await speak(p.clientAdministrator.userId, 'fr')
    await write(made, 'order_form')
    expect((await order(made)).documents.map((document) => document.name)).toEqual([
      `Order form ${made.reference}.pdf`,
      `Delivery note ${made.reference}.pdf`,
    ])
  })

  it('is that of each company: the operator pays in French, its client reads the delivery in English', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.endClient })
    await speak(p.endClientAdministrator.userId, 'en')
    expect((await write(made, 'order_form')).name).toBe(`Bon de commande ${made.reference}.pdf`)
    await deliver(made)
    await worker.drain()
    expect((await write(made, 'delivery_note')).name).toBe(`Delivery note ${made.reference}.pdf`)
    await speak(p.endClientAdministrator.userId, 'fr')
  })
})

describe('attachments', () => {
  const send = (made: MadeOrder, query: string, payload: Buffer, token = app.world.personas.carrierPilot.token) =>
    app.inject({
      method: attachDocument.method,
      url: `/api/carrier/delivery/orders/${made.reference}/documents?${query}`,
      headers: { cookie: `session=${token}`, 'content-type': 'application/octet-stream' },
      payload,
    })
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n')

  it('are shared unless internal; bytes must be what they say', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.client })
    const shared = await send(made, 'name=plan.pdf&mediaType=application/pdf', pdf)
    expect(shared.statusCode, shared.body).toBe(201)
    expect(shared.json()).toMatchObject({ kind: 'attachment', name: 'plan.pdf', internal: false })
    const internal = await send(made, 'name=etude.pdf&mediaType=application/pdf&internal=true', pdf)
    expect(internal.json()).toMatchObject({ internal: true })
    const seen = await app.call(p.clientAdministrator, readOrder, { params: { order: made.reference } })
    expect(seen.body.documents.map(({ name }) => name)).toEqual(['plan.pdf'])
    const hidden = await app.call(p.clientAdministrator, downloadOrderDocument, {
      params: { order: made.reference, document: internal.json().id },
    })
    expect(hidden.status).toBe(404)
    const file = await app.call(p.clientAdministrator, downloadOrderDocument, {
      params: { order: made.reference, document: shared.json().id },
    })
    expect(file.raw.equals(pdf)).toBe(true)
    expect((await order(made)).documents.map(({ name }) => name)).toEqual(['plan.pdf', 'etude.pdf'])
    const { rows } = await app.build.run(`select action from activity where object_reference = $1`, [made.reference])
    expect(rows).toEqual([{ action: 'order.document_attached' }])
    const lying = await send(made, 'name=plan.pdf&mediaType=application/pdf', Buffer.from('MZ executable'))
    expect(lying.json()).toMatchObject({ code: 'validation_failed', errors: [{ path: 'file', code: 'file_type_refused' }] })
    expect((await send(made, 'name=a.exe&mediaType=application/x-dosexec', pdf)).statusCode).toBe(422)
    expect((await send({ ...made, reference: 'COM99999' }, 'name=plan.pdf&mediaType=application/pdf', pdf)).statusCode).toBe(404)
    expect((await send(made, 'name=plan.pdf&mediaType=application/pdf', pdf, p.clientAdministrator.token)).statusCode).toBe(403)
  })
})
