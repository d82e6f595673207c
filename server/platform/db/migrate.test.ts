import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installDatabase } from '../../install.ts'
import { makeAsBeforeBaseline } from '../../testing/before-baseline.ts'
import { catalogueOf } from '../../testing/catalogue.ts'
import { testDatabase } from '../../testing/test-database.ts'
import type { TestDatabase } from '../../testing/test-server.ts'
import { templateDatabase, testSecret } from '../../testing/test-template.ts'
import { migrate } from './migrate.ts'
import { roleNames } from './roles.ts'

const roles = roleNames(templateDatabase)

let database: TestDatabase
let client: pg.Client
let fresh: string[]
beforeEach(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.urls.owner })
  await client.connect()
  fresh = await catalogueOf(client, templateDatabase)
})
afterEach(async () => {
  await client.end()
  await database.drop()
})

const ledger = async () => (await client.query('select name, sha256 from migrations order by name')).rows
const install = () => installDatabase({ adminUrl: database.urls.owner, secret: testSecret, prefix: templateDatabase })

describe('an up-to-date database', () => {
  it('is left alone', async () => {
    expect(await migrate(database.urls.owner, roles)).toEqual([])
    expect((await ledger()).map(({ name }) => name)).toEqual(expect.arrayContaining(['0033_baseline', 'routines']))
  })
  it('is refused when one of its migrations changed since', async () => {
    await client.query(`update migrations set sha256 = 'other' where name = '0033_baseline'`)
    await expect(migrate(database.urls.owner, roles)).rejects.toThrow('Migration 0033_baseline changed after it was applied.')
  })
})

describe('a database whose routines are others', () => {
  it('gets those of this version, and loses what is no longer written', async () => {
    await client.query(`
      create function app.of_another_time() returns int language sql as 'select 1';
      create function app.left_open() returns int language sql as 'select 1';
      create view app.seen as select 1 as one;
      create policy of_another_time on companies to public using (true);
      create trigger of_another_time before update on sites for each row execute function app.check_sites();
      drop trigger stamp_partner on sites;
      drop policy client on contacts;
      grant delete on companies to ${roles.u_client};
      grant update (login_number) on users to ${roles.customers};
      grant execute on function app.search to ${roles.identity};
      alter function app.fold(text) immutable;
      update migrations set sha256 = 'other' where name = 'routines'`)
    expect(await migrate(database.urls.owner, roles)).toEqual(['routines'])
    expect(await catalogueOf(client, templateDatabase)).toEqual(fresh)
  })
  it('stays as it was when one of them fails', async () => {
    await client.query(`drop domain language cascade; update migrations set sha256 = 'other' where name = 'routines'`)
    const before = await catalogueOf(client, templateDatabase)
    await expect(migrate(database.urls.owner, roles)).rejects.toThrow(/^routines\//)
    expect(await catalogueOf(client, templateDatabase)).toEqual(before)
  })
})

/** One company, its people and a contract that is being delivered. */
const rows = `
  select set_config('app.now', '2026-11-20T09:00:00Z', false);
  insert into companies (id, universes, name) values ('01900000-0000-7000-8000-000000000001', '{client}', 'Société d’Été');
  insert into sites (id, company_id, name, is_head_office, postcode, city) values ('01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', 'Siège', true, '92110', 'Clichy');
  insert into contacts (id, company_id, last_name, email) values ('01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000001', 'Martin', 'a@ete.example');
  insert into users (id, company_id, contact_id, display_name, language, last_universe) values ('01900000-0000-7000-8000-000000000004', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000003', 'Martin', 'en', 'client');
  insert into rights (id, company_id, kind, universe, name) values ('01900000-0000-7000-8000-000000000005', '01900000-0000-7000-8000-000000000001', 'universe', 'client', 'Client');
  insert into user_rights (user_id, right_id, company_id) values ('01900000-0000-7000-8000-000000000004', '01900000-0000-7000-8000-000000000005', '01900000-0000-7000-8000-000000000001');
  insert into activity (id, company_id, actor_name, universe, action, object_kind) values ('01900000-0000-7000-8000-000000000006', '01900000-0000-7000-8000-000000000001', 'Martin', 'client', 'x', 'x');
  insert into offers (id, code, family, kind, name, name_en, universes) values ('01900000-0000-7000-8000-000000000007', 'X', 'cloud', 'contract', 'X', 'X', '{client}');
  insert into offer_versions (id, offer_id, number, valid_from, definition) values ('01900000-0000-7000-8000-000000000008', '01900000-0000-7000-8000-000000000007', 1, '2026-01-01', '{}');
  insert into subscriptions (id, company_id, site_id, site_ids, offer_id, offer_version_id, name, family) values ('01900000-0000-7000-8000-000000000009', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', '{01900000-0000-7000-8000-000000000002}', '01900000-0000-7000-8000-000000000007', '01900000-0000-7000-8000-000000000008', 'Été', 'cloud');
  insert into orders (id, subscription_id, site_id, site_ids, kind, state, offer_id, offer_version_id, offer_name, placed_at, placed_by_name, placed_universe) values ('01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-000000000009', '01900000-0000-7000-8000-000000000002', '{01900000-0000-7000-8000-000000000002}', 'creation', 'in_delivery', '01900000-0000-7000-8000-000000000007', '01900000-0000-7000-8000-000000000008', 'X', now(), 'Martin', 'client');
  insert into order_steps (id, order_id, position, label, label_en, actor) values ('01900000-0000-7000-8000-00000000000b', '01900000-0000-7000-8000-00000000000a', 1, 'Étude', 'Survey', 'carrier');
  update subscriptions set last_order_id = '01900000-0000-7000-8000-00000000000a', last_order_number = 100, last_order_kind = 'creation', last_order_state = 'in_delivery'`

/** Without what is empty: columns that came since. */
const rowsOf = async (): Promise<string[]> => {
  const { rows: tables } = await client.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('migrations', 'template_universes',
      'template_implications', 'terms_versions', 'sale_terms_versions')`,
  )
  const found: string[] = []
  for (const { name } of tables)
    found.push(
      ...(await client.query(`select jsonb_strip_nulls(to_jsonb(t))::text as line from ${name} t`)).rows.map(
        ({ line }) => `${name} ${line}`,
      ),
    )
  return found.sort()
}

describe('a database of before the baseline', () => {
  it('becomes one of the baseline: same catalogue as a new one, same rows', async () => {
    await makeAsBeforeBaseline(client, database.urls.owner)
    await client.query(rows)
    const before = await rowsOf()
    expect(before.length).toBeGreaterThan(20)
    await migrate(database.urls.owner, roles)
    expect(await catalogueOf(client, templateDatabase)).toEqual(fresh)
    // What later migrations know from the other rows.
    const since = /(?<=^orders .*"reference": "COM00100", )"waits_for": "carrier", /
    expect((await rowsOf()).map((line) => line.replace(since, ''))).toEqual(before)
    expect((await ledger()).map(({ name }) => name)).not.toContain('0033_mails_by_their_key.sql')
    expect(await migrate(database.urls.owner, roles)).toEqual([])
  })
  it('is refused when it stops before the last of its migrations', async () => {
    await makeAsBeforeBaseline(client, database.urls.owner, 20)
    const before = await catalogueOf(client, templateDatabase)
    await expect(install()).rejects.toThrow(
      'The database comes from an earlier version (20 of its 33 migrations): start it once with commit 9f7044d, then with this version',
    )
    expect(await catalogueOf(client, templateDatabase)).toEqual(before)
  })
})
