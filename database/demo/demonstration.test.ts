import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../server/testing/test-database.ts'
import { testSecret } from '../../server/testing/test-template.ts'
import { loadDemonstration } from './load-demonstration.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let client: pg.Client
const options = () => ({
  ownerUrl: database.urls.owner,
  secretKeys: [testSecret] as const,
  now: new Date('2026-11-21T09:00:00Z'),
  companies: 1100,
})

beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.urls.owner })
  await client.connect()
  expect(await loadDemonstration(options())).toBe('loaded')
})
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

/** Foreign keys of the public tables: table, its columns, and the rows they name. */
const foreignKeys = `
  select conrelid::regclass::text as child, confrelid::regclass::text as parent,
    (select array_agg(attname::text order by ord) from unnest(conkey) with ordinality k(num, ord) join pg_attribute a on a.attrelid = conrelid and a.attnum = num) as own,
    (select array_agg(attname::text order by ord) from unnest(confkey) with ordinality k(num, ord) join pg_attribute a on a.attrelid = confrelid and a.attnum = num) as named
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`

describe('the demonstration', () => {
  it('is loaded without the checks of foreign keys, and holds them all the same', async () => {
    const { rows } = await client.query<{ child: string; parent: string; own: string[]; named: string[] }>(foreignKeys)
    expect(rows.length).toBeGreaterThan(30)
    for (const { child, parent, own, named } of rows) {
      const match = own.map((column, index) => `p.${named[index]} = c.${column}`).join(' and ')
      const filled = own.map((column) => `c.${column} is not null`).join(' and ')
      const lost = await client.query(
        `select count(*)::int as n from ${child} c where ${filled} and not exists (select from ${parent} p where ${match})`,
      )
      expect(lost.rows[0].n, `${child} (${own}) → ${parent}`).toBe(0)
    }
  })

  it('shows the town of the head office on the company, as the trigger of sites would', async () => {
    const { rows } = await client.query(
      'select count(*)::int as n from companies c join sites s on s.company_id = c.id and s.is_head_office where (c.head_postcode, c.head_city) <> (s.postcode, s.city)',
    )
    expect(rows[0].n).toBe(0)
  })

  it('gives every row of a tenant the partner of its company, as the trigger would', async () => {
    const { rows: tables } = await client.query(`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('company_id', 'ambassador_id', 'operator_id') and table_name <> 'companies'
        and table_name in (select tablename from pg_tables where schemaname = 'public') group by table_name having count(*) = 3`)
    for (const { name } of tables) {
      const { rows } = await client.query(`select count(*)::int as n from ${name} t join companies c on c.id = t.company_id
        where (t.ambassador_id, t.operator_id) is distinct from (c.ambassador_id, c.operator_id)
          -- What a partner buys for itself is its client universe's alone.
          and (t.ambassador_id, t.operator_id) is distinct from (nullif(c.ambassador_id, c.id), nullif(c.operator_id, c.id))`)
      expect([name, rows[0].n]).toEqual([name, 0])
    }
  })

  it('leaves the triggers awake and is loaded once', async () => {
    const asleep = await client.query("select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'")
    expect(asleep.rows).toEqual([])
    expect(await loadDemonstration(options())).toBe('present')
  })

  it('sells an offer whose new contracts are renewed tacitly, at the same prices; those that run keep their terms', async () => {
    const { rows } = await client.query(
      `select v.number, v.valid_until::text as until, v.definition -> 'tacitRenewal' as renewed,
         (select sum(monthly_cents)::int from offer_prices p where p.version_id = v.id) as monthly,
         (select count(*)::int from subscriptions s where s.offer_version_id = v.id and s.tacit_renewal) as contracts
       from offer_versions v join offers o on o.id = v.offer_id where o.code = 'BACKUP' order by v.number`,
    )
    expect(rows).toEqual([
      { number: 1, until: '2026-11-20', renewed: null, monthly: expect.any(Number), contracts: 0 },
      { number: 2, until: null, renewed: true, monthly: rows[0].monthly, contracts: 0 },
    ])
  })

  it('has somebody who reads their company on one site only', async () => {
    const { rows } = await client.query(
      `select u.login, er.grants, p.accepted_at is not null as accepted, s.name as site from users u join effective_rights er on er.user_id = u.id
       join sites s on s.id = u.site_id join terms_acceptances p on p.user_id = u.id where u.login_number = 10`,
    )
    const sites = { 'company.read': [expect.any(String)], 'services.read': [expect.any(String)] }
    expect(rows).toEqual([{ login: 'E-000000010', grants: sites, accepted: true, site: 'Agence de Bordeaux' }])
  })

  it('is completed when it is an older one, and keeps what people did in it', async () => {
    const hours = { week: {}, closings: [] }
    await client.query(`
      update demonstration_parts set version = 1 where part = 'companies';
      delete from issuer_settings;
      delete from user_rights where user_id = (select id from users where login_number = 10);
      delete from terms_acceptances where user_id = (select id from users where login_number = 10);
      delete from credentials where user_id = (select id from users where login_number = 10);
      delete from effective_rights where user_id = (select id from users where login_number = 10);
      delete from users where login_number = 10;
      delete from contact_subscriptions where contact_id in (select id from contacts where last_name = 'Garnier' and first_name = 'Lucie' and email like '%@ma-societe.example');
      delete from notification_preferences where contact_id in (select id from contacts where last_name = 'Garnier' and first_name = 'Lucie' and email like '%@ma-societe.example');
      delete from contacts where last_name = 'Garnier' and first_name = 'Lucie' and email like '%@ma-societe.example';
      delete from right_sites where right_id in (select id from rights where name = 'Agence de Bordeaux');
      delete from rights where name = 'Agence de Bordeaux';
      update companies set head_city = '', comment = 'écrit à la main' where number = 2;
      update sites set opening_hours = null where is_head_office and company_id = (select id from companies where number = 13)`)
    await client.query(
      'update sites set opening_hours = $1 where is_head_office and company_id = (select id from companies where number = 2)',
      [JSON.stringify(hours)],
    )
    const { rows: before } = await client.query('select count(*)::int as n from contacts')
    expect(await loadDemonstration(options())).toBe('completed')
    const { rows } = await client.query(
      `select c.head_city, c.comment, s.opening_hours as own, (select version from demonstration_parts where part = 'companies') as version,
         (select count(*)::int from issuer_settings) as issuers, (select count(*)::int from contacts) as contacts,
         (select count(*)::int from user_rights r join users u on u.id = r.user_id where u.login_number = 10) as rights,
         (select opening_hours is not null from sites where is_head_office and company_id = (select id from companies where number = 13)) as given
       from companies c join sites s on s.company_id = c.id and s.is_head_office where c.number = 2`,
    )
    expect(rows).toEqual([
      {
        head_city: 'Clichy',
        comment: 'écrit à la main',
        own: hours,
        version: 2,
        issuers: 1,
        contacts: before[0].n + 1,
        rights: 1,
        given: true,
      },
    ])
    expect(await loadDemonstration(options())).toBe('present')
  })
})
