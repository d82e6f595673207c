import { resendMails } from '#api/notifications/sent-mails/sent-mails'
import { type BulkAct, bulkAct } from '../../../platform/bulk/bulk-act.ts'
import { resendMail } from './resend-mail.ts'
import { mailsSource } from './sent-mails.routes.ts'

export const mailActs: readonly BulkAct[] = [
  bulkAct(resendMails, {
    source: mailsSource,
    itemOf: ({ id, subject, to }) => ({ key: id, label: `${subject} → ${to}`.slice(0, 200) }),
    act: (tx, { key }) => resendMail(tx, key),
  }),
]
