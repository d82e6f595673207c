import { sql } from 'kysely'
import { endViewAs, startViewAs } from '#api/identity/view-as/view-as'
import { universes } from '#api/universes'
import { db, raw } from '../../../platform/db/query.ts'
import { type Route, route, sessionRoute } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import { staffName } from '../../activity/staff-name.ts'
import type { SignedIn } from '../resolve-session.ts'

const start = route(startViewAs, (ctx, { body }) =>
  ctx.write(async (tx) => {
    const target = await tx.first(
      db
        .selectFrom('users as u')
        .innerJoin('companies as c', 'c.id', 'u.company_id')
        .where('u.login', '=', body.login)
        .select(['u.id', 'u.login', 'u.display_name', 'u.site_id', 'c.id as company_id', 'c.universes', 'u.last_universe']),
    )
    if (!target) throw new Problem('not_found')
    const started = await tx.first(
      raw(sql<{ started: boolean }>`select app.start_view_as(${tx.scope.sessionId}, ${target.id}, ${body.reason}) as started`),
    )
    // A colleague of the carrier, a suspended person, a closed company: nobody to look as.
    if (!started?.started) throw new Problem('conflict')
    await recordActivityOf(
      tx,
      {
        userId: tx.scope.userId,
        name: staffName(tx.scope.actorName),
        companyId: tx.scope.companyId,
        companyName: tx.scope.companyName,
        universe: 'carrier',
        ip: tx.request.ip,
        requestId: tx.request.id,
      },
      {
        companyId: target.company_id,
        action: 'view_as.started',
        objectKind: 'user',
        objectReference: target.login,
        objectLabel: target.display_name,
        after: { reason: body.reason },
      },
    )
    const open = universes.filter((universe) => target.universes.includes(universe))
    const last = open.find((universe) => universe === target.last_universe)
    return { universe: last ?? open[0] ?? 'client' }
  }),
)

const end = sessionRoute<SignedIn, typeof endViewAs>(endViewAs, async (ctx) => {
  const { session, request } = ctx
  const { viewAsUserId } = session
  if (!viewAsUserId) return
  await ctx.identity.write(async (tx) => {
    const target = await tx.first(db.selectFrom('users').select(['login', 'display_name', 'company_id']).where('id', '=', viewAsUserId))
    const ended = await tx.run(
      db
        .updateTable('sessions')
        .set({ view_as_user_id: null, view_as_reason: null, step_up_until: null })
        .where('id', '=', session.sessionId)
        .where('view_as_user_id', '=', viewAsUserId),
    )
    if (!target || ended === 0) return
    await recordActivityOf(
      tx,
      {
        userId: session.userId,
        name: staffName(session.displayName),
        companyId: session.companyId,
        companyName: session.companyName,
        universe: 'carrier',
        ip: request.ip,
        requestId: request.id,
      },
      {
        companyId: target.company_id,
        action: 'view_as.ended',
        objectKind: 'user',
        objectReference: target.login,
        objectLabel: target.display_name,
      },
    )
  })
})

export const viewAsRoutes: Route[] = [start, end]
