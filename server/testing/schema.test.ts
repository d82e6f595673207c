import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generatedFiles } from '../../scripts/schema.ts'
import { schemaDomains } from '../platform/db/schema-files.ts'
import { domainOrder } from './architecture/import-rules.ts'
import { catalogueOf } from './catalogue.ts'
import { testDatabase } from './test-database.ts'
import { templateDatabase } from './test-template.ts'

/** Tables that belong to the installation, not to a tenant. */
const withoutTenant = new Set([
  'installation',
  'migrations',
  'credentials',
  'sessions',
  'factors',
  'backup_codes',
  'challenges',
  'password_links',
  'terms_versions',
  'terms_acceptances',
  'sign_in_failures',
  'known_places',
  'template_universes',
  'template_implications',
  'allowed_moves',
  'idempotency_keys',
  'demonstration_parts',
  'periodic_jobs',
  'import_rows',
  'offer_families',
  'offers',
  'offer_versions',
  'offer_prices',
  'offer_sheets',
  'offer_delivery_times',
  'sale_terms_versions',
  // Follow the run that they are of.
  'bulk_items',
])

const missingTenant = `
  select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped) order by 1`

const withoutRowSecurity = `
  select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity order by 1`

const unindexedForeignKeys = `
  select conrelid::regclass::text || '.' || a.attname as name from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and connamespace = 'public'::regnamespace
    and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]) order by 1`

/** Reference and technical tables that any role may read whole. */
const openTables = new Set(['installation', 'migrations', 'terms_versions', 'template_universes', 'template_implications', 'allowed_moves'])

let database: Awaited<ReturnType<typeof testDatabase>>
let client: pg.Client
const names = async (sql: string): Promise<string[]> => (await client.query(sql)).rows.map((row) => row.name)

beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.urls.owner })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

describe('the schema', () => {
  it('gives every table its tenant column', async () => {
    expect((await names(missingTenant)).filter((table) => !withoutTenant.has(table))).toEqual([])
  })
  it('protects every table by row security', async () => {
    expect((await names(withoutRowSecurity)).filter((table) => !openTables.has(table))).toEqual([])
  })
  it('indexes every foreign key', async () => {
    // Columns whose index is partial or led by the same column are found; what is left would make a delete or a join read the whole table.
    expect(await names(unindexedForeignKeys)).toEqual([])
  })
  it('sees a table that breaks the rules', async () => {
    await client.query('create table public.careless (id uuid primary key, other uuid references companies)')
    expect(await names(missingTenant)).toContain('careless')
    expect(await names(withoutRowSecurity)).toContain('careless')
    expect(await names(unindexedForeignKeys)).toContain('careless.other')
    await client.query('drop table public.careless')
  })
  it('compares lists of values by an operator that row security lets reach an index', async () => {
    const { rows } = await client.query(
      `select typname, typbasetype::regtype::text as base from pg_type where typnamespace = 'public'::regnamespace and typtype = 'd'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { typname, base } of rows) expect(base, typname).toBe('text')
    await client.query(`begin; set local enable_seqscan = off; set local enable_bitmapscan = off; set local role ${templateDatabase}_u_client;
      set local app.company_id = '00000000-0000-7000-8000-000000000000'; set local app.all_sites = 'true'; set local app.site_ids = '{}'`)
    const plan = await client.query(`explain select contact_id from contact_subscriptions where universe = 'client'`)
    await client.query('rollback')
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Cond: .*\(universe\)::text = 'client'::text/)
  })
  it('is the one that is committed', async () => {
    for (const [path, text] of Object.entries(await generatedFiles(database.urls.owner)))
      expect(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'), `${path}: run node scripts/schema.ts`).toBe(text)
  })
  it('is made by the committed file alone', async () => {
    const name = 'made_by_the_file'
    await client.query(`create database ${name} template template0`)
    const empty = new pg.Client({ connectionString: database.urls.owner.replace(/\/[^/]+$/, `/${name}`) })
    try {
      await empty.connect()
      await empty.query(await readFile(new URL('../../database/schema.sql', import.meta.url), 'utf8'))
      expect(await catalogueOf(empty, templateDatabase)).toEqual(await catalogueOf(client, templateDatabase))
    } finally {
      await empty.end()
      await client.query(`drop database ${name}`)
    }
  })
  it('is made in the order of the domains', () => {
    expect(schemaDomains).toEqual(['platform', ...domainOrder.filter((domain) => schemaDomains.includes(domain))])
  })
})
