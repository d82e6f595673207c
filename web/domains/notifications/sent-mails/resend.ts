import { type Mail, type MailRow, resendMail } from '#api/notifications/sent-mails/sent-mails'
import * as m from '#messages/notifications'
import { call } from '../../../platform/call.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'

/** Sends a mail again once the person agreed; an uncertain one may arrive twice. */
export const resend = async ({ id, to, subject, state }: MailRow | Mail): Promise<void> => {
  const isUncertain = state === 'uncertain'
  const agreed = await confirm({
    title: m.mail_resend_title(),
    message: isUncertain ? m.mail_resend_uncertain({ to, subject }) : m.mail_resend_text({ to, subject }),
    confirmLabel: m.mail_resend(),
    danger: isUncertain,
  })
  if (!agreed) return
  try {
    await call(resendMail, { params: { universe: 'carrier', mail: id } })
    notifySuccess(m.mail_resent())
  } catch (error) {
    notifyProblem(error)
  }
}
