import { type Command, print, say } from './command.ts'
import { withInstallation } from './open-installation.ts'

export const install: Command = {
  name: 'install',
  usage: '',
  summary: {
    fr: 'Crée ou met à jour la base : rôles, migrations, données de référence. Sans effet si elle est à jour.',
    en: 'Creates or upgrades the database: roles, migrations, reference rows. Changes nothing when it is up to date.',
  },
  run: () =>
    withInstallation(async () => {
      print(say({ fr: 'La base est installée et à jour.', en: 'The database is installed and up to date.' }))
      return 0
    }),
}
