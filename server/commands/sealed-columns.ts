import { issuerIbanContext } from '../domains/companies/issuer/issuer-settings.ts'
import { paymentSecrets } from '../domains/companies/payment/payment.repository.ts'
import { mailSecrets } from '../platform/mail/mail-queue.ts'
import type { SecretColumn } from '../platform/secrets/rotate-secrets.ts'

/** Every column of the portal that holds something sealed with SECRET_KEY. */
export const sealedColumns: readonly SecretColumn[] = [
  mailSecrets,
  paymentSecrets,
  { table: 'factors', column: 'secret_sealed', context: (id) => `factors.secret_sealed:${id}` },
  { table: 'issuer_settings', column: 'iban_sealed', key: 'company_id', context: issuerIbanContext },
]
