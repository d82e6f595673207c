import { cancelBulkRun, listBulkRuns, readBulkRun, retryBulkRun } from '#api/identity/bulk/bulk-runs'
import * as runs from '../../../platform/bulk/bulk-runs.ts'
import { runBulkJob } from '../../../platform/bulk/run-bulk.ts'
import { db } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { reopenProgress, requestCancel } from '../../../platform/jobs/progress.ts'
import { Problem } from '../../../platform/problem.ts'

const dayBefore = (now: Date): Date => new Date(now.getTime() - 86_400_000)

/** Acts on many rows: whoever started one follows it, tries again and stops it. */
export const bulkRunRoutes: Route[] = [
  route(listBulkRuns, async (ctx, { query }) => {
    const { recent } = await ctx.read({ recent: runs.recent(ctx.universe, query.screen, dayBefore(ctx.request.now)) })
    return { items: recent.map(runs.present) }
  }),
  route(readBulkRun, async (ctx, { params }) => {
    const { scope, run, items } = await ctx.read({ run: found(runs.run(params.run, ctx.universe)), items: runs.items(params.run) })
    const isOver = runs.isOver(run)
    const left = (run.total ?? 0) - (run.done ?? 0)
    return {
      ...runs.present(run),
      items: items.map((item) => ({ ...item, state: item.state as 'waiting' | 'done' | 'refused' })),
      abilities: { retry: !scope.readOnly && isOver && (left > 0 || run.total === null), cancel: !scope.readOnly && !isOver },
    }
  }),
  route(retryBulkRun, (ctx, { params }) =>
    ctx.write(async (tx) => {
      const run = await tx.first(runs.run(params.run, tx.scope.universe))
      if (!run) throw new Problem('not_found')
      if (!(await reopenProgress(tx, params.run))) throw new Problem('conflict')
      await tx.run(runs.reopenRefused(params.run))
      await tx.run(db.updateTable('bulk_runs').set({ session_id: tx.scope.sessionId }).where('id', '=', params.run))
      await runBulkJob.enqueue(tx, { run: params.run }, { key: `bulk ${params.run}` })
      const after = await tx.first(runs.run(params.run, tx.scope.universe))
      return runs.present(after ?? run)
    }),
  ),
  route(cancelBulkRun, (ctx, { params }) =>
    ctx.write(async (tx) => {
      const run = await tx.first(runs.run(params.run, tx.scope.universe))
      if (!run) throw new Problem('not_found')
      if (!(await requestCancel(tx, params.run))) throw new Problem('conflict')
      return runs.present(run)
    }),
  ),
]
