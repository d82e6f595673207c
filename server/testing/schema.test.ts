import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generatedFiles } from '../../scripts/schema.ts'
import { testDatabase } from './test-database.ts'

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
  'saved_views',
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
const openTables = new Set(['installation', 'migrations', 'terms_versions', 'template_universes', 'template_implications'])

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
  it('is the one that is committed', async () => {
    for (const [path, text] of Object.entries(await generatedFiles(database.urls.owner)))
      expect(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'), `${path}: run node scripts/schema.ts`).toBe(text)
  })
})
