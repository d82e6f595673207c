import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalMoves } from '../allowed-moves.ts'
import { addOffer, addOrder } from '../domains/orders/orders.factory.ts'
import { newId } from '../platform/ids.ts'
import { type TestApp, testApp } from './test-app.ts'
import { templateDatabase } from './test-template.ts'

/** The database keeps everybody who writes to the lifecycles that the domains declare: neither more nor less than they allow. */
let app: TestApp
let client: pg.Client
let ids: Readonly<Record<string, string>>
beforeAll(async () => {
  app = await testApp()
  client = new pg.Client({ connectionString: app.urls.owner })
  await client.connect()
  const offer = await addOffer(app.build)
  const { id, subscriptionId } = await addOrder(app.build, { offer, company: app.world.companies.client, state: 'submitted' })
  const [stepId, terminationId] = [newId(), newId()]
  await app.build.run(
    `insert into order_steps (id, order_id, position, label, label_en, actor) values ($1, $2, 99, 'Étude', 'Survey', 'carrier')`,
    [stepId, id],
  )
  await app.build.run(
    `insert into terminations (id, subscription_id, order_id, origin, requested_on, wished_on, notice_count, notice_unit, effective_on, billed_until, requested_at, requested_by_name)
     values ($1, $2, $3, 'portal', '2026-11-01', '2026-12-01', 1, 'month', '2026-12-01', '2026-12-01', app.now(), 'x')`,
    [terminationId, subscriptionId, id],
  )
  ids = { orders: id, subscriptions: subscriptionId, order_steps: stepId, terminations: terminationId }
})
afterAll(async () => {
  await client?.end()
  await app?.close()
})

const roles = { customer: ['u_client'], carrier: ['u_carrier', 'worker'] } as const
const tables = [...new Set(portalMoves.map(({ table_name }) => table_name))]
const statesOf = (table: string) =>
  [...new Set(portalMoves.filter((move) => move.table_name === table).flatMap(({ from_state, to_state }) => [from_state, to_state]))].sort()
const kindsOf = (table: string) => [...new Set(portalMoves.filter((move) => move.table_name === table).map(({ kind }) => kind))]

const put = (table: string, state: string, kind: string) =>
  client.query(
    `update ${table} set state = $1${kind === '' ? '' : `, kind = '${kind}'`}
       ${table === 'order_steps' ? `, blocked_cause = case $1 when 'blocked' then 'x' end, blocked_by = case $1 when 'blocked' then 'client' end` : ''}
     where id = $2`,
    [state, ids[table]],
  )

/** Whether the role may move the row, whatever else it may. */
const moves = async (role: string, table: string, from: string, to: string, kind: string): Promise<boolean> => {
  await client.query('begin')
  try {
    await client.query(
      `set local app.company_id = '${app.world.companies.client.id}'; set local app.all_sites = 'true'; set local app.site_ids = '{}'`,
    )
    await put(table, from, kind)
    await client.query(`set local role ${templateDatabase}_${role}`)
    const { rowCount } = await put(table, to, '')
    return rowCount === 1
  } catch (error) {
    expect((error as { code: string }).code, `${role}: ${table} ${kind} from ${from} to ${to}: ${error}`).toBe('42501')
    return false
  } finally {
    await client.query('rollback')
  }
}

describe('the lifecycles in the database', () => {
  it('are those of the domains', async () => {
    const { rows } = await client.query('select table_name, actor, from_state, to_state, kind from allowed_moves')
    const sorted = (list: readonly object[]) => list.map((row) => JSON.stringify(row)).sort()
    expect(sorted(rows)).toEqual(sorted(portalMoves))
    expect(tables).toEqual(['subscriptions', 'orders', 'order_steps', 'terminations'])
  })

  it.each(tables)('%s: each role makes exactly the moves of its side', async (table) => {
    const states = statesOf(table)
    for (const [actor, members] of Object.entries(roles))
      for (const role of members)
        for (const kind of kindsOf(table))
          for (const from of states)
            for (const to of states) {
              if (from === to) continue
              const isAllowed = portalMoves.some(
                (move) =>
                  move.table_name === table &&
                  move.actor === actor &&
                  move.kind === kind &&
                  move.from_state === from &&
                  move.to_state === to,
              )
              expect(await moves(role, table, from, to, kind), `${role}: ${table} ${kind} from ${from} to ${to}`).toBe(isAllowed)
            }
  })
})
