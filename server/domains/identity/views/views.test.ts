import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSavedView, deleteSavedView, listSavedViews, updateSavedView } from '#api/identity/views/saved-views'
import type { Universe } from '#api/universes'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const create = (who: Persona, universe: Universe, name: string, query = 'state=active') =>
  app.call(who, createSavedView, { universe, body: { screen: 'subscriptions', name, query } })
const list = async (who: Persona, universe: Universe) =>
  (await app.call(who, listSavedViews, { universe, query: { screen: 'subscriptions' } })).body.items.map(({ name }) => name)

describe('saved views', () => {
  it('are one’s own, per universe', async () => {
    const { personas: p } = app.world
    const made = await create(p.clientAdministrator, 'client', 'À livrer', 'delivery=not_delivered')
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ name: 'À livrer', query: 'delivery=not_delivered', screen: 'subscriptions' })
    expect((await create(p.clientAdministrator, 'client', 'À livrer')).problem.code).toBe('already_exists')
    expect(await list(p.clientAdministrator, 'client')).toEqual(['À livrer'])
    expect(await list(p.companyReader, 'client')).toEqual([])
    expect((await create(p.operatorAdministrator, 'operator', 'À livrer')).status).toBe(201)
    expect(await list(p.operatorAdministrator, 'client')).toEqual([])
    const params = { view: made.body.id }
    const body = { name: 'Autre', query: '' }
    expect((await app.call(p.companyReader, updateSavedView, { universe: 'client', params, body })).status).toBe(404)
    expect((await app.call(p.companyReader, deleteSavedView, { universe: 'client', params })).status).toBe(404)
    expect((await app.call(p.clientAdministrator, updateSavedView, { universe: 'client', params, body })).body).toMatchObject(body)
    expect((await app.call(p.clientAdministrator, deleteSavedView, { universe: 'client', params })).status).toBe(204)
    expect(await list(p.clientAdministrator, 'client')).toEqual([])
  })

  it('have a name, and an end', async () => {
    const { personas: p } = app.world
    expect((await create(p.clientAdministrator, 'client', ' ')).problem.errors?.[0]).toMatchObject({ path: 'name', code: 'required' })
    for (let index = 0; index < 50; index++) expect((await create(p.clientAdministrator, 'client', `Vue ${index}`)).status).toBe(201)
    expect((await create(p.clientAdministrator, 'client', 'Vue 51')).problem.code).toBe('conflict')
  })

  it('are shown to the company by its administrators, and changed by them alone', async () => {
    const { personas: p } = app.world
    const body = { screen: 'orders', name: 'En cours', query: 'state=running', shared: true }
    expect((await app.call(p.companyReader, createSavedView, { universe: 'client', body })).status).toBe(403)
    const made = await app.call(p.clientAdministrator, createSavedView, { universe: 'client', body })
    expect(made.body).toMatchObject({ shared: true, abilities: { edit: true } })
    const seenBy = async (who: Persona, universe: Universe) =>
      (await app.call(who, listSavedViews, { universe, query: { screen: 'orders' } })).body
    expect(await seenBy(p.companyReader, 'client')).toMatchObject({
      items: [{ name: 'En cours', shared: true, abilities: { edit: false } }],
      abilities: { share: false },
    })
    for (const [who, universe] of [
      [p.directClientAdministrator, 'client'],
      [p.ambassadorAdministrator, 'ambassador'],
      [p.carrierAdministrator, 'carrier'],
    ] as const)
      expect((await seenBy(who, universe)).items).toEqual([])
    const params = { view: made.body.id }
    const changed = { name: 'En cours', query: 'state=submitted' }
    expect((await app.call(p.companyReader, updateSavedView, { universe: 'client', params, body: changed })).status).toBe(403)
    expect((await app.call(p.companyReader, deleteSavedView, { universe: 'client', params })).status).toBe(403)
    expect((await app.call(p.clientAdministrator, updateSavedView, { universe: 'client', params, body: changed })).body).toMatchObject(
      changed,
    )
    expect((await app.call(p.clientAdministrator, deleteSavedView, { universe: 'client', params })).status).toBe(204)
  })
})
