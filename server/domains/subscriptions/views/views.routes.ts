import { createSavedView, deleteSavedView, listSavedViews, type SavedView, updateSavedView } from '#api/subscriptions/views/saved-views'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { newId } from '../../../platform/ids.ts'
import { Problem } from '../../../platform/problem.ts'

/** A person's views are its own: row security keeps the others'. */
const views = db.selectFrom('saved_views').select(['id', 'screen', 'name', 'query', 'created_at'])

const present = (row: { id: string; screen: SavedView['screen']; name: string; query: string; created_at: Date }): SavedView => ({
  id: row.id,
  screen: row.screen,
  name: row.name,
  query: row.query,
  createdAt: row.created_at.toISOString(),
})

/** Per screen and universe. */
const maximumViews = 50

const refuseTaken = async (tx: ScopedTransaction, screen: SavedView['screen'], name: string, exceptId: string | null): Promise<void> => {
  const taken = await tx.first(
    views
      .where('universe', '=', tx.scope.universe)
      .where('screen', '=', screen)
      .where('name', '=', name)
      .where('user_id', '=', tx.scope.userId),
  )
  if (taken && taken.id !== exceptId) throw new Problem('already_exists')
}

const list = route(listSavedViews, async (ctx, { query }) => {
  const { rows } = await ctx.read(views.where('universe', '=', ctx.universe).where('screen', '=', query.screen).orderBy('name').limit(200))
  return { items: rows[0].map(present) }
})

const create = route(createSavedView, (ctx, { body }) =>
  ctx.write(async (tx) => {
    const { screen, name, query } = body
    const kept = await tx.all(views.where('universe', '=', tx.scope.universe).where('screen', '=', screen))
    if (kept.length >= maximumViews) throw new Problem('conflict')
    await refuseTaken(tx, screen, name, null)
    const row = { id: newId(), screen, name, query, created_at: tx.now }
    const inserted = await tx.run(
      db
        .insertInto('saved_views')
        .values({ ...row, user_id: tx.scope.userId, universe: tx.scope.universe })
        .onConflict((conflict) => conflict.doNothing()),
    )
    if (inserted === 0) throw new Problem('already_exists')
    return present(row)
  }),
)

const update = route(updateSavedView, (ctx, { params, body }) =>
  ctx.write(async (tx) => {
    const found = await tx.first(views.where('id', '=', params.view).where('universe', '=', tx.scope.universe).forUpdate())
    if (!found) throw new Problem('not_found')
    await refuseTaken(tx, found.screen, body.name, found.id)
    await tx.run(db.updateTable('saved_views').set({ name: body.name, query: body.query }).where('id', '=', found.id))
    return present({ ...found, ...body })
  }),
)

const remove = route(deleteSavedView, (ctx, { params }) =>
  ctx.write(async (tx) => {
    const removed = await tx.run(db.deleteFrom('saved_views').where('id', '=', params.view).where('universe', '=', tx.scope.universe))
    if (removed === 0) throw new Problem('not_found')
  }),
)

export const savedViewRoutes: Route[] = [list, create, update, remove]
