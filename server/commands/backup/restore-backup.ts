import { join } from 'node:path'
import pg from 'pg'
import { installDatabase, installSchema } from '../../install.ts'
import { type Manifest, verifyArchive } from '../../platform/backup/archive.ts'
import { dropPortal, loadDatabase } from '../../platform/backup/load-database.ts'
import { incomingFolder } from '../../platform/backup/stored-files.ts'
import { ArchiveUnreadable } from '../../platform/backup/tar.ts'
import { BeforeBaseline, inTermsOfBaseline } from '../../platform/db/ledger.ts'
import { logins, roleNames } from '../../platform/db/roles.ts'
import { readMigrations } from '../../platform/db/schema-files.ts'
import type { DatabaseUrls } from '../../platform/db/store.ts'
import { tickPeriodicJobs } from '../../platform/jobs/periodic.ts'
import { restoredFlag } from '../../platform/jobs/restored-run.ts'
import { SecretUnreadable } from '../../platform/secrets/secret-box.ts'
import { portalPeriodicJobs } from '../../worker.ts'
import { CommandError } from '../command.ts'
import { type Installed, openProofs, type Report } from './make-backup.ts'

export interface RestoreOptions {
  /** Replaces what the database and the folder of files hold. */
  readonly force: boolean
  /** Nothing ran since the backup: what waited goes on by itself, mails and password links included. */
  readonly resume: boolean
  /** Prefix of the roles, for a database that has none yet; its name unless told. */
  readonly prefix?: string
  readonly report?: Report
}

/**
 * Reads the whole archive before anything is touched. Returns its manifest, whose migrations are in the terms of this version.
 * @throws CommandError when it cannot be restored by this version with this key.
 */
export const checkArchive = async (path: string, secretKeys: readonly [string, ...string[]]): Promise<Manifest> => {
  const manifest = await verifyArchive(path).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof ArchiveUnreadable || error instanceof SyntaxError)
      throw new CommandError({
        fr: `${path} est incomplet ou abîmé : rien n’a été restauré (${error.message})`,
        en: `${path} is incomplete or damaged: nothing was restored (${error.message})`,
      })
    throw new CommandError({ fr: `${path} ne peut pas être lu (${error.message}).`, en: `${path} cannot be read (${error.message}).` })
  })
  const past = await inTermsOfBaseline(manifest.migrations).catch((error) => {
    if (!(error instanceof BeforeBaseline)) throw error
    throw new CommandError({
      fr: `Cette sauvegarde vient d’une version antérieure (${manifest.product}) : restaurez-la avec le commit ${error.commit}, démarrez le portail, puis passez à cette version.`,
      en: `This backup comes from an earlier version (${manifest.product}): restore it with commit ${error.commit}, start the portal, then come to this version.`,
    })
  })
  const own = await readMigrations()
  const isPast = past.every(({ name, sha256 }, index) => own[index]?.name === name && own[index]?.sha256 === sha256)
  if (!isPast || past.length === 0)
    throw new CommandError({
      fr: `Cette sauvegarde vient d’une version plus récente, ou d’une autre, du produit (${manifest.product}) : mettez le produit à jour d’abord.`,
      en: `This backup comes from a later, or another, version of the product (${manifest.product}): upgrade the product first.`,
    })
  try {
    openProofs(manifest.proofs, secretKeys)
  } catch (error) {
    if (!(error instanceof SecretUnreadable)) throw error
    throw new CommandError({
      fr: 'SECRET_KEY n’est pas celle de cette sauvegarde : les IBAN et les seconds facteurs seraient illisibles. Donnez la clé de l’installation sauvegardée (SECRET_KEY, ou son fichier secret-key).',
      en: 'SECRET_KEY is not the one of this backup: IBANs and second factors could not be read. Give the key of the installation that was backed up (SECRET_KEY, or its file secret-key).',
    })
  }
  return { ...manifest, migrations: [...past] }
}

const exists = async (client: pg.Client, table: string): Promise<boolean> =>
  (await client.query('select to_regclass($1) is not null as yes', [table])).rows[0]?.yes ?? false

/** @throws CommandError when a portal works on the database or, without force, when it holds companies. Returns the prefix of its roles. */
const checkTarget = async (client: pg.Client, force: boolean): Promise<string | undefined> => {
  const stored = (await exists(client, 'public.installation'))
    ? (await client.query<{ prefix: string }>('select prefix from public.installation')).rows[0]?.prefix
    : undefined
  if (stored !== undefined) {
    const roles = roleNames(stored)
    const { rows } = await client.query<{ working: number }>(
      'select count(*)::int as working from pg_stat_activity where datname = current_database() and usename = any ($1)',
      [logins.map((login) => roles[login])],
    )
    if ((rows[0]?.working ?? 0) > 0)
      throw new CommandError({
        fr: 'Un portail travaille sur cette base : arrêtez-le, et son worker, avant de restaurer.',
        en: 'A portal works on this database: stop it, and its worker, before restoring.',
      })
  }
  const isUsed = (await exists(client, 'public.companies')) && (await client.query('select from companies limit 1')).rowCount !== 0
  if (isUsed && !force)
    throw new CommandError({
      fr: 'La base n’est pas vide. --force remplace tout ce qu’elle contient, ainsi que les fichiers.',
      en: 'The database is not empty. --force replaces everything it holds, and the files.',
    })
  return stored
}

/** Nobody comes back signed in; a ceremony that was under way is over. */
const closeSessions = async (client: pg.Client, now: Date) => {
  await client.query('delete from challenges')
  await client.query('update sessions set revoked_at = $1 where revoked_at is null', [now])
}

/**
 * A link with which a password is chosen may have been used since the backup, replaced because it went to the wrong address, or its person
 * suspended: none works again, and staff send the invitations anew. When nothing ran since, they are as they were.
 */
const closeLinks = async (client: pg.Client, now: Date, resume: boolean) => {
  if (!resume) await client.query('update password_links set used_at = $1 where used_at is null', [now])
}

/**
 * What waited at the time of the backup was probably sent afterwards by the portal of that time, and nobody can tell: it must neither leave
 * twice nor be forgotten. Mails become « uncertain », where staff send them again; jobs run, and their mails become uncertain too.
 */
const holdMails = async (client: pg.Client, now: Date, resume: boolean) => {
  await client.query(
    `update mails set state = 'uncertain', last_error = 'restored', next_attempt_at = null, updated_at = $1
     where state = 'sending' or (state = 'queued' and not $2)`,
    [now, resume],
  )
}

/** The periodic work that fell due since the backup is enqueued now, so that it is held like what was waiting. */
const holdJobs = async (urls: DatabaseUrls, clock: Installed['clock']) => {
  const pool = new pg.Pool({ connectionString: urls.worker, max: 1 })
  try {
    await tickPeriodicJobs(pool, portalPeriodicJobs, clock)
    await pool.query(`update graphile_worker._private_jobs set flags = coalesce(flags, '{}') || jsonb_build_object($1::text, true)`, [
      restoredFlag,
    ])
  } finally {
    await pool.end()
  }
}

const loadInOneStep = async (client: pg.Client, installed: Installed, path: string, manifest: Manifest, options: RestoreOptions) => {
  const files = await incomingFolder(join(installed.configuration.dataDir, 'files'))
  try {
    await client.query('begin')
    await loadDatabase({ client, path, manifest, report: options.report ?? (() => undefined), keepFile: files.keep })
    await closeSessions(client, installed.clock.now())
    await closeLinks(client, installed.clock.now(), options.resume)
    await holdMails(client, installed.clock.now(), options.resume)
    const takeBack = await files.take()
    await client.query('commit').catch(async (error) => {
      await takeBack()
      throw error
    })
  } finally {
    await files.clean()
  }
}

/**
 * Restores a backup that `checkArchive` accepted: the schema of its version, its rows and files in one step, then the migrations since.
 * @throws CommandError when the database is used and `force` was not said, or when a portal works on it.
 */
export const restoreBackup = async (installed: Installed, path: string, manifest: Manifest, options: RestoreOptions): Promise<void> => {
  const { adminUrl, clock, configuration } = installed
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'portal restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const prefix = (await checkTarget(client, options.force)) ?? options.prefix
    const install = { adminUrl, secret: configuration.secretKeys[0], ...(prefix === undefined ? {} : { prefix }) }
    await dropPortal(client)
    await installSchema(client, install, manifest.migrations.at(-1)?.name)
    await loadInOneStep(client, installed, path, manifest, options)
    const urls = await installDatabase(install)
    if (!options.resume) await holdJobs(urls, clock)
    await client.query('analyze')
  } finally {
    // A copy that broke off leaves the connection in the middle of a sentence: closed, it rolls back.
    await client.end()
  }
}
