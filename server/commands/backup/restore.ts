import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Command, exitCodes, print, say, usageError } from '../command.ts'
import { withDatabase } from '../open-installation.ts'
import { reportTable } from './backup.ts'
import { checkArchive, restoreBackup } from './restore-backup.ts'

export const restoreCommand: Command = {
  name: 'restore',
  usage: '<file.tar> [--force] [--resume]',
  summary: {
    fr: 'Restaure une sauvegarde dans une base vide, ou à la place de ce qu’elle contient avec --force.',
    en: 'Restores a backup into an empty database, or in place of what it holds with --force.',
  },
  details: {
    fr: 'Les courriels en attente deviennent « incertains » et les liens de mot de passe ne servent plus ; --resume laisse tout reprendre, si rien n’a tourné depuis la sauvegarde.',
    en: 'Waiting mails become “uncertain” and password links no longer work; --resume lets everything go on, if nothing ran since the backup.',
  },
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false }, resume: { type: 'boolean', default: false } },
    })
    const [told] = positionals
    if (!told || positionals.length !== 1) throw usageError(this)
    const path = resolve(told)
    return withDatabase(async (database) => {
      print(say({ fr: 'Vérification de l’archive…', en: 'Checking the archive…' }))
      const manifest = await checkArchive(path, database.configuration.secretKeys)
      print(
        say({
          fr: `Sauvegarde du ${manifest.createdAt}, version ${manifest.product}, intacte.`,
          en: `Backup of ${manifest.createdAt}, version ${manifest.product}, whole.`,
        }),
      )
      await restoreBackup(database, path, manifest, { ...values, report: reportTable })
      print(
        say({
          fr: `Restauré, ${manifest.files.count} fichiers compris. Toutes les sessions sont fermées${values.resume ? '' : ' ; les courriels qui attendaient sont dans « Courriels envoyés », état « Incertain » ; les liens de mot de passe envoyés avant ne servent plus : renvoyez les invitations'}.`,
          en: `Restored, ${manifest.files.count} files included. Every session is closed${values.resume ? '' : '; the mails that waited are in “Sent mails”, state “Uncertain”; password links sent before no longer work: send the invitations again'}.`,
        }),
      )
      return exitCodes.done
    })
  },
}
