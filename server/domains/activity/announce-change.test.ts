import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSite, updateSite } from '#api/companies/sites/sites'
import { eventChannel } from '../../platform/realtime/publish.ts'
import { type TestApp, testApp } from '../../testing/test-app.ts'

let app: TestApp
let listener: pg.Client
const heard: { topic: string; audience: object }[] = []
beforeAll(async () => {
  app = await testApp()
  listener = new pg.Client({ connectionString: app.urls.owner })
  await listener.connect()
  listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')))
  await listener.query(`listen ${eventChannel}`)
})
afterAll(async () => {
  await listener?.end()
  await app?.close()
})

const form = {
  name: 'Atelier',
  siret: null,
  street: '1 rue Neuve',
  complement: null,
  postcode: '33000',
  communeCode: '33063',
  city: 'Bordeaux',
}
const rest = { country: 'FR', phone: null, onsiteContactId: null, openingHours: null }
const topics = () => heard.map(({ topic }) => topic)

describe('what changed is told to the open pages', () => {
  it('of the company, its partner and the carrier, in one word per kind', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const made = await app.call(p.clientAdministrator, createSite, { params, body: { ...form, ...rest } })
    expect(made.status).toBe(201)
    await expect.poll(topics).toEqual(['sites', 'activity'])
    expect(heard[0]?.audience).toEqual({ companyId: c.client.id, ambassadorId: c.ambassador.id, operatorId: null, carrier: true })
  })

  it('of the company at least, when the writer has one site only', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    heard.length = 0
    const params = { company: c.client.reference, site: bordeauxId }
    const done = await app.call(p.bordeauxEditor, updateSite, { params, body: { ...form, ...rest, version: 1 } })
    expect(done.status).toBe(200)
    await expect.poll(topics).toEqual(['sites', 'activity'])
    expect(heard[0]?.audience).toMatchObject({ companyId: c.client.id })
  })
})
