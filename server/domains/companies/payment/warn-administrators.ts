import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { Language } from '#api/languages'
import { pagePath } from '#api/pages'
import { withFirstOfMonth } from '#api/rules/first-of-month'
import { businessTimeZone } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db, raw } from '../../../platform/db/query.ts'
import { defineNews, type FoundReader, readersBy } from '../../../platform/mail/define-news.ts'
import { actorNameFor } from '../../activity/record-activity.ts'
import { type PaymentEvent, paymentChangedMail, paymentEvents } from './payment-mails.ts'

const written = (at: Date, language: Language): string =>
  withFirstOfMonth(new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: businessTimeZone }).format(at))

const subject = z.object({
  companyId: z.uuid(),
  event: z.enum(paymentEvents),
  site: z.nullable(z.string()),
  ibanMasked: z.string(),
  mandate: z.string(),
  actor: z.string(),
  /** Instant. */
  at: z.string(),
})

/** What touches a company's money, told to its administrators. */
export const paymentTold = defineNews({
  code: 'payment.told',
  subject,
  readers: [
    readersBy('administrator', ({ companyId }) =>
      raw<FoundReader>(sql`
        select k.email, u.id as user_id, u.login, u.language, 'client' as universe from users u join contacts k on k.id = u.contact_id
        where u.company_id = ${companyId} and u.is_administrator and u.state = 'active' order by u.login`),
    ),
  ],
  facts: async (tx, changed) => {
    const company = await tx.first(db.selectFrom('companies').where('id', '=', changed.companyId).select('name'))
    return company ? { ...changed, company: company.name } : null
  },
  mail: paymentChangedMail,
  parameters: ({ event, company, site, ibanMasked, mandate, actor, at }, { language }, appUrl) => ({
    event,
    company,
    site,
    ibanMasked,
    mandate,
    actor,
    at: written(new Date(at), language),
    url: `${appUrl}${pagePath('company', { universe: 'client' })}`,
  }),
})

/** Told with the change itself. */
export const warnAdministrators = (
  tx: ScopedTransaction,
  company: { readonly id: string },
  event: PaymentEvent,
  details: { readonly site: string | null; readonly ibanMasked: string; readonly mandate: string },
): Promise<void> =>
  paymentTold.tell(tx, { companyId: company.id, event, ...details, actor: actorNameFor(tx.scope, company.id), at: tx.now.toISOString() })
