import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkValues } from '#api/catalog/rules/characteristics'
import type { CharacteristicValues, OfferDefinition } from '#api/catalog/rules/offer-definition'
import { isWorkingDay } from '#api/rules/working-day'
import { orderStates } from '#api/subscriptions/rules/operations'
import { testDatabase } from '../../../../server/testing/test-database.ts'
import { testSecret } from '../../../../server/testing/test-template.ts'
import { loadDemonstration } from '../../load-demonstration.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let client: pg.Client
const load = (contracts?: number) =>
  loadDemonstration({
    ownerUrl: database.urls.owner,
    secretKeys: [testSecret],
    now: new Date('2026-11-21T09:00:00Z'),
    companies: 40,
    contracts,
  })
const open = async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.urls.owner })
  await client.connect()
}
const close = async () => {
  await client?.end()
  await database?.drop()
}
const rowsOf = async (text: string) => (await client.query({ text, rowMode: 'array' })).rows
const numberOf = async (text: string): Promise<number> => (await rowsOf(text))[0]?.[0]

describe('contracts of the demonstration', () => {
  beforeAll(async () => {
    await open()
    expect(await load()).toBe('loaded')
  })
  afterAll(close)

  it('are 250 and those ordered together, in every state, with a hundred running orders', async () => {
    expect(await numberOf('select count(*)::int from subscriptions where number not between 40301 and 40305')).toBe(250)
    expect(await numberOf('select count(*)::int from subscriptions')).toBe(255)
    expect(await rowsOf('select distinct state from subscriptions order by 1')).toEqual(
      ['abandoned', 'active', 'creating', 'terminated', 'termination_requested'].map((state) => [state]),
    )
    expect(await rowsOf('select distinct state from orders order by 1')).toEqual([...orderStates].sort().map((state) => [state]))
    expect(await rowsOf('select distinct state from terminations order by 1')).toEqual([['effective'], ['pending'], ['withdrawn']])
    const running = `from orders where state in ('awaiting_client', 'submitted', 'in_delivery')`
    expect(await numberOf(`select count(*)::int ${running}`)).toBeGreaterThanOrEqual(100)
    expect(await numberOf(`select count(*)::int ${running} and next_due_on < '2026-11-21'`)).toBeGreaterThan(5)
    expect(await numberOf(`select count(*)::int ${running} and blocked_step_id is not null`)).toBeGreaterThan(3)
    expect(await numberOf(`select count(*)::int ${running} and pilot_name is null`)).toBeGreaterThan(5)
    expect(await numberOf(`select count(*)::int ${running} and pilot_name = 'Céline B.'`)).toBeGreaterThan(5)
  })

  it('hold those of « Ma Société » that the guides show', async () => {
    const rows =
      await rowsOf(`select s.reference, s.name, coalesce(s.last_order_reference, 'Aucune'), s.displayed_state, s.pilot_name, s.delivered_on::text
      from subscriptions s join companies c on c.id = s.company_id and c.number = 2
      where s.number in (40482, 40480, 40479, 40478, 11244) order by s.number desc`)
    expect(rows).toEqual([
      ['OC40482', 'MyCloud3CX', 'COM00025', 'in_delivery', 'Céline B.', null],
      ['OC40480', 'Téléphonie standard - Accès Numéris T0', 'COM00023', 'cancelled_by_client', null, null],
      ['OC40479', 'FIBRE OPTIQUE ENTREPRISE', 'COM00022', 'in_delivery', 'Céline B.', null],
      ['OC40478', 'FIBRE OPTIQUE ENTREPRISE', 'COM00021', 'submitted', null, null],
      ['OC11244', 'TRUNK SIP', 'Aucune', 'delivered', null, '2012-11-12'],
    ])
    const delivered =
      await rowsOf(`select s.name, count(v.id)::int from subscriptions s join companies c on c.id = s.company_id and c.number = 2
      join services v on v.subscription_id = s.id where s.state = 'active' and not s.taken_over group by s.id, s.name order by 1`)
    expect(delivered).toEqual([
      ['Accès Internet ADSL / VDSL', 1],
      ['MetaCentrex', 14],
      ['TRUNK SIP', 1],
    ])
    const licences = await rowsOf(`select distinct v.name from services v join subscriptions s on s.id = v.subscription_id
      join companies c on c.id = s.company_id and c.number = 2 where v.kind = 'centrex_licence' order by 1`)
    expect(licences.flat().sort()).toEqual(['Licence SVI', 'Licence fax entreprise', 'Licence simple', 'Licence standardiste'])
  })

  it('hold orders placed together: one basket waits for « Ma Société », another was validated', async () => {
    const rows =
      await rowsOf(`select c.number::int, o.reference, o.state, o.offer_name, o.placed_universe, b.terms_accepted_by is not null, k.state
      from orders o join order_batches b on b.id = o.batch_id join baskets k on k.id = b.basket_id join companies c on c.id = o.company_id
      order by o.number`)
    expect(rows).toEqual([
      [2, 'COM00026', 'awaiting_client', 'Accès Internet 4G / 5G', 'ambassador', false, 'ordered'],
      [2, 'COM00027', 'awaiting_client', 'Bornes Wi-Fi managées', 'ambassador', false, 'ordered'],
      [14, 'COM00028', 'submitted', 'Fibre FTTH Pro', 'ambassador', true, 'ordered'],
      [14, 'COM00029', 'submitted', 'Routeur managé', 'ambassador', true, 'ordered'],
      [14, 'COM00030', 'submitted', 'Location de postes IP', 'ambassador', true, 'ordered'],
    ])
    // The backup names the access that it backs up: a running contract of the same company, on the same site.
    expect(
      await rowsOf(`select a.name, a.state, a.site_id = s.site_id from subscriptions s join orders o on o.subscription_id = s.id
        join subscriptions a on a.reference = s.values ->> 'backed_up' and a.company_id = s.company_id where o.reference = 'COM00026'`),
    ).toEqual([['Accès Internet ADSL / VDSL', 'active', true]])
  })

  it('answer the forms of their offers, at the price of who pays, frozen with their version', async () => {
    const { rows } = await client.query<{ values: CharacteristicValues; definition: OfferDefinition; frozen: boolean }>(
      `select o.values, v.definition, v.first_ordered_at is not null as frozen from orders o join offer_versions v on v.id = o.offer_version_id where o.kind <> 'termination'`,
    )
    for (const { values, definition, frozen } of rows) {
      expect(checkValues(definition, values)).toEqual({ values, errors: [] })
      expect(frozen).toBe(true)
    }
    expect(
      await numberOf(`select count(*)::int from subscriptions s join subscription_prices p on p.subscription_id = s.id
        where p.payer_id <> s.payer_id or p.monthly_cents <= 0 and s.family not in ('standard_telephony')`),
    ).toBe(0)
  })

  it('date nothing after today but what is planned, and end commitments where their months end', async () => {
    for (const [table, column] of [
      ['orders', 'placed_at'],
      ['orders', 'closed_at'],
      ['orders', 'delivered_on'],
      ['order_comments', 'at'],
      ['order_steps', 'done_on'],
      ['subscriptions', 'terminated_on'],
      ['services', 'created_on'],
    ])
      expect([table, column, await numberOf(`select count(*)::int from ${table} where ${column} > '2026-11-21T09:00:00Z'`)]).toEqual([
        table,
        column,
        0,
      ])
    expect(
      await numberOf(
        `select count(*)::int from commitments where ends_on <> (starts_on + make_interval(months => months))::date - 1 and extract(day from starts_on) < 28`,
      ),
    ).toBe(0)
    expect(await numberOf('select count(*)::int from orders where delivered_on < placed_at::date')).toBe(0)
  })

  it('plan deliveries on working days', async () => {
    const days = await rowsOf(
      `select distinct planned_on::text from order_steps where planned_on is not null
        union select planned_on::text from orders where state = 'in_delivery' and kind <> 'termination' and planned_on is not null`,
    )
    expect(days.length).toBeGreaterThan(20)
    expect(days.filter(([day]) => !isWorkingDay(day))).toEqual([])
  })

  it('are numbered below what people will order', async () => {
    for (const [table, sequence] of [
      ['subscriptions', 'subscription_number_seq'],
      ['orders', 'order_number_seq'],
      ['services', 'service_number_seq'],
      ['accountcodes', 'accountcode_number_seq'],
    ])
      expect(await numberOf(`select (nextval('${sequence}') > max(number))::int from ${table}`)).toBe(1)
  })
})

describe('contracts of a large demonstration', () => {
  beforeAll(open)
  afterAll(close)

  it('are loaded with their triggers at rest, and are as the triggers would have made them', async () => {
    expect(await load(3000)).toBe('loaded')
    expect(await numberOf('select count(*)::int from subscriptions')).toBe(3000)
    expect(await numberOf('select count(*)::int from subscriptions where last_order_id is null and not taken_over')).toBe(0)
    expect(
      await numberOf(`select count(*)::int from subscriptions s join companies c on c.id = s.company_id join sites t on t.id = s.site_id
        left join companies p on p.id = nullif(c.operator_id, c.id)
        where (s.name_key, s.company_key, s.city_key, s.pilot_key) is distinct from (app.fold(s.name), app.fold(c.name), app.fold(t.city), app.fold(s.pilot_name))
          or (s.company_name, s.company_reference, s.city, s.payer_id, s.payer_reference)
            is distinct from (c.name, c.reference, t.city, coalesce(p.id, c.id), coalesce(p.reference, c.reference))`),
    ).toBe(0)
    expect(
      await numberOf(`select count(*)::int from orders where state = 'in_delivery' and (steps_total = 0 or next_step_id is null)`),
    ).toBe(0)
    expect(await rowsOf(`select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'`)).toEqual([])
  })
})
