import pg from 'pg'
import { loadCatalogue } from './commerce/catalogue/load-catalogue.ts'
import { renewBackups } from './commerce/catalogue/renewed-offer.ts'
import { loadGroupedOrders } from './commerce/contracts/grouped-orders.ts'
import { askForTerminationNotices, loadContracts } from './commerce/contracts/load-contracts.ts'
import { loadNews } from './commerce/news/load-news.ts'
import { completeCompanies, setOpeningHours } from './complete-companies.ts'
import { hashDemoPassword } from './demo-password.ts'
import { loadIssuer } from './issuer.ts'
import { type DemonstrationOptions, type DemonstrationOutcome, type DemonstrationPart, type Step, seedParts } from './parts.ts'
import { idOf } from './population.ts'
import { restTriggers } from './rest-triggers.ts'
import { activity, credentials, daysBefore, each, loadedTables, loads, paymentDetails, tenantColumns } from './rows.ts'
import { copyRows } from './table-copy.ts'

const advanceSequences = `
  select setval('company_number_seq', (select greatest(100, max(number)) from companies)),
    setval('login_number_seq', (select greatest(100, max(login_number)) from users)),
    setval('mandate_number_seq', (select greatest(1, count(*)) from payment_details))`

const loadRows = async (client: pg.Client, size: number, { secretKeys, now }: DemonstrationOptions): Promise<void> => {
  const passwordHash = await hashDemoPassword()
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
  await client.query('select app.subscribe_administrators()')
  await client.query('select app.rebuild_search()')
  await client.query(
    `insert into terms_acceptances (user_id, version, accepted_at, ip)
     select u.id, t.version, $1, '192.0.2.10' from users u, (select version from terms_versions order by published_at desc limit 1) t
     where u.state <> 'invited' and u.id <> all ($2::uuid[])`,
    [daysBefore(now, 20), [idOf('user', 8)]],
  )
  await client.query(advanceSequences)
}

// The whole load is one transaction: memory for its sorts and index builds, and no wait for the disk before its commit.
const bulkSettings = "set local work_mem = '128MB'; set local maintenance_work_mem = '512MB'; set local synchronous_commit = off"

const loadCompanies: Step = async (client, options) => {
  const triggers = await restTriggers(client, loadedTables)
  await loadRows(client, options.companies ?? 40, options)
  await setOpeningHours(client)
  await loadIssuer(client, options.secretKeys)
  await triggers.up()
}

/** In the order in which they are loaded; a later one may rest on an earlier one. */
const parts: readonly DemonstrationPart[] = [
  { name: 'companies', steps: [loadCompanies, completeCompanies] },
  { name: 'catalogue', steps: [loadCatalogue, renewBackups] },
  { name: 'contracts', steps: [loadContracts, loadGroupedOrders, askForTerminationNotices] },
  { name: 'news', steps: [loadNews] },
]

/**
 * Loads the demonstration, or what an older one lacks; one that is up to date is left alone. In one transaction, so a start that is killed leaves
 * nothing half done.
 */
export const loadDemonstration = async (options: DemonstrationOptions): Promise<DemonstrationOutcome> => {
  const client = new pg.Client({ connectionString: options.ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('demonstration'))")
    await client.query("select set_config('app.now', $1, true)", [options.now.toISOString()])
    await client.query(bulkSettings)
    const outcome = await seedParts(client, parts, options)
    await client.query('commit')
    if (outcome !== 'present') await client.query('analyze')
    return outcome
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
  ['E-000000010', 'Ma Société, Informations société - Voir et Technique - Voir les services, site de Bordeaux'],
]
