import * as z from 'zod/mini'
import { defineJob } from '../../../platform/jobs/define-job.ts'

/** Papers that the portal writes about an order. */
export const papers = ['order_form', 'delivery_note', 'termination_notice'] as const
export type Paper = (typeof papers)[number]

/**
 * Writes the PDF of an order. `order_form`: enqueued when the order is submitted, and when it is amended; `delivery_note`: with the delivery;
 * `termination_notice`: when a termination is written. Run twice, it leaves one document.
 */
export const writePaperJob = defineJob('orders.write_paper', z.object({ orderId: z.string(), paper: z.enum(papers) }))
