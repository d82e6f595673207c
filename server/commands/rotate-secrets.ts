import { rotateSecrets } from '../platform/secrets/rotate-secrets.ts'
import { createSecretBox } from '../platform/secrets/secret-box.ts'
import { type Command, print, say } from './command.ts'
import { withInstallation } from './open-installation.ts'
import { sealedColumns } from './sealed-columns.ts'

export const rotateSecretsCommand: Command = {
  name: 'rotate-secrets',
  usage: '',
  summary: {
    fr: 'Chiffre de nouveau, avec la première clé de SECRET_KEY, ce que les précédentes avaient chiffré.',
    en: 'Seals again, with the first key of SECRET_KEY, what the previous ones had sealed.',
  },
  details: {
    fr: 'SECRET_KEY=nouvelle,ancienne, puis cette commande ; l’ancienne peut ensuite être retirée.',
    en: 'SECRET_KEY=new,old, then this command; the old one can then be removed.',
  },
  run: () =>
    withInstallation(async ({ pool, configuration }) => {
      const rotated = await rotateSecrets(pool, createSecretBox(configuration.secretKeys), sealedColumns)
      print(say({ fr: `${rotated} valeurs chiffrées de nouveau.`, en: `${rotated} values sealed again.` }))
      return 0
    }),
}
