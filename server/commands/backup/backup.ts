import { access, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { type Command, CommandError, exitCodes, print, printError, say, usageError } from '../command.ts'
import { withDatabase } from '../open-installation.ts'
import { makeBackup } from './make-backup.ts'

const productVersion = async (): Promise<string> =>
  z.object({ version: z.string() }).parse(JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'))).version

/** A folder gets a file named after the instant. */
const placeOf = async (told: string, at: Date): Promise<string> => {
  const path = resolve(told)
  const found = await stat(path).catch(() => null)
  const file = found?.isDirectory() ? join(path, `myopenip-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.tar`) : path
  const isTaken = await access(file).then(
    () => true,
    () => false,
  )
  if (isTaken)
    throw new CommandError({
      fr: `${file} existe déjà : une sauvegarde n’en écrase jamais une autre.`,
      en: `${file} exists already: a backup never overwrites another.`,
    })
  return file
}

/** One line per table that holds something. */
export const reportTable = (table: string, rows: number): void => {
  if (rows > 0) print(`  ${table} ${rows}`)
}

export const backupCommand: Command = {
  name: 'backup',
  usage: '<file.tar | folder>',
  summary: {
    fr: 'Sauvegarde la base et les fichiers dans une archive, pendant que le portail travaille.',
    en: 'Backs the database and the files up into one archive, while the portal works.',
  },
  details: {
    fr: 'SECRET_KEY n’y est pas : gardez-la ailleurs, sans elle la sauvegarde ne peut pas être restaurée.',
    en: 'SECRET_KEY is not in it: keep it elsewhere, without it the backup cannot be restored.',
  },
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [told] = positionals
    if (!told || positionals.length !== 1) throw usageError(this)
    return withDatabase(async (database) => {
      const path = await placeOf(told, database.clock.now())
      const made = await makeBackup(database, path, await productVersion(), reportTable)
      const { size } = await stat(path)
      const megabytes = (size / 1_000_000).toFixed(1)
      print(
        say({
          fr: `${path} : ${made.rows} lignes, ${made.count} fichiers, ${megabytes} Mo. Gardez SECRET_KEY à part.`,
          en: `${path}: ${made.rows} rows, ${made.count} files, ${megabytes} MB. Keep SECRET_KEY apart.`,
        }),
      )
      if (made.missing === 0) return exitCodes.done
      printError(
        say({
          fr: `Attention : ${made.missing} fichiers nommés par la base manquent dans DATA_DIR/files.`,
          en: `Warning: ${made.missing} files that the database names are missing from DATA_DIR/files.`,
        }),
      )
      return exitCodes.someFaulty
    })
  },
}
