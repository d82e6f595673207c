import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listClients } from '#api/companies/portfolio/clients'
import { listProposals } from '#api/companies/portfolio/proposals'
import type { Endpoint } from '#api/endpoint'
import { endViewAs, startViewAs } from '#api/identity/view-as/view-as'
import { portalRoutes } from '../../../app.ts'
import { type TestApp, testApp, testTools, urlOf } from '../../../testing/test-app.ts'
import { staffName } from '../../activity/staff-name.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const stepUp = (sessionId: string) =>
  app.build.run(`update sessions set step_up_until = $1 where id = $2`, [new Date(app.clock.now().getTime() + 600_000), sessionId])
const start = (body: object, who = app.world.personas.carrierAdministrator) =>
  app.call(who, startViewAs, { universe: 'carrier', body: body as never })
const reason = 'Le client ne trouve pas ses factures'

describe('voir comme', () => {
  it('needs a right, a fresh confirmation, a reason and a customer', async () => {
    const { personas: p } = app.world
    const login = p.clientAdministrator.login
    expect((await start({ login, reason })).problem.code).toBe('step_up_required')
    await stepUp(p.carrierAdministrator.sessionId)
    await stepUp(p.carrierPilot.sessionId)
    expect((await start({ login, reason }, p.carrierPilot)).problem.code).toBe('forbidden')
    expect((await start({ login, reason }, p.clientAdministrator)).problem.code).toBe('forbidden')
    expect((await start({ login, reason: 'court' })).problem.errors).toMatchObject([{ path: 'reason', code: 'reason_too_short' }])
    expect((await start({ login: 'E-999999999', reason })).status).toBe(404)
    // Never another person of the carrier, nor somebody suspended.
    expect((await start({ login: p.carrierPilot.login, reason })).problem.code).toBe('conflict')
    await app.build.run(`update users set state = 'suspended' where id = $1`, [p.accountant.userId])
    expect((await start({ login: p.accountant.login, reason })).problem.code).toBe('conflict')
  })

  it('reads as the customer, writes nothing anywhere, and the customer reads who came and why', async () => {
    const { personas: p, companies: c } = app.world
    await stepUp(p.carrierAdministrator.sessionId)
    const started = await start({ login: p.clientAdministrator.login, reason })
    expect(started.body).toEqual({ universe: 'client' })
    const seen = await app.call(p.carrierAdministrator, listProposals, { universe: 'client', params: { company: c.client.reference } })
    expect(seen.body.abilities).toEqual({ propose: false, fields: [] })
    // The carrier's own universe is out of reach meanwhile.
    expect((await app.call(p.carrierAdministrator, listClients, { universe: 'carrier' })).status).toBe(403)
    const { rows } = await app.build.run('select step_up_until, view_as_reason from sessions where id = $1', [
      p.carrierAdministrator.sessionId,
    ])
    expect(rows).toEqual([{ step_up_until: null, view_as_reason: reason }])

    const before = await counts()
    const writes = routes().filter(
      ({ method, right }) => method !== 'GET' && typeof right !== 'string' && right.universes.includes('client'),
    )
    expect(writes.length).toBeGreaterThan(3)
    for (const endpoint of writes) expect([endpoint.path, (await tryWrite(endpoint)).kept]).toEqual([endpoint.path, true])
    expect(await counts()).toEqual(before)

    const lines = await app.build.run(
      `select actor_name, after, object_reference from activity where company_id = $1 and action = 'view_as.started'`,
      [c.client.id],
    )
    expect(lines.rows).toEqual([
      { actor_name: 'Camille E. (exploitant)', after: { reason }, object_reference: p.clientAdministrator.login },
    ])
    expect((await app.call(p.carrierAdministrator, endViewAs)).status).toBe(204)
    expect((await app.call(p.carrierAdministrator, endViewAs)).status).toBe(204)
    expect((await app.call(p.carrierAdministrator, listClients, { universe: 'carrier' })).status).toBe(200)
    const ended = await app.build.run(`select count(*)::int as n from activity where company_id = $1 and action = 'view_as.ended'`, [
      c.client.id,
    ])
    expect(ended.rows[0].n).toBe(1)
  })

  it('lasts no longer than the right to it', async () => {
    const { companies: c, personas: p } = app.world
    const support = await app.build.addPerson({
      lastName: 'Support',
      company: c.carrier,
      rights: [{ universe: 'carrier', templates: ['carrier.support'] }],
    })
    await stepUp(support.sessionId)
    expect((await start({ login: p.clientAdministrator.login, reason }, support)).status).toBe(200)
    const look = () => app.call(support, listProposals, { universe: 'client', params: { company: c.client.reference } })
    expect((await look()).status).toBe(200)
    await app.build.run('delete from user_rights where user_id = $1', [support.userId])
    expect((await look()).status).toBe(403)
    expect((await app.call(support, endViewAs)).status).toBe(204)
  })

  it('shows customers a short name', () => {
    expect(staffName('Céline Bernard')).toBe('Céline B. (exploitant)')
    expect(staffName('Céline')).toBe('Céline (exploitant)')
    expect(staffName('Jean de la Tour')).toBe('Jean T. (exploitant)')
  })
})

const routes = (): readonly Endpoint[] => portalRoutes(testTools()).map(({ endpoint }) => endpoint)

const counts = async () => {
  const tables = ['companies', 'sites', 'contacts', 'users', 'rights', 'user_rights', 'payment_details', 'company_proposals', 'activity']
  const sql = tables
    .map((table) => `select '${table}' as t, count(*)::int as n, coalesce(sum(hashtext(x::text)), 0) as sum from ${table} x`)
    .join(' union all ')
  return (await app.build.run(sql)).rows
}

/** A write with whatever ids exist: refused as read only, or before that because the input is not one. Never done. */
const tryWrite = async (endpoint: Endpoint) => {
  const { companies: c } = app.world
  const params = new Proxy({}, { get: (_, name) => (name === 'company' ? c.client.reference : c.client.headOfficeId) })
  const answer = await app.inject({
    method: endpoint.method,
    url: urlOf(endpoint, 'client', params),
    headers: { cookie: `session=${app.world.personas.carrierAdministrator.token}` },
    ...(endpoint.consumes
      ? {
          payload: Buffer.from('x'),
          headers: { cookie: `session=${app.world.personas.carrierAdministrator.token}`, 'content-type': endpoint.consumes },
        }
      : endpoint.body
        ? { payload: { field: 'name', value: 'Autre' } }
        : {}),
  })
  return { kept: answer.statusCode >= 400 && answer.statusCode < 500 }
}
