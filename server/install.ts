import pg from 'pg'
import { portalMoves } from './allowed-moves.ts'
import { syncTemplates } from './domains/access/sync-templates.ts'
import { syncTerms } from './domains/identity/terms/sync-terms.ts'
import { syncSaleTerms } from './domains/shop/terms/sync-sale-terms.ts'
import { syncAllowedMoves } from './platform/db/allowed-moves.ts'
import { migrate } from './platform/db/migrate.ts'
import { ensureRoles, type Login, loginPassword, roleNames } from './platform/db/roles.ts'
import type { DatabaseUrls } from './platform/db/store.ts'
import { installJobs } from './platform/jobs/install-jobs.ts'

export interface InstallOptions {
  /** A login that owns the database and may create roles (a superuser, or CREATEROLE). */
  readonly adminUrl: string
  /** SECRET_KEY's current key: the logins' passwords follow from it. */
  readonly secret: string
  /** Prefix of the roles; the database's name unless told. */
  readonly prefix?: string
}

const storedPrefix = async (client: pg.Client, wished: string): Promise<string> => {
  await client.query(
    'create table if not exists public.installation (single boolean primary key default true check (single), prefix text not null)',
  )
  await client.query('insert into public.installation (prefix) values ($1) on conflict do nothing', [wished])
  return (await client.query('select prefix from public.installation')).rows[0].prefix
}

const urlFor = (adminUrl: string, role: string, secret: string): string => {
  const url = new URL(adminUrl)
  url.username = role
  url.password = loginPassword(secret, role)
  return url.href
}

const databaseName = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1)).replaceAll(/\W/g, '_')

/** The connection strings of the logins, for an installation whose roles exist. */
export const databaseUrls = ({ adminUrl, secret, prefix }: InstallOptions): DatabaseUrls => {
  const roles = roleNames(prefix ?? databaseName(adminUrl))
  const url = (login: Login) => urlFor(adminUrl, roles[login], secret)
  return { owner: adminUrl, identity: url('identity'), customers: url('customers'), staff: url('staff'), worker: url('worker') }
}

const canSignIn = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}

/**
 * Roles, migrations and queue, without the reference rows: those of a backup follow. `upTo` stops at a migration, so that the rows of an earlier
 * version fit.
 */
export const installSchema = async (
  client: pg.Client,
  { adminUrl, secret, prefix }: InstallOptions,
  upTo?: string,
): Promise<DatabaseUrls> => {
  const stored = await storedPrefix(client, prefix ?? databaseName(adminUrl))
  const roles = roleNames(stored)
  const urls = databaseUrls({ adminUrl, secret, prefix: stored })
  const ready = await Promise.all([urls.identity, urls.customers, urls.staff, urls.worker].map(canSignIn))
  if (ready.includes(false)) await ensureRoles(client, roles, secret)
  await migrate(adminUrl, roles, upTo)
  await installJobs(adminUrl, roles.worker)
  return urls
}

/** Creates or upgrades the portal's database: roles, migrations, reference rows. Run again it changes nothing. */
export const installDatabase = async (options: InstallOptions): Promise<DatabaseUrls> => {
  const client = new pg.Client({ connectionString: options.adminUrl })
  await client.connect()
  try {
    const urls = await installSchema(client, options)
    await syncTemplates(client)
    await syncAllowedMoves(client, portalMoves)
    await syncTerms(client)
    await syncSaleTerms(client)
    return urls
  } finally {
    await client.end()
  }
}
