import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalEventKinds } from '../../../../server/event-kinds.ts'
import { testDatabase } from '../../../../server/testing/test-database.ts'
import { testSecret } from '../../../../server/testing/test-template.ts'
import { loadDemonstration } from '../../load-demonstration.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let client: pg.Client
const now = new Date('2026-11-21T09:00:00Z')
const load = () => loadDemonstration({ ownerUrl: database.urls.owner, secretKeys: [testSecret], now, companies: 40 })
const rowsOf = async (text: string) => (await client.query({ text, rowMode: 'array' })).rows

describe('news of the demonstration', () => {
  beforeAll(async () => {
    database = await testDatabase()
    client = new pg.Client({ connectionString: database.urls.owner })
    await client.connect()
    expect(await load()).toBe('loaded')
  })
  afterAll(async () => {
    await client?.end()
    await database?.drop()
  })

  it('await the people of the demonstration, read and unread', async () => {
    const rows = await rowsOf(`select u.login, n.universe, bool_or(n.read_at is null), bool_or(n.read_at is not null)
      from notifications n join users u on u.id = n.user_id where u.login_number <= 9 group by u.login_number, u.login, n.universe order by 1, 2`)
    expect(rows).toEqual([
      ['E-000000001', 'carrier', true, true],
      ['E-000000002', 'client', false, true],
      ['E-000000002', 'operator', true, true],
      ['E-000000003', 'ambassador', true, true],
      ['E-000000003', 'client', false, true],
      ['E-000000004', 'client', true, true],
      ['E-000000007', 'client', true, true],
      ['E-000000009', 'carrier', true, true],
    ])
    const own = await rowsOf(`select e.code, e.object_reference, n.read_at is null from notifications n
      join notification_events e on e.id = n.event_id join users u on u.id = n.user_id where u.login_number = 4 order by n.id desc`)
    expect(own).toEqual([
      ['order.awaits_validation', 'COM00027', true],
      ['order.awaits_validation', 'COM00026', true],
      ['order.delivery_note_sent', 'COM00019', false],
      ['order.delivered', 'COM00019', false],
    ])
  })

  it('say what one finds in the orders and contracts, in both languages', async () => {
    const { rows } = await client.query(`select e.*, coalesce(o.state, s.state) as found from notification_events e
      left join orders o on o.reference = e.object_reference and o.company_id = e.company_id
      left join subscriptions s on s.reference = e.object_reference and s.company_id = e.company_id order by e.id`)
    expect(rows.length).toBeGreaterThan(30)
    const states: Readonly<Record<string, readonly string[]>> = {
      'order.awaits_validation': ['awaiting_client'],
      'order.validated': ['submitted', 'in_delivery'],
      'order.waits': ['in_delivery'],
      'order.delivered': ['delivered'],
      'order.delivery_note_sent': ['delivered'],
      'order.stopped': ['cancelled', 'impossible'],
      'order.termination_delivered': ['delivered'],
      'subscription.termination_requested': ['termination_requested', 'active', 'terminated'],
      'subscription.termination_withdrawn': ['active'],
    }
    const at = rows.map((row) => row.created_at.getTime())
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    for (const row of rows) {
      const kind = portalEventKinds.find(({ code }) => code === row.code)
      expect(states[row.code], `${row.code} ${row.object_reference}`).toContain(row.found)
      expect(row.created_at <= now && row.fanned_out_at !== null && row.company_name !== '').toBe(true)
      for (const language of ['fr', 'en'] as const) {
        const { title, text } = kind?.write(language, row.object_reference, row.parameters) ?? { title: '', text: '' }
        expect(title).toContain(row.object_reference)
        expect(text).not.toMatch(/undefined|null|« »/)
      }
    }
    expect((await rowsOf('select count(*)::int from mails'))[0]?.[0]).toBe(0)
  })

  it('reach nobody of another partner', async () => {
    expect(
      await rowsOf(`select u.login, e.object_reference from notifications n join notification_events e on e.id = n.event_id
        join users u on u.id = n.user_id join companies c on c.id = u.company_id
        where u.company_id not in (e.company_id, coalesce(e.ambassador_id, e.company_id), coalesce(e.operator_id, e.company_id))
          and not c.universes @> array['carrier']`),
    ).toEqual([])
  })

  it('complete an older demonstration, without telling again what its portal told', async () => {
    await client.query(`delete from notifications; delete from demonstration_parts where part = 'news';
      delete from notification_events where object_reference <> 'COM00019';
      update notification_events set id = gen_random_uuid();
      update contact_subscriptions set interface_mask = 0 where universe = 'carrier'`)
    expect(await load()).toBe('completed')
    expect(await rowsOf(`select count(*)::int from notification_events where object_reference = 'COM00019'`)).toEqual([[2]])
    expect(
      await rowsOf(`select e.object_reference from notifications n join notification_events e on e.id = n.event_id
        join users u on u.id = n.user_id where u.login_number = 4 order by n.id desc`),
    ).toEqual([['COM00027'], ['COM00026']])
    // Whoever chose to follow nothing is told nothing.
    expect(await rowsOf(`select count(*)::int from notifications where universe = 'carrier'`)).toEqual([[0]])
    expect(await load()).toBe('present')
  })
})
