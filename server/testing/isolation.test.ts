import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOfferSheet } from '#api/catalog/admin/offer-versions'
import { downloadOfferSheet } from '#api/catalog/offers/offers'
import { portalRoutes } from '../app.ts'
import { addOffer } from '../domains/catalog/catalog.factory.ts'
import { addSubscription } from '../domains/subscriptions/subscriptions.factory.ts'
import { type TestApp, testApp, testTools, urlOf } from './test-app.ts'

/** Nobody reads or changes another tenant's rows, neither through the API nor with SQL under the portal's own logins. */
let app: TestApp
let owner: pg.Client
beforeAll(async () => {
  app = await testApp()
  owner = new pg.Client({ connectionString: app.urls.owner })
  await owner.connect()
})
afterAll(async () => {
  await owner?.end()
  await app?.close()
})

const tablesOfTenants = async (): Promise<string[]> =>
  (
    await owner.query(`select table_name from information_schema.columns where table_schema = 'public' and column_name = 'company_id'
      and table_name in (select tablename from pg_tables where schemaname = 'public') order by 1`)
  ).rows.map((row) => row.table_name)

/** A digest of everything that a company has. */
const digestOf = async (companyId: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const table of await tablesOfTenants()) {
    const { rows } = await owner.query(
      `select to_jsonb(t)::text as line from ${pg.escapeIdentifier(table)} t where company_id = $1 order by 1`,
      [companyId],
    )
    hash.update(`${table} ${rows.map((row) => row.line).join('\n')}`)
  }
  return hash.digest('hex')
}

const routes = portalRoutes(testTools())

describe('isolation through the API', () => {
  it.each(
    routes
      .filter(({ endpoint }) => endpoint.path.includes('/:company') && typeof endpoint.right !== 'string')
      .map(({ endpoint }) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
  )("%s on another tenant's company is not found and changes nothing", async (_, endpoint) => {
    const { companies, personas } = app.world
    const attempts = [
      ['client', personas.clientAdministrator, companies.directClient],
      ['client', personas.endClientAdministrator, companies.client],
      ['ambassador', personas.ambassadorAdministrator, companies.endClient],
      ['operator', personas.operatorAdministrator, companies.otherEndClient],
      ['operator', personas.operatorAdministrator, companies.otherOperator],
      ['operator', personas.otherOperatorAdministrator, companies.endClient],
    ] as const
    for (const [universe, persona, target] of attempts) {
      if (typeof endpoint.right === 'string' || !endpoint.right.universes.includes(universe)) continue
      const before = await digestOf(target.id)
      const params = Object.fromEntries(
        [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => [match[1], '01999999-9999-7999-8999-999999999999']),
      )
      for (const payload of endpoint.body ? [{}, { name: 'x', version: 1 }] : [undefined]) {
        const answer = await app.inject({
          method: endpoint.method,
          url: urlOf(endpoint, universe, { ...params, company: target.reference, login: 'E-000000001' }),
          headers: { cookie: `session=${persona.token}`, ...(endpoint.consumes ? { 'content-type': endpoint.consumes } : {}) },
          ...(endpoint.consumes ? { payload: '' } : payload ? { payload } : {}),
        })
        expect([404, 422, 403], answer.body).toContain(answer.statusCode)
        if (!endpoint.body && !endpoint.stepUp && !endpoint.consumes) expect(answer.statusCode, answer.body).toBe(404)
      }
      expect(await digestOf(target.id)).toBe(before)
    }
  })
})

describe('isolation of the catalogue', () => {
  it('a sheet of what is sold to others, not yet or no longer, is not found, unless it is of a contract of one’s own', async () => {
    const { companies, personas: p } = app.world
    const sheetOf = async (offer: string): Promise<string> => {
      const added = await app.inject({
        method: 'POST',
        url: urlOf(addOfferSheet, 'carrier', { offer, number: '1' }, { name: `${offer}.pdf` }),
        headers: { cookie: `session=${p.carrierAdministrator.token}`, 'content-type': 'application/pdf' },
        payload: Buffer.from('%PDF-1.4 sheet'),
      })
      expect(added.statusCode, added.body).toBe(201)
      return added.json().id
    }
    const wholesale = await addOffer(app.build, { code: 'SHEET-WHOLESALE', universes: ['operator'] })
    await addOffer(app.build, { code: 'SHEET-CLIENTS', universes: ['client'] })
    await addOffer(app.build, { code: 'SHEET-SOON', validFrom: '2026-12-01' })
    const gone = await addOffer(app.build, { code: 'SHEET-GONE', validUntil: '2026-11-20' })
    const [ofWholesale, ofClients, ofSoon, ofGone] = [
      await sheetOf('SHEET-WHOLESALE'),
      await sheetOf('SHEET-CLIENTS'),
      await sheetOf('SHEET-SOON'),
      await sheetOf('SHEET-GONE'),
    ]
    const readers = [
      ['client', p.clientAdministrator],
      ['client', p.endClientAdministrator],
      ['ambassador', p.ambassadorAdministrator],
      ['operator', p.operatorAdministrator],
      ['carrier', p.carrierAdministrator],
    ] as const
    const seen = async (sheet: string) =>
      Promise.all(
        readers.map(async ([universe, persona]) => (await app.call(persona, downloadOfferSheet, { universe, params: { sheet } })).status),
      )
    expect(await seen(ofWholesale)).toEqual([404, 200, 404, 200, 200])
    expect(await seen(ofClients)).toEqual([200, 404, 404, 404, 200])
    expect(await seen(ofSoon)).toEqual([404, 404, 404, 404, 200])
    expect(await seen(ofGone)).toEqual([404, 404, 404, 404, 200])
    const sold = (offer: { offerId: string; versionId: string; code: string }) => ({
      id: offer.offerId,
      versionId: offer.versionId,
      code: offer.code,
      name: offer.code,
      family: 'ip_telephony',
    })
    // Its holder and who sold it keep the sheet of what was signed; nobody else.
    await addSubscription(app.build, { offer: sold(gone), company: companies.client })
    await addSubscription(app.build, { offer: sold(wholesale), company: companies.client })
    expect(await seen(ofGone)).toEqual([200, 404, 200, 404, 200])
    expect(await seen(ofWholesale)).toEqual([200, 200, 200, 200, 200])
  })
})

describe('isolation in SQL', () => {
  it("leaves the portal's logins without a single row outside app.enter", async () => {
    for (const url of [app.urls.customers, app.urls.staff]) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      for (const table of await tablesOfTenants())
        await expect(client.query(`select 1 from ${pg.escapeIdentifier(table)}`), table).rejects.toMatchObject({
          code: expect.stringMatching(/^(42501|42P01)$/),
        })
      await client.end()
    }
  })

  it("keeps the carrier's role out of the customers' login", async () => {
    const client = new pg.Client({ connectionString: app.urls.customers })
    await client.connect()
    const { rows } = await owner.query("select rolname from pg_roles where rolname like '%\\_u\\_carrier'")
    for (const { rolname } of rows)
      await expect(client.query(`set role ${pg.escapeIdentifier(rolname)}`)).rejects.toMatchObject({ code: '42501' })
    await client.end()
  })

  it('refuses a role taken without entering', async () => {
    const client = new pg.Client({ connectionString: app.urls.customers })
    await client.connect()
    const { rows } = await owner.query(
      "select rolname from pg_roles r where rolname like '%\\_u\\_client' and pg_has_role($1, oid, 'member')",
      [decodeURIComponent(new URL(app.urls.customers).username)],
    )
    await client.query(`set role ${pg.escapeIdentifier(rows[0].rolname)}`)
    await expect(client.query('select * from companies')).rejects.toMatchObject({ code: '42704' })
    await client.end()
  })
})
