import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { ArchiveWriter, type Manifest } from '../../platform/backup/archive.ts'
import { dumpDatabase } from '../../platform/backup/dump-database.ts'
import { keepFiles } from '../../platform/backup/stored-files.ts'
import { createSecretBox, SecretUnreadable } from '../../platform/secrets/secret-box.ts'
import { CommandError } from '../command.ts'
import type { OpenDatabase } from '../open-installation.ts'
import { sealedColumns } from '../sealed-columns.ts'

/** What the archive itself seals, so that an empty portal proves its key too. */
const ownProof = 'backup'

export type Installed = Pick<OpenDatabase, 'adminUrl' | 'clock'> & {
  readonly configuration: Pick<OpenDatabase['configuration'], 'secretKeys' | 'dataDir'>
}

export type Report = (table: string, rows: number) => void

/** One sealed value per key in use, of every column that the database has. */
const sealedSamples = async (client: pg.ClientBase): Promise<Manifest['proofs']> => {
  const proofs: Manifest['proofs'] = []
  for (const { table, column, key = 'id', context } of sealedColumns) {
    const known = await client.query('select from information_schema.columns where table_name = $1 and column_name = $2', [table, column])
    if (known.rowCount === 0) continue
    const [from, sealed, id] = [table, column, key].map(pg.escapeIdentifier)
    // The key's name stands in front of what it sealed.
    const { rows } = await client.query<{ key: string; sealed: Buffer }>(
      `select distinct on (substring(${sealed} from 1 for 5)) ${id}::text as key, ${sealed} as sealed from ${from}
       where ${sealed} is not null order by substring(${sealed} from 1 for 5), ${id}`,
    )
    for (const row of rows) proofs.push({ context: context(row.key), sealed: row.sealed.toString('base64') })
  }
  return proofs
}

/** Opens what an archive, or a database, sealed. @throws SecretUnreadable */
export const openProofs = (proofs: Manifest['proofs'], keys: readonly [string, ...string[]]): void => {
  const box = createSecretBox(keys)
  for (const { context, sealed } of proofs) box.open(Buffer.from(sealed, 'base64'), context)
}

const checkKey = (proofs: Manifest['proofs'], keys: readonly [string, ...string[]]) => {
  try {
    openProofs(proofs, keys)
  } catch (error) {
    if (!(error instanceof SecretUnreadable)) throw error
    throw new CommandError({
      fr: 'SECRET_KEY n’ouvre pas ce que cette base contient : donnez celle du portail, avec ses clés précédentes, pour que la sauvegarde puisse être relue.',
      en: 'SECRET_KEY does not open what this database holds: give the portal’s own, with its previous keys, so that the backup can be read again.',
    })
  }
}

/**
 * Writes a backup of the database and the files to `path`, while the portal works. Written under another name until it is whole.
 * @throws CommandError when SECRET_KEY is not the portal's or the file exists.
 */
export const makeBackup = async (
  { adminUrl, clock, configuration }: Installed,
  path: string,
  product: string,
  report: Report = () => undefined,
): Promise<Manifest['files'] & { readonly tables: number; readonly rows: number }> => {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'portal backup' })
  await client.connect()
  const unfinished = `${path}.part`
  const at = clock.now()
  try {
    const known = await client.query("select to_regclass('public.migrations') is not null as installed")
    if (!known.rows[0]?.installed)
      throw new CommandError({ fr: 'Cette base ne contient pas de portail.', en: 'There is no portal in this database.' })
    const archive = await ArchiveWriter.create(unfinished, at)
    try {
      const dumped = await dumpDatabase({
        client,
        archive,
        report,
        proofs: async (snapshot) => {
          const proofs = await sealedSamples(snapshot)
          checkKey(proofs, configuration.secretKeys)
          const own = createSecretBox(configuration.secretKeys).seal(ownProof, ownProof)
          return [...proofs, { context: ownProof, sealed: own.toString('base64') }]
        },
        files: (snapshot) => keepFiles(snapshot, archive, join(configuration.dataDir, 'files')),
      })
      await archive.finish({ product, createdAt: at.toISOString(), ...dumped })
      await rename(unfinished, path)
      return { ...dumped.files, tables: dumped.tables.length, rows: dumped.tables.reduce((sum, { rows }) => sum + rows, 0) }
    } catch (error) {
      await archive.abandon()
      await rm(unfinished, { force: true })
      throw error
    }
  } finally {
    await client.end()
  }
}
