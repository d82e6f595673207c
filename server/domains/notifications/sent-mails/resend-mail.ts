import { sql } from 'kysely'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db, raw } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { recordActivity } from '../../activity/record-activity.ts'

/** Sends a mail again: one that failed, or may not have left. @throws Problem not_found, conflict */
export const resendMail = async (tx: ScopedTransaction, id: string): Promise<void> => {
  const mail = await tx.first(db.selectFrom('mails').where('id', '=', id).select(['id', 'company_id', 'subject', 'to_address', 'state']))
  if (!mail) throw new Problem('not_found')
  const done = await tx.first(raw<{ resent: boolean }>(sql`select app.resend_mail(${id}, ${tx.now}::timestamptz) as resent`))
  if (!done?.resent) throw new Problem('conflict')
  await tx.run(
    raw(sql`insert into mail_attempts (mail_id, at, company_id, outcome, reason)
      values (${mail.id}, ${tx.now}::timestamptz, ${mail.company_id}, 'resend', ${tx.scope.actorName})`),
  )
  await recordActivity(tx, {
    companyId: tx.scope.companyId,
    action: 'mail.resent',
    objectKind: 'mail',
    objectReference: mail.id,
    objectLabel: `${mail.subject} → ${mail.to_address}`,
    before: { state: mail.state },
    after: { state: 'queued' },
  })
}
