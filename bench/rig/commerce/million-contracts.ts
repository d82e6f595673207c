import pg from 'pg'
import { newId } from '../../../server/platform/ids.ts'
import { worldBuilder } from '../../../server/testing/world.ts'
import { type PreparedDatabase, prepare } from '../prepared.ts'

/** How many contracts the lists are measured with. */
export const contracts = Number(process.env.BENCH_CONTRACTS ?? 1_000_000)
const companies = 60_000
/** The carrier, one ambassador and one operator with a tenth of everything each, and a client with a fiftieth. */
export const tenants = { carrier: 1, ambassador: 2, operator: 3, client: 5 } as const

const id = (kind: string, number: string) => `('00000000-0000-7000-${kind}-' || lpad(to_hex(${number}), 12, '0'))::uuid`
export const companyId = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** Independent of one another, as the columns of real contracts are. */
const chance = (seed: number, sides: number) => `(abs(hashint8(n * 31 + ${seed})::bigint) % ${sides})`
const list = (values: readonly string[]) => `array[${values.map((value) => `'${value}'`).join(',')}]`
const pick = (seed: number, values: readonly string[]) => `(${list(values)})[1 + ${chance(seed, values.length)}]`
const pilots = ['Céline B.', 'Marc D.', 'Julie P.', 'Karim A.', 'Paul V.']

const surroundings = [
  `insert into companies (id, number, universes, name, ambassador_id, operator_id)
   select ${id('8000', 'n')}, n, case n when 1 then '{carrier}' when 2 then '{ambassador}' when 3 then '{operator}' else '{client}' end::text[],
     ${pick(1, ['Garage', 'Boulangerie', 'Menuiserie', 'Cabinet', 'Pharmacie', 'Transports', 'Atelier', 'Conseil'])} || ' ' ||
       ${pick(2, ['Martin', 'Bernard', 'Dubois', 'Thomas', 'Robert', 'Petit', 'Durand', 'Leroy'])} || ' ' || n,
     case when n > 5 and n % 10 = 0 then ${id('8000', '2')} end, case when n > 5 and n % 10 = 1 then ${id('8000', '3')} end
   from generate_series(1, ${companies}) n`,
  `insert into sites (id, company_id, name, is_head_office, street, postcode, city)
   select ${id('9000', 'n')}, ${id('8000', 'n')}, 'Siège Social', true, '1 rue', '33000',
     ${pick(3, ['Bordeaux', 'Paris', 'Lyon', 'Marseille', 'Toulouse', 'Nantes', 'Lille', 'Rennes', 'Nice', 'Clichy'])}
       || case when n % 3 = 0 then '' else ' ' || n % 200 end
   from generate_series(1, ${companies}) n`,
  `insert into offer_families (code, name, name_en, position)
   values ('internet_access', 'a', 'a', 1), ('ip_telephony', 'b', 'b', 2), ('mobile', 'c', 'c', 3) on conflict do nothing`,
  `insert into offers (id, code, family, kind, name, name_en, universes, state)
   select ${id('a000', 'n')}, 'BENCH-' || n, (array['internet_access', 'ip_telephony', 'mobile'])[1 + n % 3], 'contract',
     (array['Fibre optique entreprise', 'Trunk SIP', 'MetaCentrex', 'Accès Internet ADSL / VDSL', 'Accès Numéris T0', 'MyCloud3CX'])[1 + n % 6]
       || case when n < 6 then '' else ' ' || n end, 'x', '{client}', 'on_sale'
   from generate_series(1, 30) n`,
  `insert into offer_versions (id, offer_id, number, state, valid_from, definition)
   select ${id('b000', 'n')}, ${id('a000', 'n')}, 1, 'published', '2020-01-01', '{}' from generate_series(1, 30) n`,
]

/** Triggers are off: what they write is written here; each name is folded once and not in each row. */
const everyContract = `insert into subscriptions (id, number, company_id, ambassador_id, operator_id, payer_id, site_id, site_ids, offer_id, offer_version_id, name, family, state,
   company_name, company_reference, payer_reference, city, pilot_name, delivered_on, last_order_number, last_order_reference, last_order_kind,
   last_order_state, name_key, company_key, city_key, pilot_key)
 select ${id('c000', 'n')}, n, c.id, c.ambassador_id, c.operator_id, coalesce(c.operator_id, c.id), s.id, array[s.id], o.id, v.id, o.name, o.family,
   d.state, c.name, c.reference, case when c.operator_id is null then c.reference else 'OIP-00000003' end, s.city, d.pilot, d.delivered_on,
   d.order_number, 'COM' || d.order_number, case when d.order_number is not null then d.kind end, case when d.order_number is not null then d.order_state end,
   o.key, c.key, s.key, coalesce(p.key, '')
 from (
   select n, case when ${chance(10, 200)} = 0 then 'terminated' when ${chance(10, 200)} = 1 then 'termination_requested'
       when ${chance(10, 200)} < 5 then 'creating' else 'active' end as state,
     case when ${chance(11, 3)} > 0 then ${pick(12, pilots)} end as pilot,
     case when ${chance(10, 200)} between 2 and 4 then null else date '2018-01-01' + ${chance(13, 3200)}::int end as delivered_on,
     case when ${chance(14, 11)} > 0 then n + 1000000 end as order_number,
     ${pick(15, ['creation', 'creation', 'creation', 'addition', 'addition', 'modification', 'termination'])} as kind,
     case when ${chance(10, 200)} between 2 and 4 then 'in_delivery' when ${chance(16, 100)} = 0 then 'cancelled' when ${chance(16, 100)} = 1 then 'submitted'
       else 'delivered' end as order_state,
     case when ${chance(17, 50)} = 0 then 5 else 6 + abs(hashint8(n::bigint)::bigint) % ${companies - 6} end as company, 1 + ${chance(18, 30)} as offer
   from generate_series(1::bigint, ${contracts}) n
 ) d
 join (select *, app.fold(name) as key from companies offset 0) c on c.number = d.company
 join (select *, app.fold(city) as key from sites offset 0) s on s.company_id = c.id
 join (select *, app.fold(name) as key from offers offset 0) o on o.code = 'BENCH-' || d.offer join offer_versions v on v.offer_id = o.id
 left join (select name, app.fold(name) as key from unnest(${list(pilots)}) name offset 0) p on p.name = d.pilot`

/** Loads a table with its indexes away, and makes them again: a third of the time that keeping thirty of them takes, row by row. */
const withoutIndexes = async (client: pg.Client, table: string, load: () => Promise<unknown>): Promise<void> => {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
     where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = i.indexrelid)`,
    [table],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await load()
  await client.query("set maintenance_work_mem = '512MB'")
  for (const { definition } of rows) await client.query(definition)
}

/** An administrator in each tenant, as `signedInCallers` looks for them. */
const addPeople = async (ownerUrl: string): Promise<void> => {
  const build = await worldBuilder(ownerUrl, new Date())
  for (const number of Object.values(tenants)) {
    const { rows } = await build.run('select id, reference, name from companies where number = $1', [number])
    const administratorRightId = newId()
    await build.run(`insert into rights (id, company_id, kind, name) values ($1, $2, 'administrator', 'Administrateur')`, [
      administratorRightId,
      companyId(number),
    ])
    const company = { ...rows[0], headOfficeId: '', administratorRightId }
    const { contactId } = await build.addPerson({ lastName: 'Lectrice', company, administrator: true })
    await build.run(`update contacts set job_title = 'bench' where id = $1`, [contactId])
  }
  await build.close()
}

/** Fills an empty database with a million contracts, as its owner. */
const fillContracts = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select set_config('app.now', $1, false), set_config('session_replication_role', 'replica', false)", [
      new Date().toISOString(),
    ])
    for (const statement of surroundings) await client.query(statement)
    await withoutIndexes(client, 'subscriptions', () => client.query(everyContract))
    await addPeople(ownerUrl)
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

/** The database of the lists of contracts. */
export const contractsDatabase = (): Promise<PreparedDatabase> =>
  prepare({
    name: 'contracts',
    recipe: [everyContract, ...surroundings, addPeople.toString()],
    fill: async ({ owner }) => {
      const started = performance.now()
      await fillContracts(owner)
      return (performance.now() - started) / 1000
    },
  })
