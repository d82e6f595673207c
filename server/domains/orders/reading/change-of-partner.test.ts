import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import { readOrder } from '#api/orders/reading/orders'
import type { Universe } from '#api/universes'
import { newId } from '../../../platform/ids.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../../testing/world.ts'
import { addOffer, addOrder, type MadeOrder, type OrderableOffer } from '../orders.factory.ts'

/** What was paid before a company changed partner is read by who paid it, not by who comes. */
let app: TestApp
let offer: OrderableOffer
beforeAll(async () => {
  app = await testApp()
  offer = await addOffer(app.build)
})
afterAll(() => app?.close())

const addPaper = async ({ id, subscriptionId }: MadeOrder, company: WorldCompany): Promise<string> => {
  const [fileId, documentId] = [newId(), newId()]
  await app.build.run(
    `insert into files (id, company_id, kind, name, media_type, size, sha256, storage_key, created_at)
     values ($1, $2, 'order', 'Bon de commande.pdf', 'application/pdf', 1, '\\x00', $3, app.now())`,
    [fileId, company.id, fileId],
  )
  await app.build.run(
    `insert into commerce_documents (id, subscription_id, order_id, company_id, payer_id, site_ids, kind, name, file_id, shows_amounts, created_at, created_by_name)
     values ($1, $2, $3, $4, $4, '{}', 'order_form', 'Bon de commande.pdf', $5, true, app.now(), '')`,
    [documentId, subscriptionId, id, company.id, fileId],
  )
  return documentId
}

const move = (company: WorldCompany, to: { ambassador?: WorldCompany; operator?: WorldCompany }) =>
  app.build.run('select app.assign_partner($1, $2, $3)', [company.id, to.ambassador?.id ?? null, to.operator?.id ?? null])

const shown = async (who: Persona, universe: Universe, order: MadeOrder) => {
  const { body } = await app.call(who, readOrder, { universe, params: { order: order.reference } })
  const contract = await app.call(who, readSubscription, { universe, params: { subscription: order.contract } })
  return {
    totals: body.totals?.monthlyCents ?? null,
    papers: body.documents.length + contract.body.documents.length,
    costs: contract.body.costs?.monthlyCents ?? null,
  }
}

describe('a change of partner', () => {
  it('does not show what the operator that leaves paid', async () => {
    const { companies, personas } = app.world
    const { endClient, otherOperator, ambassador } = companies
    const delivered = await addOrder(app.build, { offer, company: endClient, state: 'delivered' })
    const running = await addOrder(app.build, { offer, company: endClient, state: 'submitted' })
    await app.build.run("update subscriptions set state = 'active' where id = $1", [delivered.subscriptionId])
    for (const order of [delivered, running]) await addPaper(order, endClient)
    expect(await shown(personas.operatorAdministrator, 'operator', delivered)).toEqual({ totals: 6900, papers: 2, costs: 6900 })

    await move(endClient, { operator: otherOperator })
    // A living contract and a running order are charged to the operator that comes; the past and its papers are not.
    expect(await shown(personas.otherOperatorAdministrator, 'operator', delivered)).toEqual({ totals: null, papers: 0, costs: 6900 })
    expect(await shown(personas.otherOperatorAdministrator, 'operator', running)).toEqual({ totals: 6900, papers: 0, costs: 6900 })
    expect(
      (await app.call(personas.operatorAdministrator, readOrder, { universe: 'operator', params: { order: delivered.reference } })).status,
    ).toBe(404)

    await move(endClient, { ambassador })
    expect((await shown(personas.ambassadorAdministrator, 'ambassador', delivered)).totals).toBeNull()
    expect((await shown(personas.ambassadorAdministrator, 'ambassador', delivered)).papers).toBe(0)

    await move(endClient, {})
    const direct = await app.build.addPerson({ lastName: 'Devenudirect', company: endClient, administrator: true })
    expect(await shown(direct, 'client', delivered)).toEqual({ totals: null, papers: 0, costs: 6900 })
    // The carrier reads everything.
    expect(await shown(personas.carrierPilot, 'carrier', delivered)).toEqual({ totals: 6900, papers: 2, costs: 6900 })
  })

  it('shows an ambassador that comes what its client paid itself', async () => {
    const { companies, personas } = app.world
    const { directClient, ambassador } = companies
    const delivered = await addOrder(app.build, { offer, company: directClient, state: 'delivered' })
    await addPaper(delivered, directClient)
    await move(directClient, { ambassador })
    expect(await shown(personas.ambassadorAdministrator, 'ambassador', delivered)).toEqual({ totals: 6900, papers: 2, costs: 6900 })
    expect(await shown(personas.directClientAdministrator, 'client', delivered)).toEqual({ totals: 6900, papers: 2, costs: 6900 })
  })
})
