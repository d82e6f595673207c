import { takeOverMany } from '#api/orders/queue/queue-acts'
import { type BulkAct, bulkAct } from '../../../platform/bulk/bulk-act.ts'
import { takeOver } from '../delivery/take-over.ts'
import { lockOrder } from '../life/lock-order.ts'
import { queueSource } from './queue.routes.ts'

export const queueActs: readonly BulkAct[] = [
  bulkAct(takeOverMany, {
    source: queueSource,
    itemOf: ({ reference, company, version }) => ({ key: reference, label: `${reference} · ${company.name}`, seen: version }),
    act: async (tx, { key, seen }) => takeOver(tx, key, { version: seen ?? (await lockOrder(tx, key)).order.version }),
  }),
]
