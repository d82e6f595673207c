import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#api/universes'
import { addOffer, addOrder, type OrderableOffer } from '../domains/orders/orders.factory.ts'
import { newId } from '../platform/ids.ts'
import { hashToken } from '../platform/secrets/tokens.ts'
import { type TestApp, testApp } from './test-app.ts'
import type { Persona, WorldCompany } from './world.ts'

/** What a forged statement could do to orders, contracts and prices once inside a universe. */
let app: TestApp
let offer: OrderableOffer
beforeAll(async () => {
  app = await testApp()
  offer = await addOffer(app.build)
})
afterAll(() => app?.close())

const refused = /^(42501|23503|23514)$/

interface Session {
  run(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>
}

/** Works as somebody in a universe, then rolls back. */
const inside = async <T>(who: Persona, universe: Universe, work: (session: Session) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: universe === 'carrier' ? app.urls.staff : app.urls.customers })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select app.enter($1, $2, null, $3)', [hashToken(who.token), universe, app.clock.now()])
    return await work({ run: (text, values = []) => client.query(text, values) })
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

/** @returns the error's code; null when at least a row was written, 'nothing' when none was. */
const attempt = (who: Persona, universe: Universe, text: string, values: unknown[] = []): Promise<string | null> =>
  inside(who, universe, async ({ run }) => {
    try {
      const { rowCount } = await run(text, values)
      await run('set constraints all immediate')
      return rowCount === 0 ? 'nothing' : null
    } catch (error) {
      return (error as { code: string }).code
    }
  })

const contractValues = (company: WorldCompany, siteIds: readonly string[]) => [
  newId(),
  company.id,
  siteIds[0],
  siteIds,
  offer.id,
  offer.versionId,
]
const newContract = (columns = '', values = '') => `insert into subscriptions
  (id, company_id, payer_id, company_name, company_reference, payer_reference, site_id, site_ids, offer_id, offer_version_id, name, family${columns})
  values ($1, $2, $2, '', '', '', $3, $4, $5, $6, 'TRUNK SIP', 'ip_telephony'${values})`
const newOrder = (state: string, kind: string, columns = '', values = '') => `insert into orders
  (id, subscription_id, company_id, payer_id, company_name, site_id, site_ids, kind, state, offer_id, offer_version_id, offer_name, placed_at, placed_by_user_id, placed_by_name, placed_universe${columns})
  select $1, s.id, s.company_id, s.payer_id, '', s.site_id, s.site_ids, '${kind}', '${state}', s.offer_id, s.offer_version_id, s.name, app.now(), app.user_id(), 'x', 'client'${values}
  from subscriptions s where s.id = $2`

/** A contract on which nothing runs. */
const idleContract = async (company: WorldCompany): Promise<string> => {
  const { id, subscriptionId } = await addOrder(app.build, { offer, company, state: 'delivered' })
  await app.build.run("update subscriptions set state = 'active' where id = $1", [subscriptionId])
  expect(id).toBeTruthy()
  return subscriptionId
}

describe('prices', () => {
  it('are written once by whoever orders, and changed by the carrier alone', async () => {
    const { companies, personas } = app.world
    const cases = [
      [personas.clientAdministrator, 'client', companies.client],
      [personas.ambassadorAdministrator, 'ambassador', companies.client],
      [personas.operatorAdministrator, 'operator', companies.endClient],
    ] as const
    for (const [who, universe, company] of cases) {
      const { id, subscriptionId } = await addOrder(app.build, { offer, company, state: 'submitted' })
      for (const [text, value] of [
        ['update subscription_prices set monthly_cents = 1 where subscription_id = $1', subscriptionId],
        ['update order_item_amounts set monthly_cents = 1 where order_id = $1', id],
        ['update commitment_amounts set monthly_cents = 0 where payer_id is not null and $1::uuid is not null', id],
        ['update termination_amounts set penalty_cents = 0 where payer_id is not null and $1::uuid is not null', id],
        ['update orders set payer_id = company_id where id = $1', id],
        ['update subscriptions set quantity = 1 where id = $1', subscriptionId],
        ["insert into offer_prices (version_id, price_list, item) values ($1, 'public', 'x')", offer.versionId],
      ] as const)
        expect(await attempt(who, universe, text, [value]), `${universe}: ${text}`).toMatch(refused)
      // What was ordered yesterday gets no item of today.
      expect(
        await attempt(
          who,
          universe,
          `insert into order_items (id, order_id, company_id, site_ids, position, action, item, label, label_en)
           select $2, id, company_id, site_ids, 9, 'add', 'rebate', 'x', 'x' from orders where id = $1`,
          [id, newId()],
        ),
        universe,
      ).toMatch(refused)
    }
  })

  it("are read by who pays, never by an operator's client", async () => {
    const { companies, personas } = app.world
    const { id } = await addOrder(app.build, { offer, company: companies.endClient, state: 'submitted' })
    for (const table of [
      'subscription_prices',
      'commitment_amounts',
      'order_item_amounts',
      'termination_amounts',
      'order_amendment_amounts',
      'offer_prices',
      'accountcodes',
      'order_notes',
      'mails',
    ])
      expect(await attempt(personas.endClientAdministrator, 'client', `select 1 from ${table}`), table).toBe('42501')
    const seen = (who: Persona, universe: Universe) =>
      inside(who, universe, async ({ run }) => (await run('select 1 from order_item_amounts where order_id = $1', [id])).rowCount)
    expect(await seen(personas.operatorAdministrator, 'operator')).toBe(2)
    // What it pays for its clients is read in its operator universe.
    expect(await seen(personas.operatorAdministrator, 'client')).toBe(0)
    for (const who of [personas.otherOperatorAdministrator, personas.carrierPilot])
      expect(await seen(who, who === personas.carrierPilot ? 'carrier' : 'operator')).toBe(who === personas.carrierPilot ? 2 : 0)
    const lists = (who: Persona, universe: Universe) =>
      inside(who, universe, async ({ run }) =>
        (await run('select distinct price_list from offer_prices order by 1')).rows.map((row) => row.price_list),
      )
    expect(await lists(personas.clientAdministrator, 'client')).toEqual(['public'])
    expect(await lists(personas.ambassadorAdministrator, 'ambassador')).toEqual(['public'])
    expect(await lists(personas.operatorAdministrator, 'operator')).toEqual(['public', 'wholesale'])
  })
})

describe('contracts and orders', () => {
  it('begin where ordering begins them', async () => {
    const { companies, personas, bordeauxId } = app.world
    const { client, directClient } = companies
    const me = personas.clientAdministrator
    const place = (siteIds: readonly string[], columns = '', values = '') =>
      attempt(me, 'client', newContract(columns, values), contractValues(client, siteIds))
    expect(await place([client.headOfficeId, bordeauxId])).toBeNull()
    expect(await place([client.headOfficeId, directClient.headOfficeId])).toMatch(refused)
    expect(await place([client.headOfficeId], ', state', ", 'active'")).toMatch(refused)
    expect(await place([client.headOfficeId], ', taken_over', ', true')).toMatch(refused)
    expect(await place([client.headOfficeId], ', pilot_name', ", 'Céline B.'")).toMatch(refused)
    expect(await attempt(me, 'client', newContract(), contractValues(directClient, [directClient.headOfficeId]))).toMatch(refused)

    const idle = await idleContract(client)
    const order = (state: string, kind: string, columns = '', values = '') =>
      attempt(me, 'client', newOrder(state, kind, columns, values), [newId(), idle])
    expect(await order('submitted', 'addition')).toBeNull()
    expect(await order('in_delivery', 'addition')).toMatch(refused)
    expect(await order('delivered', 'addition')).toMatch(refused)
    expect(await order('submitted', 'addition', ', pilot_user_id', `, '${personas.carrierPilot.userId}'`)).toMatch(refused)
    // The contact on site is written to: nobody learns another company's address that way.
    expect(await order('submitted', 'addition', ', onsite_contact_id', `, '${personas.directClientAdministrator.contactId}'`)).toMatch(
      refused,
    )
  })

  it('are moved by customers as the screens move them, and no further', async () => {
    const { companies, personas } = app.world
    const me = personas.clientAdministrator
    const idle = await idleContract(companies.client)
    const contract = (state: string) => attempt(me, 'client', 'update subscriptions set state = $2 where id = $1', [idle, state])
    expect(await contract('termination_requested')).toBeNull()
    expect(await contract('terminated')).toMatch(refused)
    const { id } = await addOrder(app.build, { offer, company: companies.client, state: 'submitted' })
    const order = (state: string) => attempt(me, 'client', 'update orders set state = $2 where id = $1', [id, state])
    expect(await order('cancelled_by_client')).toBeNull()
    for (const state of ['in_delivery', 'delivered', 'impossible', 'cancelled']) expect(await order(state), state).toMatch(refused)
    const begun = await addOrder(app.build, { offer, company: companies.client, state: 'in_delivery' })
    expect(await attempt(me, 'client', "update orders set state = 'cancelled_by_client' where id = $1", [begun.id])).toMatch(refused)
  })

  it('that an ambassador enters wait for its client', async () => {
    const { companies, personas } = app.world
    const me = personas.ambassadorAdministrator
    const idle = await idleContract(companies.client)
    expect(await attempt(me, 'ambassador', newOrder('awaiting_client', 'addition'), [newId(), idle])).toBeNull()
    expect(await attempt(me, 'ambassador', newOrder('submitted', 'addition'), [newId(), idle])).toMatch(refused)
    const { id } = await addOrder(app.build, { offer, company: companies.client, state: 'awaiting_client' })
    const validate = "update orders set state = 'submitted', submitted_at = app.now() where id = $1"
    expect(await attempt(me, 'ambassador', validate, [id])).toMatch(refused)
    expect(await attempt(personas.clientAdministrator, 'client', validate, [id])).toBeNull()
  })

  it('take a consent with their validation, and at no other moment', async () => {
    const { companies, personas } = app.world
    const me = personas.clientAdministrator
    const { id } = await addOrder(app.build, { offer, company: companies.client, state: 'awaiting_client' })
    const consent = 'update orders set long_commitment_waiver = true where id = $1'
    const validate = "update orders set state = 'submitted', submitted_at = app.now(), long_commitment_waiver = true where id = $1"
    expect(await attempt(me, 'client', consent, [id])).toMatch(refused)
    expect(await attempt(personas.ambassadorAdministrator, 'ambassador', consent, [id])).toMatch(refused)
    expect(await attempt(me, 'client', validate, [id])).toBeNull()
    const begun = await addOrder(app.build, { offer, company: companies.client, state: 'submitted' })
    expect(await attempt(me, 'client', consent, [begun.id])).toMatch(refused)
  })

  it('are commented in one’s own name', async () => {
    const { companies, personas } = app.world
    const { id } = await addOrder(app.build, { offer, company: companies.endClient })
    const comment = (universe: string) =>
      attempt(
        personas.endClientAdministrator,
        'client',
        `insert into order_comments (id, order_id, company_id, site_ids, at, author_name, author_universe, body)
         select $2, id, company_id, site_ids, app.now(), 'x', $3, 'x' from orders where id = $1`,
        [id, newId(), universe],
      )
    expect(await comment('client')).toBeNull()
    for (const universe of ['carrier', 'operator']) expect(await comment(universe), universe).toMatch(refused)
  })
})

describe('baskets and purchase requests', () => {
  it('are their author’s, and answered by the operator', async () => {
    const { companies, personas } = app.world
    const { endClient, client } = companies
    const [asked, request, line, foreign] = [newId(), newId(), newId(), newId()]
    const basket = `insert into baskets (id, company_id, user_id, universe, state) values ($1, $2, $3, 'client', $4)`
    await app.build.run(basket, [asked, endClient.id, personas.endClientAdministrator.userId, 'requested'])
    await app.build.run(basket, [foreign, client.id, personas.clientAdministrator.userId, 'open'])
    await app.build.run(`insert into basket_lines (id, basket_id, company_id, position, offer_version_id) values ($1, $2, $3, 1, $4)`, [
      line,
      asked,
      endClient.id,
      offer.versionId,
    ])
    await app.build.run(
      `insert into purchase_requests (id, basket_id, company_id, requested_at, requested_by_name) values ($1, $2, $3, app.now(), 'x')`,
      [request, asked, endClient.id],
    )
    const operator = (text: string, values: unknown[]) => attempt(personas.operatorAdministrator, 'operator', text, values)
    const asker = (text: string, values: unknown[]) => attempt(personas.endClientAdministrator, 'client', text, values)
    const stays = /^(42501|nothing)$/
    expect(await operator('select 1 from basket_lines where id = $1', [line])).toBeNull()
    expect(await operator('delete from basket_lines where id = $1', [line])).toMatch(stays)
    expect(await operator('update basket_lines set position = 2 where id = $1', [line])).toMatch(stays)
    expect(await operator("update baskets set state = 'ordered' where id = $1", [asked])).toMatch(stays)
    expect(await operator("update purchase_requests set state = 'taken' where id = $1", [request])).toBeNull()
    expect(await asker("update purchase_requests set state = 'taken' where id = $1", [request])).toMatch(refused)
    const ask = `insert into purchase_requests (id, basket_id, company_id, requested_at, requested_by_name) values ($1, $2, $3, app.now(), 'x')`
    expect(await asker(ask, [newId(), foreign, endClient.id])).toMatch(refused)
    expect(await asker('update baskets set company_id = $2 where id = $1', [asked, client.id])).toMatch(refused)
    const batch = `insert into order_batches (id, basket_id, company_id, payer_id, placed_at, placed_by_user_id, placed_by_name, placed_universe)
      values ($1, $2, $3, $3, app.now(), $4, 'x', 'client')`
    const { directClientAdministrator: other } = personas
    // A batch on somebody's basket would keep it from being ordered.
    expect(await attempt(other, 'client', batch, [newId(), foreign, companies.directClient.id, other.userId])).toMatch(refused)
  })

  it('resale prices name clients of one’s own', async () => {
    const { companies, personas } = app.world
    const price = `insert into resale_prices (id, operator_id, offer_id, company_id, one_off_cents, monthly_cents) values ($1, $2, $3, $4, 1, 1)`
    const set = (company: WorldCompany) =>
      attempt(personas.operatorAdministrator, 'operator', price, [newId(), companies.operator.id, offer.id, company.id])
    expect(await set(companies.endClient)).toBeNull()
    expect(await set(companies.otherEndClient)).toMatch(refused)
  })
})

describe('functions that see more than their caller', () => {
  it('say of ordering only what the caller may know', async () => {
    const { companies, personas } = app.world
    const { operator, otherOperator, directClient, endClient } = companies
    await app.build.run("update companies set financial_state = 'blocked' where id = any ($1)", [[operator.id, directClient.id]])
    const block = (who: Persona, universe: Universe, company: WorldCompany) =>
      inside(who, universe, async ({ run }) => (await run('select app.ordering_block($1) as block', [company.id])).rows[0]?.block)
    expect(await block(personas.operatorAdministrator, 'operator', endClient)).toBe('payer_blocked')
    expect(await block(personas.carrierPilot, 'carrier', endClient)).toBe('payer_blocked')
    expect(await block(personas.directClientAdministrator, 'client', directClient)).toBe('company_blocked')
    // A client never reads its operator's state, nor anybody another company's.
    expect(await block(personas.endClientAdministrator, 'client', endClient)).toBeNull()
    expect(await block(personas.endClientAdministrator, 'client', directClient)).toBeNull()
    expect(await block(personas.otherOperatorAdministrator, 'operator', endClient)).toBeNull()
    expect(otherOperator.id).not.toBe(operator.id)
    await app.build.run("update companies set financial_state = 'sound' where id = any ($1)", [[operator.id, directClient.id]])
  })

  it('freeze no version that nobody of the caller ordered', async () => {
    const untouched = await addOffer(app.build)
    await inside(app.world.personas.clientAdministrator, 'client', async ({ run }) => {
      await run('select app.freeze_offer_version($1, app.now())', [untouched.versionId])
      const { rows } = await run('select first_ordered_at from offer_versions where id = $1', [untouched.versionId])
      expect(rows).toEqual([{ first_ordered_at: null }])
    })
  })

  it('are each granted to those who need them, never to everybody', async () => {
    const { rows } = await app.build.run(
      `select p.oid::regprocedure::text as name from pg_proc p
       where p.pronamespace = 'app'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
         and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`,
    )
    expect(rows).toEqual([])
  })
})
