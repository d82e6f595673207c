import type { BulkItem } from '#api/bulk'
import type { Endpoint } from '#api/endpoint'
import { db } from '../db/query.ts'
import { type Route, route } from '../http/route.ts'
import { openProgress } from '../jobs/progress.ts'
import type { BulkAct } from './bulk-act.ts'
import * as runs from './bulk-runs.ts'
import { runBulkJob } from './run-bulk.ts'

interface Asked {
  readonly items?: readonly BulkItem[]
  readonly filter?: object
}

const start = ({ endpoint }: BulkAct): Route =>
  route(endpoint as unknown as Endpoint, (ctx, { params, body }) =>
    ctx.write(async (tx) => {
      const { items, filter, ...input } = body as Asked
      const { scope } = tx
      const id = await openProgress(tx, {
        kind: 'bulk',
        companyId: scope.companyId,
        userId: scope.userId,
        ...(items ? { total: items.length } : {}),
      })
      await tx.run(
        db.insertInto('bulk_runs').values({
          id,
          company_id: scope.companyId,
          user_id: scope.userId,
          session_id: scope.sessionId,
          universe: scope.universe,
          screen: endpoint.bulk.list.list.screen,
          act: endpoint.bulk.name,
          params: JSON.stringify(params ?? {}),
          filter: filter ? JSON.stringify(filter) : null,
          input: JSON.stringify(input),
          ip: tx.request.ip,
          created_at: tx.now,
        }),
      )
      if (items) await tx.run(runs.addItems(id, 0, items))
      await runBulkJob.enqueue(tx, { run: id }, { key: `bulk ${id}` })
      return { run: id } as never
    }),
  )

/** Acts on many rows: each starts under its own right. */
export const bulkRoutes = (acts: readonly BulkAct[]): Route[] => acts.map(start)
