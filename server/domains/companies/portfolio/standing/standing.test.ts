import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelPartnerChange, changePartner, changeStanding, listClients, readStanding, writeNotes } from '#api/companies/portfolio/clients'
import { answerProposal, listPendingProposals, listProposals, proposeChange, withdrawProposal } from '#api/companies/portfolio/proposals'
import { workerTransactions } from '../../../../platform/db/worker-transactions.ts'
import { type TestApp, testApp } from '../../../../testing/test-app.ts'
import { assignOneDuePartner } from '../partner/assign-due-partners.ts'

let app: TestApp
let worker: pg.Pool
beforeAll(async () => {
  app = await testApp()
  worker = new pg.Pool({ connectionString: app.urls.worker, max: 2 })
})
afterAll(async () => {
  await worker.end()
  await app.close()
})

const standing = async () => {
  const { personas: p, companies: c } = app.world
  return (await app.call(p.carrierAdministrator, readStanding, { universe: 'carrier', params: { company: c.client.reference } })).body
}

describe('standing', () => {
  it('is read by the carrier only, with duplicates and notes', async () => {
    const { personas: p, companies: c } = app.world
    await app.build.run(`update companies set siren = '732829320' where id = any ($1)`, [[c.client.id, c.endClient.id]])
    const params = { company: c.client.reference }
    expect((await app.call(p.clientAdministrator, readStanding, { universe: 'client', params })).status).toBe(404)
    expect((await app.call(p.ambassadorAdministrator, readStanding, { universe: 'ambassador', params })).status).toBe(404)
    expect((await app.call(p.carrierPilot, writeNotes, { universe: 'carrier', params, body: { body: 'Appeler avant 9 h' } })).status).toBe(
      204,
    )
    const body = await standing()
    expect(body).toMatchObject({
      state: 'active',
      notes: 'Appeler avant 9 h',
      partner: { kind: 'ambassador', name: 'Réseau Conseil' },
      duplicates: [{ reference: c.endClient.reference, partner: 'Horizon Télécom' }],
      abilities: { administer: true, annotate: true },
    })
    const pilot = await app.call(p.carrierPilot, readStanding, { universe: 'carrier', params })
    expect(pilot.body.abilities).toEqual({ administer: false, annotate: true })
    expect(
      (await app.call(p.carrierPilot, changeStanding, { universe: 'carrier', params, body: { version: 1, state: 'closed' } })).status,
    ).toBe(403)
    expect((await app.call(p.carrierPilot, readStanding, { universe: 'carrier', params: { company: 'OIP-99999999' } })).status).toBe(404)
  })

  it('changes with a version, writes the history, and refuses what makes no sense', async () => {
    const { personas: p, companies: c } = app.world
    const change = (company: string, body: object) =>
      app.call(p.carrierAdministrator, changeStanding, { universe: 'carrier', params: { company }, body: body as never })
    const { version } = await standing()
    const done = await change(c.client.reference, { version, financialState: 'watch', guarantee: 'deposit' })
    expect(done.body).toEqual({ version: version + 1 })
    expect((await change(c.client.reference, { version, state: 'suspended' })).problem).toMatchObject({
      code: 'version_conflict',
      current: { financialState: 'watch' },
    })
    expect((await change(c.client.reference, { version: version + 1, universes: ['client', 'operator'] })).problem.errors).toEqual([
      { path: 'universes', code: 'partner_of_partner' },
    ])
    expect((await change(c.ambassador.reference, { version: 1, universes: ['client'] })).problem.errors).toEqual([
      { path: 'universes', code: 'partner_has_clients' },
    ])
    expect((await change(c.carrier.reference, { version: 1, state: 'closed' })).problem.code).toBe('conflict')
    expect((await change(c.directClient.reference, { version: 1, universes: ['client', 'ambassador'] })).status).toBe(200)
    const made = await app.build.run(
      `select c.ambassador_id = c.id as own, (select bool_and(s.ambassador_id = c.id) from sites s where s.company_id = c.id) as sites,
         (select count(*)::int from rights r where r.company_id = c.id) as rights from companies c where c.id = $1`,
      [c.directClient.id],
    )
    expect(made.rows).toEqual([{ own: true, sites: true, rights: 3 }])
    const { rows } = await app.build.run(
      `select before, after from activity where action = 'company.standing_changed' and company_id = $1`,
      [c.client.id],
    )
    expect(rows).toEqual([
      { before: { financialState: 'sound', guarantee: 'none' }, after: { financialState: 'watch', guarantee: 'deposit' } },
    ])
  })
})

describe('proposals', () => {
  it('are made by the company, answered by the carrier, and applied when accepted', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const propose = (who: typeof p.clientAdministrator, body: object) =>
      app.call(who, proposeChange, { universe: 'client', params, body: body as never })
    expect((await propose(p.clientAdministrator, { field: 'siren', value: '987654321' })).problem.errors).toEqual([
      { path: 'value', code: 'siren_invalid' },
    ])
    expect((await propose(p.companyReader, { field: 'name', value: 'X' })).status).toBe(403)
    // The sheet needs the right on all sites.
    expect((await propose(p.bordeauxEditor, { field: 'name', value: 'X' })).status).toBe(403)
    expect((await propose(p.directClientAdministrator, { field: 'name', value: 'X' })).status).toBe(404)
    await propose(p.clientAdministrator, { field: 'name', value: 'Ma Société 2' })
    const again = await propose(p.clientAdministrator, { field: 'name', value: 'Ma Société & Fils', reason: 'Nouveau nom' })
    expect(again.status).toBe(201)
    const listed = await app.call(p.clientAdministrator, listProposals, { universe: 'client', params })
    expect(listed.body.items.map((item) => [item.newValue, item.state, item.abilities.withdraw])).toEqual([
      ['Ma Société & Fils', 'pending', true],
      ['Ma Société 2', 'withdrawn', false],
    ])
    const proposal = again.body.id
    expect((await app.call(p.otherOperatorAdministrator, listProposals, { universe: 'operator', params })).status).toBe(404)
    expect(
      (await app.call(p.carrierPilot, answerProposal, { universe: 'carrier', params: { ...params, proposal }, body: { accept: true } }))
        .status,
    ).toBe(403)
    const answer = (body: { accept: boolean; answer?: string }) =>
      app.call(p.carrierAdministrator, answerProposal, { universe: 'carrier', params: { ...params, proposal }, body })
    expect((await answer({ accept: false })).problem.errors).toEqual([{ path: 'answer', code: 'required' }])
    expect((await app.call(p.carrierPilot, listPendingProposals, { universe: 'carrier' })).body.items).toHaveLength(1)
    expect((await answer({ accept: true })).status).toBe(204)
    expect((await answer({ accept: true })).status).toBe(409)
    expect((await standing()).name).toBe('Ma Société & Fils')
    const withdrawn = await app.call(p.clientAdministrator, withdrawProposal, { universe: 'client', params: { ...params, proposal } })
    expect(withdrawn.status).toBe(409)
    expect((await app.call(p.carrierAdministrator, listPendingProposals, { universe: 'carrier' })).body.items).toEqual([])
  })
})

describe('change of partner', () => {
  it('takes effect on its day: the living rows change hands, the history does not', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const plan = (body: object) => app.call(p.carrierAdministrator, changePartner, { universe: 'carrier', params, body: body as never })
    const partner = { kind: 'operator', reference: c.operator.reference }
    expect((await plan({ partner, effectiveOn: '2026-11-20', reason: 'x' })).problem.errors).toEqual([
      { path: 'effectiveOn', code: 'date_past' },
    ])
    expect((await plan({ partner: { ...partner, kind: 'ambassador' }, effectiveOn: '2026-12-01', reason: 'x' })).status).toBe(422)
    const first = await plan({ partner, effectiveOn: '2026-12-01', reason: 'Rachat' })
    expect(first.status).toBe(201)
    expect((await plan({ partner, effectiveOn: '2026-12-02', reason: 'Rachat' })).status).toBe(409)
    const cancelled = await app.call(p.carrierAdministrator, cancelPartnerChange, {
      universe: 'carrier',
      params: { ...params, change: first.body.id },
    })
    expect(cancelled.status).toBe(204)
    expect((await plan({ partner, effectiveOn: '2026-12-01', reason: 'Rachat' })).status).toBe(201)

    const inWorker = workerTransactions(worker, app.clock)
    expect(await inWorker(assignOneDuePartner)).toBe(false)
    const before = await app.build.run('select count(*)::int as lines from activity where company_id = $1 and ambassador_id = $2', [
      c.client.id,
      c.ambassador.id,
    ])
    app.clock.travelTo('2026-11-30T23:30:00Z')
    expect(await inWorker(assignOneDuePartner)).toBe(true)
    expect(await inWorker(assignOneDuePartner)).toBe(false)
    for (const table of ['companies', 'sites', 'contacts', 'users', 'rights', 'user_rights', 'company_proposals']) {
      const { rows } = await app.build.run(
        `select count(*)::int as left from ${table} where company_id = $1 and (ambassador_id is not null or operator_id is distinct from $2)`,
        [c.client.id, c.operator.id],
      )
      expect([table, rows[0].left]).toEqual([table, 0])
    }
    const after = await app.build.run('select count(*)::int as lines from activity where company_id = $1 and ambassador_id = $2', [
      c.client.id,
      c.ambassador.id,
    ])
    expect(after.rows[0].lines).toBe(before.rows[0].lines + 1)
    await app.build.run('update sessions set last_seen_at = $1', [app.clock.now()])
    const ambassador = await app.call(p.ambassadorAdministrator, listClients, { universe: 'ambassador' })
    expect(ambassador.body.items).toEqual([])
    const operator = await app.call(p.operatorAdministrator, listClients, { universe: 'operator' })
    expect(operator.body.items.map((row) => row.reference)).toContain(c.client.reference)
  })
})
