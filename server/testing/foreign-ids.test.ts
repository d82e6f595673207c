import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#api/endpoint'
import type { Universe } from '#api/universes'
import { portalRoutes } from '../app.ts'
import { addOffer, addOrder } from '../domains/orders/orders.factory.ts'
import { newId } from '../platform/ids.ts'
import { type TestApp, testApp, testTools, urlOf } from './test-app.ts'
import type { Persona, WorldCompany } from './world.ts'

/**
 * Real ids of another tenant's contracts, orders, papers, requests, views and notifications, on every endpoint that takes one: not found, whatever
 * is asked, and nothing changes. So is a company's own object for a colleague whose rights hold on another site.
 */
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const routes = portalRoutes(testTools())
const uuid = '01999999-9999-7999-8999-999999999999'

/** A body that would pass for who may: an endpoint that is new and has none here fails below. */
const bodies: Readonly<Record<string, object>> = {
  'POST /api/:universe/orders/:order/validation': { version: 1, termsVersion: '2026-01' },
  'POST /api/:universe/orders/:order/refusal': { version: 1, reason: 'non' },
  'POST /api/:universe/orders/:order/cancellation': { version: 1 },
  'POST /api/:universe/orders/:order/comments': { body: 'Bonjour' },
  'POST /api/:universe/orders/:order/termination-validation': { version: 1, effectiveOn: '2026-12-21', totalCents: 0 },
  'POST /api/:universe/subscriptions/:subscription/termination': {
    version: 1,
    wishedOn: '2026-12-31',
    effectiveOn: '2026-12-31',
    totalCents: 0,
  },
  'PUT /api/:universe/accountcodes/:accountcode': { version: 1, label: 'x', partnerCode: 'x' },
  'POST /api/:universe/purchase-requests/:request/taking': { version: 1 },
  'POST /api/:universe/purchase-requests/:request/refusal': { version: 1, answer: 'non' },
  'PUT /api/:universe/saved-views/:view': { name: 'x', query: '' },
  'PUT /api/:universe/notifications/:notification/read': {},
}

const objectParameters = ['order', 'subscription', 'accountcode', 'request', 'view', 'notification', 'price'] as const
const takesObject = (endpoint: Endpoint): boolean =>
  typeof endpoint.right !== 'string' &&
  !endpoint.path.includes('/:company') &&
  objectParameters.some((name) => new RegExp(`/:${name}\\b`).test(endpoint.path))
const concerned = routes.map(({ endpoint }) => endpoint).filter(takesObject)

/** Everything of a tenant that somebody else could name. */
const furnish = async (company: WorldCompany, owner: Persona, universe: Universe) => {
  const { build } = app
  const offer = await addOffer(build)
  const order = await addOrder(build, { offer, company, state: 'awaiting_client' })
  const running = await addOrder(build, { offer, company, state: 'delivered' })
  await build.run("update subscriptions set state = 'active' where id = $1", [running.subscriptionId])
  const [file, document, service, request, basket, view, event, notification, price] = Array.from({ length: 9 }, newId)
  await build.run(
    `insert into files (id, company_id, kind, storage_key, name, media_type, size, sha256, created_at) values ($1, $2, 'order', $3, 'bon.pdf', 'application/pdf', 8, '00', '2026-11-21T08:00:00Z')`,
    [file, company.id, `probe/${file}`],
  )
  await build.run(
    `insert into commerce_documents (id, subscription_id, order_id, company_id, payer_id, site_ids, kind, name, file_id, shows_amounts, created_at, created_by_name)
     select $1, subscription_id, id, company_id, payer_id, site_ids, 'attachment', 'bon.pdf', $2, false, '2026-11-21T08:00:00Z', 'x' from orders where id = $3`,
    [document, file, order.id],
  )
  await build.run(
    `insert into services (id, subscription_id, company_id, site_id, kind, name, created_on, state) values ($1, $2, $3, $4, 'sip_trunk', 'Trunk', '2025-11-19', 'active')`,
    [service, running.subscriptionId, company.id, company.headOfficeId],
  )
  const code = await build.run(
    `insert into accountcodes (id, service_id, subscription_id, company_id, site_id, label) values ($1, $2, $3, $4, $5, 'Trunk') returning number`,
    [newId(), service, running.subscriptionId, company.id, company.headOfficeId],
  )
  await build.run(`insert into baskets (id, company_id, user_id, universe, state) values ($1, $2, $3, $4, 'requested')`, [
    basket,
    company.id,
    owner.userId,
    universe,
  ])
  await build.run(
    `insert into purchase_requests (id, basket_id, company_id, requested_at, requested_by_name) values ($1, $2, $3, '2026-11-21T08:00:00Z', 'x')`,
    [request, basket, company.id],
  )
  await build.run(
    `insert into saved_views (id, user_id, company_id, universe, screen, name, query, created_at) select $1, u.id, u.company_id, $3, 'subscriptions', $4, '', '2026-11-21T08:00:00Z' from users u where u.id = $2`,
    [view, owner.userId, universe, `view ${view}`],
  )
  await build.run(
    `insert into notification_events (id, company_id, company_reference, company_name, category, code, object_kind, object_reference, parameters, created_at)
     values ($1, $2, 'x', 'x', 'deliveries', 'order.delivered', 'order', $3, '{"offer":"x","company":"x","site":null}', '2026-11-21T08:00:00Z')`,
    [event, company.id, order.reference],
  )
  await build.run(
    `insert into notifications (id, event_id, user_id, company_id, universe, category) values ($1, $2, $3, $4, $5, 'deliveries')`,
    [notification, event, owner.userId, company.id, universe],
  )
  await build.run(
    `insert into resale_prices (id, operator_id, offer_id, company_id, one_off_cents, monthly_cents) select $1, operator_id, $2, id, 1, 1 from companies where id = $3 and operator_id is not null`,
    [price, offer.id, company.id],
  )
  return {
    waiting: { order: order.reference, subscription: running.contract, accountcode: String(code.rows[0].number) },
    ids: { request, view, notification, price, document },
  }
}

type Furniture = Awaited<ReturnType<typeof furnish>>

/** What the company has, as far as any of these endpoints could change it. */
const picture = async (companyId: string): Promise<unknown> => {
  const lines: unknown[] = []
  for (const table of ['orders', 'subscriptions', 'accountcodes', 'purchase_requests', 'order_comments', 'terminations', 'notifications'])
    lines.push((await app.build.run(`select to_jsonb(t) as line from ${table} t where company_id = $1 order by id`, [companyId])).rows)
  lines.push((await app.build.run('select * from saved_views order by id')).rows)
  return lines
}

const attempt = async (endpoint: Endpoint, universe: Universe, who: Persona, { waiting, ids }: Furniture) => {
  const key = `${endpoint.method} ${endpoint.path}`
  const known: Record<string, string | undefined> = { ...waiting, ...ids }
  const params = Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, known[name] ?? uuid]))
  if (endpoint.body && !bodies[key]) throw new Error(`${key} needs a body in this test`)
  const answer = await app.inject({
    method: endpoint.method,
    url: urlOf(endpoint, universe, params),
    headers: { cookie: `session=${who.token}` },
    ...(endpoint.body ? { payload: bodies[key] } : {}),
  })
  return `${answer.statusCode} ${/json/.test(String(answer.headers['content-type'])) && answer.body ? JSON.parse(answer.body).code : ''}`
}

describe('ids of another tenant', () => {
  it.each(['client', 'endClient'] as const)('of %s are not found by anybody else', async (whose) => {
    const { companies: c, personas: p } = app.world
    const owner = whose === 'client' ? p.clientAdministrator : p.endClientAdministrator
    const things = await furnish(c[whose], owner, 'client')
    const strangers = [
      [p.directClientAdministrator, 'client'],
      [p.otherOperatorAdministrator, 'operator'],
      ...(whose === 'client'
        ? ([
            [p.operatorAdministrator, 'operator'],
            [p.operatorAdministrator, 'client'],
            [p.endClientAdministrator, 'client'],
          ] as const)
        : ([
            [p.ambassadorAdministrator, 'ambassador'],
            [p.ambassadorAdministrator, 'client'],
            [p.clientAdministrator, 'client'],
          ] as const)),
    ] as const
    const before = await picture(c[whose].id)
    const wrong: string[] = []
    let tried = 0
    for (const endpoint of concerned)
      for (const [who, universe] of strangers) {
        if (typeof endpoint.right === 'string' || !endpoint.right.universes.includes(universe)) continue
        tried++
        const seen = await attempt(endpoint, universe, who, things)
        if (seen !== '404 not_found') wrong.push(`${endpoint.method} ${endpoint.path} by ${who.login} in ${universe}: ${seen}`)
      }
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(60)
    expect(await picture(c[whose].id)).toEqual(before)
  })

  it('of another site are not found by a colleague limited to one', async () => {
    const { companies: c, personas: p, bordeauxId } = app.world
    const things = await furnish(c.client, p.clientAdministrator, 'client')
    const colleague = await app.build.addPerson({
      lastName: 'Ailleurs',
      company: c.client,
      rights: [{ universe: 'client', templates: ['orders.manage', 'orders.terminate', 'services.read'], sites: [bordeauxId] }],
    })
    const before = await picture(c.client.id)
    const wrong: string[] = []
    for (const endpoint of concerned) {
      if (typeof endpoint.right === 'string' || !endpoint.right.universes.includes('client')) continue
      const seen = await attempt(endpoint, 'client', colleague, things)
      if (seen !== '404 not_found') wrong.push(`${endpoint.method} ${endpoint.path}: ${seen}`)
    }
    expect(wrong).toEqual([])
    expect(await picture(c.client.id)).toEqual(before)
  })

  it('are found by those to whom they belong, so that the trials above look for what exists', async () => {
    const { companies: c, personas: p } = app.world
    const things = await furnish(c.endClient, p.endClientAdministrator, 'client')
    for (const endpoint of concerned.filter(
      ({ method, path }) => method === 'GET' && !/document|sheet|decision|termination-preview/.test(path),
    )) {
      if (typeof endpoint.right === 'string') continue
      const [who, universe] = endpoint.right.universes.includes('operator')
        ? ([p.operatorAdministrator, 'operator'] as const)
        : ([p.carrierAdministrator, 'carrier'] as const)
      expect(await attempt(endpoint, universe, who, things), `${endpoint.method} ${endpoint.path}`).toMatch(/^200 /)
    }
  })
})
