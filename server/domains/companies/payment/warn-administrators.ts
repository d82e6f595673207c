import { pagePath } from '#api/pages'
import { withFirstOfMonth } from '#api/rules/first-of-month'
import { businessTimeZone } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import type { MailQueue } from '../../../platform/mail/mail-queue.ts'
import { actorNameFor } from '../../activity/record-activity.ts'
import * as payments from './payment.repository.ts'
import { type PaymentEvent, paymentChangedMail } from './payment-mails.ts'

const written = (at: Date, language: 'fr' | 'en'): string =>
  withFirstOfMonth(new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: businessTimeZone }).format(at))

/** Queues, with the change itself, a mail to each administrator of the company. */
export const warnAdministrators = async (
  tx: ScopedTransaction,
  { mails, appUrl }: { readonly mails: MailQueue; readonly appUrl: string },
  company: { readonly id: string; readonly name: string },
  event: PaymentEvent,
  details: { readonly site: string | null; readonly ibanMasked: string; readonly mandate: string },
): Promise<void> => {
  for (const person of await tx.all(payments.administrators(company.id))) {
    const language = person.language === 'en' ? 'en' : 'fr'
    await mails.enqueue(tx, paymentChangedMail, {
      to: person.email ?? '',
      language,
      companyId: company.id,
      userId: person.id,
      login: person.login,
      parameters: {
        event,
        company: company.name,
        ...details,
        actor: actorNameFor(tx.scope, company.id),
        at: written(tx.now, language),
        url: `${appUrl}${pagePath('company', { universe: 'client' })}`,
      },
    })
  }
}
