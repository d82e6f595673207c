import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOrder } from '#api/orders/life/placing'
import { addBasketLine, readBasket } from '#api/shop/baskets/baskets'
import {
  declinePurchaseRequest,
  listPurchaseRequests,
  readPurchaseRequest,
  sendPurchaseRequest,
  takePurchaseRequest,
} from '#api/shop/requests/purchase-requests'
import { newId } from '../../../platform/ids.ts'
import { silentLogger } from '../../../platform/logger.ts'
import { startHub } from '../../../platform/realtime/hub.ts'
import type { PortalEvent } from '../../../platform/realtime/publish.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../../testing/world.ts'
import { openShop, typed } from '../shop.factory.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T09:00:00Z' })
  await openShop(app)
})
afterAll(() => app?.close())

const people = () => app.world.personas
const companies = () => app.world.companies
const fresh = (company: WorldCompany, endClient = false) =>
  app.build.addPerson({ lastName: `P${newId().slice(-6)}`, company, administrator: true, endClient })

const fill = async (who: Persona, channels = 4) => {
  const { endClient } = companies()
  const params = { company: endClient.reference }
  await app.call(who, addBasketLine, {
    params,
    body: typed({ offer: 'TRUNK-SIP', siteIds: [endClient.headOfficeId], values: { channels } }),
  })
  const { body } = await app.call(who, readBasket, { params })
  return { basketId: body.id ?? '', version: body.version }
}
const send = (who: Persona, body: { basketId: string; version: number }, company = companies().endClient) =>
  app.call(who, sendPurchaseRequest, { params: { company: company.reference }, body: { ...body, message: 'Pour janvier' } })
const take = (who: Persona, request: string, version = 1) =>
  app.call(who, takePurchaseRequest, { universe: 'operator', params: { request }, body: { version } })

describe("a request of an operator's client", () => {
  it('reaches the operator, who takes it into its own basket, at its own prices, and orders', async () => {
    const { endClient, operator } = companies()
    const asker = await fresh(endClient, true)
    const sent = await send(asker, await fill(asker))
    expect(sent.status, JSON.stringify(sent.problem)).toBe(201)
    expect(sent.body).toMatchObject({
      state: 'open',
      message: 'Pour janvier',
      lineCount: 1,
      abilities: { take: false },
      lines: [{ price: null }],
    })
    const who = await fresh(operator)
    const listed = await app.call(who, listPurchaseRequests, { universe: 'operator', query: { state: 'open' } })
    expect(listed.body.items).toMatchObject([
      {
        id: sent.body.id,
        company: { name: 'Client Final' },
        offers: [{ fr: 'TRUNK SIP' }],
        sites: [sent.body.lines[0]?.sites[0]?.name],
        excerpt: 'Pour janvier',
      },
    ])
    const seen = await app.call(who, readPurchaseRequest, { universe: 'operator', params: { request: sent.body.id } })
    expect(seen.body).toMatchObject({ lines: [{ price: { monthlyCents: 2750 } }], abilities: { take: true, decline: true } })
    const { rows: events } = await app.build.run("select universes from notification_events where code = 'purchase_request.sent'")
    expect(events).toEqual([{ universes: ['operator'] }])
    const taken = await take(who, sent.body.id)
    expect(taken.body).toMatchObject({ state: 'taken', abilities: { take: false } })
    const params = { company: endClient.reference }
    const { body: basket } = await app.call(who, readBasket, { universe: 'operator', params })
    expect(basket).toMatchObject({
      mode: 'order',
      lines: [{ values: { channels: 4 }, price: { monthlyCents: 2750 }, faults: [], change: null }],
    })
    const placed = await app.call(who, placeOrder, {
      universe: 'operator',
      params,
      body: { basketId: basket.id ?? '', version: basket.version, termsVersion: basket.termsVersion },
    })
    expect(placed.body.orders).toMatchObject([{ state: 'submitted' }])
    expect((await app.call(asker, readPurchaseRequest, { params: { request: sent.body.id } })).body.state).toBe('taken')
  })

  it('is heard by the open pages of the operator and of its client', async () => {
    const { endClient, operator } = companies()
    const asker = await fresh(endClient, true)
    const filled = await fill(asker)
    const hub = await startHub(app.urls.identity, silentLogger())
    const heard: PortalEvent[] = []
    hub.subscribe((event) => heard.push(event))
    const sent = await send(asker, filled)
    await app.call(await fresh(operator), declinePurchaseRequest, {
      universe: 'operator',
      params: { request: sent.body.id },
      body: { version: 1, answer: 'Non' },
    })
    const told = () => heard.filter(({ topic }) => topic === 'purchase-requests')
    await expect.poll(() => told().length).toBe(2)
    for (const { audience } of told()) expect(audience).toMatchObject({ companyId: endClient.id, operatorId: operator.id })
    await hub.close()
  })

  it('is sent once, and answered once', async () => {
    const { endClient, operator } = companies()
    const asker = await fresh(endClient, true)
    const body = await fill(asker)
    const [one, other] = await Promise.all([send(asker, body), send(asker, body)])
    expect(one.body.id).toBe(other.body.id)
    const [first, second] = [await fresh(operator), await fresh(operator)]
    const answers = await Promise.all([take(first, one.body.id), take(second, one.body.id)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('is declined with the reason, which the client reads', async () => {
    const { endClient, operator } = companies()
    const asker = await fresh(endClient, true)
    const { body: sent } = await send(asker, await fill(asker))
    const who = await fresh(operator)
    const decline = (answer: string, version = 1) =>
      app.call(who, declinePurchaseRequest, { universe: 'operator', params: { request: sent.id }, body: { version, answer } })
    expect((await decline(' ')).problem.errors).toMatchObject([{ path: 'answer', code: 'required' }])
    expect((await decline('Non', 9)).problem.code).toBe('version_conflict')
    expect((await decline('Plus proposé')).body.state).toBe('declined')
    expect((await take(who, sent.id, 2)).problem.code).toBe('conflict')
    expect((await app.call(asker, readPurchaseRequest, { params: { request: sent.id } })).body).toMatchObject({
      state: 'declined',
      answer: 'Plus proposé',
    })
  })

  it('is not taken when nothing of it is sold any more: it stays open, and nothing changes', async () => {
    const { endClient, operator } = companies()
    const asker = await fresh(endClient, true)
    const { body: sent } = await send(asker, await fill(asker))
    const who = await fresh(operator)
    await app.build.run("update offers set state = 'withdrawn' where code = 'TRUNK-SIP'")
    expect((await take(who, sent.id)).problem).toMatchObject({ status: 409, code: 'request_unsold' })
    await app.build.run("update offers set state = 'on_sale' where code = 'TRUNK-SIP'")
    const params = { request: sent.id }
    expect((await app.call(who, readPurchaseRequest, { universe: 'operator', params })).body).toMatchObject({ state: 'open', version: 1 })
    const { rows } = await app.build.run('select 1 from baskets where user_id = $1', [who.userId])
    expect(rows).toEqual([])
    expect((await take(who, sent.id)).body.state).toBe('taken')
  })

  it('stays between the client and its operator', async () => {
    const { endClient, client, otherOperator } = companies()
    const asker = await fresh(endClient, true)
    const { body: sent } = await send(asker, await fill(asker))
    const params = { request: sent.id }
    expect((await app.call(people().otherOperatorAdministrator, readPurchaseRequest, { universe: 'operator', params })).status).toBe(404)
    expect((await take(people().otherOperatorAdministrator, sent.id)).status).toBe(404)
    expect((await app.call(people().clientAdministrator, readPurchaseRequest, { params })).status).toBe(404)
    // A colleague's basket is the colleague's.
    expect((await app.call(await fresh(endClient, true), readPurchaseRequest, { params })).status).toBe(404)
    expect((await app.call(people().clientAdministrator, listPurchaseRequests)).body.items).toEqual([])
    const limited = await app.build.addPerson({
      lastName: 'Lecteurfinal',
      company: otherOperator,
      rights: [{ universe: 'operator', templates: ['company.read'] }],
    })
    expect((await app.call(limited, listPurchaseRequests, { universe: 'operator' })).status).toBe(403)
    expect((await send(people().clientAdministrator, { basketId: newId(), version: 1 }, client)).problem.code).toBe('forbidden')
  })

  it('needs a finished basket, and an unblocked client; its operator’s state is not told', async () => {
    const { endClient, operator } = companies()
    const asker = await fresh(endClient, true)
    const params = { company: endClient.reference }
    await app.call(asker, addBasketLine, { params, body: typed({ offer: 'TRUNK-SIP' }) })
    const { body } = await app.call(asker, readBasket, { params })
    const basket = { basketId: body.id ?? '', version: body.version }
    expect((await send(asker, basket)).problem.code).toBe('validation_failed')
    const whole = await fresh(endClient, true)
    const ready = await fill(whole)
    await app.build.run("update companies set financial_state = 'blocked' where id = $1", [endClient.id])
    expect((await send(whole, ready)).problem.code).toBe('company_blocked')
    await app.build.run("update companies set financial_state = case when id = $1 then 'blocked' else 'sound' end", [operator.id])
    expect((await send(whole, ready)).status).toBe(201)
    await app.build.run("update companies set financial_state = 'sound'")
  })
})
