import * as z from 'zod/mini'
import { say } from '#api/languages'
import { type NotificationCategory, notificationCategories } from '#api/notifications/notification-categories'
import { categoryWords } from '#api/notifications/words'
import { db } from '../../../platform/db/query.ts'
import { instantInWords } from '../../../platform/mail/days-in-words.ts'
import { defineNews } from '../../../platform/mail/define-news.ts'
import { administratorsOf } from '../../companies/company/administrators.ts'
import { addressUnsubscribedMail } from '../delivery/notification-mails.ts'

const subject = z.object({
  companyId: z.uuid(),
  address: z.string(),
  categories: z.array(z.enum(notificationCategories)),
  /** Page that brings the address back. */
  undoUrl: z.string(),
  /** Instant. */
  at: z.string(),
})

/** An address that several people read receives less: its company's administrators are told, and may bring it back. */
export const addressTaken = defineNews({
  code: 'address.taken',
  subject,
  readers: [administratorsOf(({ companyId }) => companyId)],
  facts: async (tx, taken) => {
    const company = await tx.first(db.selectFrom('companies').where('id', '=', taken.companyId).select('name'))
    return company ? { ...taken, company: company.name } : null
  },
  mail: addressUnsubscribedMail,
  parameters: ({ address, categories, company, undoUrl, at }, { language }) => ({
    address,
    category: categories.map((category: NotificationCategory) => say(categoryWords[category], language)).join(', '),
    company,
    at: instantInWords(at, language),
    undoUrl,
  }),
})
