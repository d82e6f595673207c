import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type KeptKind, listKept, listKeptCommerce, markFavourite, rememberSeen } from '#api/search/search'
import type { Universe } from '#api/universes'
import { hashToken } from '../../platform/secrets/tokens.ts'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import type { Persona } from '../../testing/world.ts'
import { addOffer, addOrder } from '../orders/orders.factory.ts'

let app: TestApp
let contract: string
let order: string
let offer: Awaited<ReturnType<typeof addOffer>>

beforeAll(async () => {
  app = await testApp()
  offer = await addOffer(app.build, { name: 'Trunk SIP Entreprise' })
  const placed = await addOrder(app.build, { offer, company: app.world.companies.client, state: 'in_delivery' })
  contract = placed.contract
  order = placed.reference
})
afterAll(() => app.close())

const see = async (who: Persona, universe: Universe, kind: KeptKind, reference: string) =>
  expect((await app.call(who, rememberSeen, { universe, body: { kind, reference } })).status).toBe(204)
const mark = async (who: Persona, universe: Universe, kind: KeptKind, reference: string, favourite = true) =>
  (await app.call(who, markFavourite, { universe, body: { kind, reference, favourite } })).status
const kept = async (who: Persona, universe: Universe) =>
  (await app.call(who, listKept, { universe })).body.items.map(({ label, favourite }) => `${favourite ? '★ ' : ''}${label}`)
const keptCommerce = async (who: Persona, universe: Universe) =>
  (await app.call(who, listKeptCommerce, { universe })).body.items.map(
    ({ kind, reference, favourite }) => `${favourite ? '★ ' : ''}${kind} ${reference}`,
  )
const forget = () => app.build.run('delete from kept_objects')

describe('what a person opened last, and their favourites', () => {
  it('come latest first, per person and universe, on every device', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    await see(p.ambassadorAdministrator, 'ambassador', 'company', c.client.reference)
    await app.build.run("update kept_objects set seen_at = seen_at - interval '1 hour'")
    await see(p.ambassadorAdministrator, 'ambassador', 'site', bordeauxId)
    expect(await kept(p.ambassadorAdministrator, 'ambassador')).toEqual(['Agence de Bordeaux', 'Ma Société'])
    await see(p.ambassadorAdministrator, 'ambassador', 'company', c.client.reference)
    expect(await mark(p.ambassadorAdministrator, 'ambassador', 'company', c.client.reference)).toBe(204)
    expect(new Set(await kept(p.ambassadorAdministrator, 'ambassador'))).toEqual(new Set(['★ Ma Société', 'Agence de Bordeaux']))
    expect(await kept(p.ambassadorAdministrator, 'client')).toEqual([])
    expect(await kept(p.clientAdministrator, 'client')).toEqual([])
    await forget()
  })

  it('tell of contracts, orders and offers to whoever may read them', async () => {
    const { personas: p } = app.world
    for (const [kind, reference] of [
      ['contract', contract],
      ['order', order],
      ['offer', offer.code],
    ] as const)
      await mark(p.clientAdministrator, 'client', kind, reference)
    expect(new Set(await keptCommerce(p.clientAdministrator, 'client'))).toEqual(
      new Set([`★ contract ${contract}`, `★ order ${order}`, `★ offer ${offer.code}`]),
    )
    expect((await app.call(p.companyReader, listKeptCommerce, { universe: 'client' })).status).toBe(403)
    await app.build.run("update offers set universes = '{operator}' where code = $1", [offer.code])
    expect(new Set(await keptCommerce(p.clientAdministrator, 'client'))).toEqual(new Set([`★ contract ${contract}`, `★ order ${order}`]))
    await forget()
  })

  it('show nothing that the person may not see, or no longer', async () => {
    const { personas: p, companies: c } = app.world
    const stranger = p.directClientAdministrator
    for (const [kind, reference] of [
      ['company', c.client.reference],
      ['site', c.client.headOfficeId],
      ['user', p.clientAdministrator.login],
      ['contract', contract],
      ['order', order],
    ] as const) {
      await see(stranger, 'client', kind, reference)
      await mark(stranger, 'client', kind, reference)
      await mark(p.operatorAdministrator, 'operator', kind, reference)
      await mark(p.bordeauxEditor, 'client', kind, reference)
    }
    expect(await kept(stranger, 'client')).toEqual([])
    expect(await keptCommerce(stranger, 'client')).toEqual([])
    expect(await kept(p.operatorAdministrator, 'operator')).toEqual([])
    expect(await keptCommerce(p.operatorAdministrator, 'operator')).toEqual([])
    expect(await kept(p.bordeauxEditor, 'client')).toEqual([])

    await see(p.ambassadorAdministrator, 'ambassador', 'company', c.client.reference)
    await see(p.ambassadorAdministrator, 'ambassador', 'contract', contract)
    expect(await kept(p.ambassadorAdministrator, 'ambassador')).toEqual(['Ma Société'])
    expect(await keptCommerce(p.ambassadorAdministrator, 'ambassador')).toEqual([`contract ${contract}`])
    await app.build.run('update companies set ambassador_id = null where id = $1', [c.client.id])
    await app.build.run('update subscriptions set ambassador_id = null where company_id = $1', [c.client.id])
    expect(await kept(p.ambassadorAdministrator, 'ambassador')).toEqual([])
    expect(await keptCommerce(p.ambassadorAdministrator, 'ambassador')).toEqual([])
    await app.build.run('update companies set ambassador_id = $2 where id = $1', [c.client.id, c.ambassador.id])
    await app.build.run('update subscriptions set ambassador_id = $2 where company_id = $1', [c.client.id, c.ambassador.id])
    await forget()
  })

  it('are limited: the last thirty opened, fifty favourites', async () => {
    const { personas: p } = app.world
    const who = p.clientAdministrator
    await mark(who, 'client', 'contract', contract)
    for (let index = 0; index < 34; index++) {
      await see(who, 'client', 'order', `COM${index}`)
      await app.build.run("update kept_objects set seen_at = seen_at - interval '1 minute'")
    }
    const count = async () => Number((await app.build.run('select count(*) from kept_objects')).rows[0].count)
    expect(await count()).toBe(31)
    const { rows } = await app.build.run("select reference from kept_objects where kind = 'order' order by seen_at limit 1")
    expect(rows[0].reference).toBe('COM4')
    for (let index = 0; index < 49; index++) expect(await mark(who, 'client', 'site', `site ${index}`)).toBe(204)
    expect(await mark(who, 'client', 'site', 'one too many')).toBe(409)
    expect(await mark(who, 'client', 'contract', contract)).toBe(204)
    expect(await mark(who, 'client', 'contract', contract, false)).toBe(204)
    expect(await mark(who, 'client', 'site', 'one more')).toBe(204)
    await forget()
  })

  it('lose their star without being forgotten, when they were opened lately', async () => {
    const { personas: p } = app.world
    const who = p.clientAdministrator
    await see(who, 'client', 'contract', contract)
    await mark(who, 'client', 'contract', contract)
    await mark(who, 'client', 'order', order)
    await mark(who, 'client', 'contract', contract, false)
    await mark(who, 'client', 'order', order, false)
    expect(await keptCommerce(who, 'client')).toEqual([`contract ${contract}`])
    const wrong = await app.call(who, markFavourite, {
      universe: 'client',
      body: { kind: 'invoice' as 'order', reference: '', favourite: true },
    })
    expect(wrong.problem.errors?.map(({ path }) => path)).toEqual(['kind', 'reference'])
  })

  it('are neither read nor written for somebody else, even with SQL', async () => {
    const { personas: p, companies: c } = app.world
    await see(p.clientAdministrator, 'client', 'order', order)
    const client = new pg.Client({ connectionString: app.urls.customers })
    await client.connect()
    const write = `insert into kept_objects (user_id, company_id, universe, kind, reference, seen_at) values ($1, $2, 'client', 'order', 'x', now())`
    try {
      for (const [user, company] of [
        [p.clientAdministrator.userId, c.client.id],
        [p.companyReader.userId, c.directClient.id],
      ]) {
        await client.query('begin')
        await client.query('select app.enter($1, $2, null, $3)', [hashToken(p.companyReader.token), 'client', app.clock.now()])
        expect((await client.query('select from kept_objects')).rowCount).toBe(0)
        await expect(client.query(write, [user, company])).rejects.toMatchObject({ code: '42501' })
        await client.query('rollback')
      }
    } finally {
      await client.end()
    }
  })
})
