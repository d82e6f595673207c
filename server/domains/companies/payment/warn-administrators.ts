import * as z from 'zod/mini'
import { pagePath } from '#api/pages'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { instantInWords } from '../../../platform/mail/days-in-words.ts'
import { defineNews } from '../../../platform/mail/define-news.ts'
import { actorNameFor } from '../../activity/record-activity.ts'
import { administratorsOf } from '../company/administrators.ts'
import { type PaymentEvent, paymentChangedMail, paymentEvents } from './payment-mails.ts'

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
  readers: [administratorsOf(({ companyId }) => companyId)],
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
    at: instantInWords(at, language),
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
