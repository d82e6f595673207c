import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { loadDemonstration } from '../../database/demo/load-demonstration.ts'
import { installDatabase } from '../../server/install.ts'
import { type EmbeddedServer, startEmbeddedPostgres } from '../../server/platform/db/embedded.ts'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { progress } from './progress.ts'

export const benchSecret = 'a-benchmark-protects-nothing-a-benchmark-protects-nothing'
export const benchCompanies = Number(process.env.BENCH_COMPANIES ?? 200_000)

/** Where benchmarks keep what is long to prepare. */
export const benchFolder = resolve(process.env.DATA_DIR ?? './var/bench')

const demonstration = resolve(import.meta.dirname, '../../database/demo')

/** Changes when what fills the database does: the prepared one is then made again. New migrations are applied to it instead. */
const recipe = (): string => {
  const hash = createHash('sha256').update(String(benchCompanies))
  for (const name of readdirSync(demonstration, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(name).update(readFileSync(join(demonstration, name)))
  return hash.digest('hex')
}

export interface PreparedDatabase {
  readonly server: EmbeddedServer
  readonly urls: DatabaseUrls
  /** Seconds that the load took, whenever it was. */
  readonly loadSeconds: number
}

/** Clients of the demonstration have a dozen people; those whose lists are measured get a page full, once. */
const fillPages = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const known = await client.query("select from contacts where job_title = 'bench' limit 1")
  await client.query("select set_config('app.now', $1, false)", [new Date().toISOString()])
  if (!known.rowCount) await client.query(peopleOfPages)
  await client.end()
}

const peopleOfPages = `
    with added as (
      insert into contacts (id, company_id, first_name, last_name, job_title, phone, email)
      select gen_random_uuid(), c.id, 'Camille', 'Personne ' || n, 'bench', '+33199000000', 'personne' || n || '@bench.example'
      from (select id from companies where universes = array['client'] and state = 'active' and number > 15 order by number limit 24) c, generate_series(1, 60) n
      returning id, company_id, last_name
    ), people as (
      insert into users (id, company_id, contact_id, display_name, state)
      select gen_random_uuid(), company_id, id, 'Camille ' || last_name, 'active' from added returning id, company_id
    )
    insert into user_rights (user_id, right_id, company_id)
    select p.id, r.id, p.company_id from people p join rights r on r.company_id = p.company_id and r.kind = 'universe'`

interface Mark {
  readonly recipe: string
  readonly loadSeconds: number
}

const markOf = (file: string): Mark | null => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

const fill = async (folder: string): Promise<PreparedDatabase> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const server = await startEmbeddedPostgres({ folder, durable: false })
  try {
    const urls = await installDatabase({ adminUrl: server.adminUrl, secret: benchSecret })
    const started = performance.now()
    const now = new Date()
    await loadDemonstration({ ownerUrl: urls.owner, secretKeys: [benchSecret], now, companies: benchCompanies })
    const loadSeconds = (performance.now() - started) / 1000
    // Visibility maps and statistics as a server that has lived has them.
    const client = new pg.Client({ connectionString: urls.owner })
    await client.connect()
    await client.query('vacuum analyze')
    await client.query('checkpoint')
    await client.end()
    return { server, urls, loadSeconds }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The prepared database brought up to date, or null when a migration that it has was rewritten. */
const reopen = async (folder: string, { loadSeconds }: Mark): Promise<PreparedDatabase | null> => {
  const server = await startEmbeddedPostgres({ folder, durable: false })
  try {
    const urls = await installDatabase({ adminUrl: server.adminUrl, secret: benchSecret })
    await fillPages(urls.owner)
    return { server, urls, loadSeconds }
  } catch (error) {
    await server.stop()
    progress(`the prepared database is of another time: ${error instanceof Error ? error.message : error}`)
    return null
  }
}

/** The database of the lists and searches: made once, then started again from its folder. */
export const preparedDatabase = async (): Promise<PreparedDatabase> => {
  const folder = join(benchFolder, 'database')
  const markFile = join(benchFolder, 'database.json')
  const mark = markOf(markFile)
  const current = recipe()
  if (mark?.recipe === current) {
    const opened = await reopen(folder, mark)
    if (opened) return opened
  }
  progress(`loading ${benchCompanies} companies into ${folder}: a few minutes, once`)
  rmSync(markFile, { force: true })
  const prepared = await fill(folder)
  await fillPages(prepared.urls.owner)
  writeFileSync(markFile, JSON.stringify({ recipe: current, loadSeconds: prepared.loadSeconds } satisfies Mark))
  progress(`loaded in ${Math.round(prepared.loadSeconds)} s`)
  return prepared
}
