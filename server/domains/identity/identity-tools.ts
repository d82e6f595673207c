import type { MailQueue } from '../../platform/mail/mail-queue.ts'
import type { SecretBox } from '../../platform/secrets/secret-box.ts'
import type { Passkeys } from './factors/passkeys.ts'

/** What the identity routes share. */
export interface IdentityTools {
  readonly secrets: SecretBox
  readonly mails: MailQueue
  readonly passkeys: Passkeys
}
