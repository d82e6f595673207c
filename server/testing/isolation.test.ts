import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalRoutes } from '../app.ts'
import { type TestApp, testApp, testServices, urlOf } from './test-app.ts'

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

const routes = portalRoutes(testServices())

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
