import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { loadIssuer } from './issuer.ts'
import { idOf } from './population.ts'
import { activity, credentials, daysBefore, each, loadedTables, loads, paymentDetails, tenantColumns } from './rows.ts'
import { copyRows } from './table-copy.ts'

/** Password of every demonstration login. Public: a demonstration holds nothing to protect. */
export const demoPassword = 'Demo-2026!'

export interface DemonstrationOptions {
  readonly ownerUrl: string
  readonly secretKeys: readonly [string, ...string[]]
  /** The portal's clock: everything is dated back from that day, the same for the same day. */
  readonly now: Date
  readonly companies?: number
}

/** Version of what this part loads; raise it with a step that completes older demonstrations. */
const part = { name: 'companies', version: 1 }

const advanceSequences = `
  select setval('company_number_seq', (select greatest(100, max(number)) from companies)),
    setval('login_number_seq', (select greatest(100, max(login_number)) from users)),
    setval('mandate_number_seq', (select greatest(1, count(*)) from payment_details))`

const loadEverything = async (client: pg.Client, size: number, { secretKeys, now }: DemonstrationOptions): Promise<void> => {
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  for (const load of loads) await copyRows(client, load.table, load.columns, each(load, size, now))
  await copyRows(client, 'credentials', ['user_id', 'password_hash', 'changed_at'], credentials(size, passwordHash, now))
  await copyRows(
    client,
    'payment_details',
    [
      'id',
      ...tenantColumns,
      'holder_name',
      'iban_sealed',
      'iban_masked',
      'mandate_reference',
      'mandate_state',
      'mandate_signed_on',
      'billing_street',
      'billing_postcode',
      'billing_city',
      'billing_email',
      'created_at',
    ],
    paymentDetails(size, secretKeys, now),
  )
  await copyRows(
    client,
    'activity',
    [
      'id',
      ...tenantColumns,
      'site_id',
      'at',
      'actor_user_id',
      'actor_name',
      'actor_company_id',
      'universe',
      'ip',
      'action',
      'object_kind',
      'object_reference',
      'object_label',
      'before',
      'after',
    ],
    activity(size, now),
  )
  await client.query('select app.rebuild_effective_rights()')
  await client.query('select app.rebuild_search()')
  await client.query(
    `insert into terms_acceptances (user_id, version, accepted_at, ip)
     select u.id, t.version, $1, '192.0.2.10' from users u, (select version from terms_versions order by published_at desc limit 1) t
     where u.state <> 'invited' and u.id <> all ($2::uuid[])`,
    [daysBefore(now, 20), [idOf('user', 8)]],
  )
  await client.query(advanceSequences)
}

/** Opening hours that many offices have, with a lunch break; Saturdays for some. Set by one statement: the same for all. */
const openingHours = (slots: readonly (readonly [string, string])[], saturday: boolean) => {
  const day = slots.map(([from, to]) => ({ from, to }))
  const short = [{ from: '09:00', to: '12:00' }]
  return {
    week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: saturday ? short : [], sunday: [] },
    closings: [],
  }
}

// The whole load is one transaction: memory for its sorts and index builds, and no wait for the disk before its commit.
const bulkSettings = "set local work_mem = '128MB'; set local maintenance_work_mem = '512MB'; set local synchronous_commit = off"

/** What the trigger of sites would have copied, had it not been off: the town of the head office, on the company's row. */
const copyHeadOffices = (client: pg.Client) =>
  client.query(
    'update companies c set head_postcode = s.postcode, head_city = s.city from sites s where s.company_id = c.id and s.is_head_office',
  )

/**
 * Keeps triggers from running row by row: their work is done in one go at the end. A superuser spares the checks of foreign keys too, which hold by
 * construction; another owner may only rest the portal's own triggers. Returns what wakes them.
 */
const restTriggers = async (client: pg.Client): Promise<() => Promise<void>> => {
  const { rows } = await client.query('select rolsuper from pg_roles where rolname = current_user')
  if (rows[0]?.rolsuper) {
    await client.query('set local session_replication_role = replica')
    return async () => {
      await copyHeadOffices(client)
      await client.query('set local session_replication_role = origin')
    }
  }
  for (const table of loadedTables) await client.query(`alter table ${table} disable trigger user`)
  return async () => {
    await copyHeadOffices(client)
    for (const table of loadedTables) await client.query(`alter table ${table} enable trigger user`)
  }
}

/**
 * Loads the demonstration, once: a database that has it already is left alone. In one transaction, so a start that is killed leaves nothing half done.
 * @returns true when rows were loaded.
 */
export const loadDemonstration = async (options: DemonstrationOptions): Promise<boolean> => {
  const client = new pg.Client({ connectionString: options.ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('demonstration'))")
    const known = await client.query('select version from demonstration_parts where part = $1', [part.name])
    if (known.rows.length > 0) {
      await client.query('rollback')
      return false
    }
    await client.query("select set_config('app.now', $1, true)", [options.now.toISOString()])
    await client.query(bulkSettings)
    const wakeTriggers = await restTriggers(client)
    await loadEverything(client, options.companies ?? 40, options)
    await client.query('update sites set opening_hours = $1 where is_head_office', [
      JSON.stringify(
        openingHours(
          [
            ['09:00', '12:30'],
            ['13:30', '18:00'],
          ],
          false,
        ),
      ),
    ])
    await loadIssuer(client, options.secretKeys)
    await wakeTriggers()
    await client.query('insert into demonstration_parts (part, version, seeded_on) values ($1, $2, $3)', [
      part.name,
      part.version,
      options.now,
    ])
    await client.query('commit')
    await client.query('analyze')
    return true
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

/** The logins shown at the start, with who they are. */
export const demoLogins: readonly (readonly [string, string])[] = [
  ['E-000000001', 'Exploitant, administratrice'],
  ['E-000000002', 'Opérateur « Horizon Télécom », administrateur'],
  ['E-000000003', 'Ambassadeur « Réseau Conseil », administratrice'],
  ['E-000000004', 'Client « Ma Société », administratrice'],
  ['E-000000005', 'Ma Société, Technique - Voir les services, site de Bordeaux'],
  ['E-000000006', 'Ma Société, Comptabilité - Voir les factures et avoirs'],
  ['E-000000007', "Cliente de l'opérateur, administratrice"],
  ['E-000000008', "Ma Société, n'a pas encore accepté les conditions"],
  ['E-000000009', 'Exploitant, pilote « Céline B. »'],
]
