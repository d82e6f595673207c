import { issuerIbanContext } from '../domains/companies/issuer/issuer-settings.ts'
import { paymentSecrets } from '../domains/companies/payment/payment.repository.ts'
import { mailSecrets } from '../platform/mail/mail-queue.ts'
import { rotateSecrets, type SecretColumn } from '../platform/secrets/rotate-secrets.ts'
import { createSecretBox } from '../platform/secrets/secret-box.ts'
import { type Command, print, say } from './command.ts'
import { withInstallation } from './open-installation.ts'

/** Every column of the portal that holds something sealed with SECRET_KEY. */
export const sealedColumns: readonly SecretColumn[] = [
  mailSecrets,
  paymentSecrets,
  { table: 'factors', column: 'secret_sealed', context: (id) => `factors.secret_sealed:${id}` },
  { table: 'issuer_settings', column: 'iban_sealed', key: 'company_id', context: issuerIbanContext },
]

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
