import type { Job } from '../../platform/jobs/define-job.ts'
import type { PeriodicJob } from '../../platform/jobs/periodic.ts'
import { writePaperJob } from './papers/paper-jobs.ts'
import { type PaperTools, writePaper } from './papers/write-paper.ts'
import { computeDeliveryTimes, deliveryTimesJob, deliveryTimesPeriodicJob } from './queue/delivery-times.ts'
import { renewalJobs, renewalPeriodicJobs } from './renewals/tell-renewals.ts'

/** Papers of orders, and how long offers usually take. */
export const orderJobs = (tools: PaperTools): Job[] => [
  writePaperJob.handledBy(({ orderId, paper }) => writePaper(tools, orderId, paper)),
  deliveryTimesJob.handledBy(() => tools.inTransaction(computeDeliveryTimes)),
  ...renewalJobs(tools),
]

export const orderPeriodicJobs: readonly PeriodicJob[] = [deliveryTimesPeriodicJob, ...renewalPeriodicJobs]
