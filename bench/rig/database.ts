import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { loadDemonstration } from '../../database/demo/load-demonstration.ts'
import { benchSecret, type PreparedDatabase, prepare } from './prepared.ts'

export const benchCompanies = Number(process.env.BENCH_COMPANIES ?? 200_000)

const demonstration = resolve(import.meta.dirname, '../../database/demo')

const demonstrationFiles = (): string[] =>
  readdirSync(demonstration, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [name, readFileSync(join(demonstration, name), 'utf8')])

/** Clients of the demonstration have a dozen people; those whose lists are measured get a page full. */
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

/** The database of the lists and searches of companies and people. */
export const preparedDatabase = (): Promise<PreparedDatabase> =>
  prepare({
    name: 'database',
    recipe: [String(benchCompanies), peopleOfPages, ...demonstrationFiles()],
    fill: async ({ owner: ownerUrl }) => {
      const now = new Date()
      const started = performance.now()
      await loadDemonstration({ ownerUrl, secretKeys: [benchSecret], now, companies: benchCompanies })
      const loadSeconds = (performance.now() - started) / 1000
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      await client.query("select set_config('app.now', $1, false)", [now.toISOString()])
      await client.query(peopleOfPages)
      // Visibility maps and statistics as a server that has lived has them.
      await client.query('vacuum analyze')
      await client.query('checkpoint')
      await client.end()
      return loadSeconds
    },
  })
