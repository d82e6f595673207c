import type { workerTransactions } from '../../platform/db/worker-transactions.ts'
import type { Job } from '../../platform/jobs/define-job.ts'
import type { PeriodicJob } from '../../platform/jobs/periodic.ts'
import type { MailTemplate } from '../../platform/mail/define-mail.ts'
import type { MailQueue } from '../../platform/mail/mail-queue.ts'
import type { SecretBox } from '../../platform/secrets/secret-box.ts'
import { type EventKind, eventWriter } from './delivery/event-kind.ts'
import { type FanOutTools, fanOut } from './delivery/fan-out.ts'
import { addressUnsubscribedMail, digestMail, notificationMail } from './delivery/notification-mails.ts'
import { fanOutJob } from './delivery/publish-event.ts'
import { dailyDigestJob, digestPeriodicJobs, hourlyDigestJob, sendDigests } from './delivery/send-digests.ts'
import { unsubscribeLinks } from './delivery/unsubscribe-links.ts'
import { purgeNotifications, purgeNotificationsJob } from './purge-notifications.ts'

export interface NotificationJobOptions {
  readonly inTransaction: ReturnType<typeof workerTransactions>
  readonly mails: MailQueue
  readonly secrets: SecretBox
  readonly appUrl: string
}

export const fanOutTools = (
  { inTransaction, mails, secrets, appUrl }: NotificationJobOptions,
  kinds: readonly EventKind[],
): FanOutTools => ({
  inTransaction,
  mails,
  appUrl,
  writeEvent: eventWriter(kinds),
  links: unsubscribeLinks(secrets, appUrl),
  settledBy: (code) => kinds.find((kind) => kind.code === code)?.settles ?? [],
  mailedWith: (code) => kinds.find((kind) => kind.code === code)?.mailedWith ?? [],
})

/** Telling people, for the worker's list. */
export const notificationJobs = (options: NotificationJobOptions, kinds: readonly EventKind[]): Job[] => {
  const tools = fanOutTools(options, kinds)
  return [
    fanOutJob.handledBy(({ eventId, ...already }) => fanOut(tools, eventId, already)),
    hourlyDigestJob.handledBy((_payload, { signal }) => sendDigests(tools, false, signal)),
    dailyDigestJob.handledBy((_payload, { signal }) => sendDigests(tools, true, signal)),
    purgeNotificationsJob.handledBy(async (_payload, { signal }) => {
      while (!signal.aborted && (await options.inTransaction(purgeNotifications)) > 0);
    }),
  ]
}

export const notificationPeriodicJobs: readonly PeriodicJob[] = [
  ...digestPeriodicJobs,
  { identifier: purgeNotificationsJob.identifier, schedule: { daily: '03:40' } },
]

export const notificationMails: readonly MailTemplate[] = [notificationMail, digestMail, addressUnsubscribedMail] as readonly MailTemplate[]
