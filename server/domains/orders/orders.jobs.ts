import type { Job } from '../../platform/jobs/define-job.ts'
import type { PeriodicJob } from '../../platform/jobs/periodic.ts'
import type { MailTemplate } from '../../platform/mail/define-mail.ts'
import { orderNewsMail } from './news/order-mails.ts'
import type { NewsTools } from './news/tell-customer.ts'
import { writePaperJob } from './papers/paper-jobs.ts'
import { type PaperTools, writePaper } from './papers/write-paper.ts'
import { computeDeliveryTimes, deliveryTimesJob, deliveryTimesPeriodicJob } from './queue/delivery-times.ts'
import { renewalMail } from './renewals/renewal-news.ts'
import { renewalJobs, renewalPeriodicJobs } from './renewals/tell-renewals.ts'

/** Papers of orders, and how long offers usually take. */
export const orderJobs = (tools: PaperTools & NewsTools): Job[] => [
  writePaperJob.handledBy(({ orderId, paper }) => writePaper(tools, orderId, paper)),
  deliveryTimesJob.handledBy(() => tools.inTransaction(computeDeliveryTimes)),
  ...renewalJobs(tools),
]

export const orderPeriodicJobs: readonly PeriodicJob[] = [deliveryTimesPeriodicJob, ...renewalPeriodicJobs]

export const orderMails = [orderNewsMail, renewalMail] as readonly MailTemplate[]
