import { createSavedView, deleteSavedView, listSavedViews, type SavedView, updateSavedView } from '#api/identity/views/saved-views'
import type { Scope, ScopedTransaction } from '../../../platform/context.ts'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { newId } from '../../../platform/ids.ts'
import { Problem } from '../../../platform/problem.ts'

/** A person's own, and their company's: row security keeps all others. */
const views = db.selectFrom('saved_views').select(['id', 'user_id', 'screen', 'name', 'query', 'is_shared', 'created_at'])
type View = RowsOf<typeof views>[number]

const mayShare = (scope: Scope): boolean => scope.isAdministrator && !scope.readOnly
/** What the company sees is its administrators'; the rest is one's own. */
const mayEdit = (scope: Scope, view: Pick<View, 'is_shared' | 'user_id'>): boolean =>
  !scope.readOnly && (view.is_shared ? mayShare(scope) : view.user_id === scope.userId)

const present =
  (scope: Scope) =>
  (row: View): SavedView => ({
    id: row.id,
    screen: row.screen,
    name: row.name,
    query: row.query,
    shared: row.is_shared,
    createdAt: row.created_at.toISOString(),
    abilities: { edit: mayEdit(scope, row) },
  })

/** Per screen and universe. */
const maximumViews = 50

const ofScreen = (tx: ScopedTransaction, screen: string) => views.where('universe', '=', tx.scope.universe).where('screen', '=', screen)

/** Two views of one name would not be told apart: neither among one's own nor among the company's. */
const refuseTaken = async (tx: ScopedTransaction, view: { screen: string; name: string; shared: boolean }, exceptId: string | null) => {
  const named = await tx.all(ofScreen(tx, view.screen).where('name', '=', view.name))
  const isSame = (row: View) => row.is_shared === view.shared && (view.shared || row.user_id === tx.scope.userId)
  if (named.some((row) => row.id !== exceptId && isSame(row))) throw new Problem('already_exists')
}

const list = route(listSavedViews, async (ctx, { query }) => {
  const { scope, kept } = await ctx.read({
    kept: views.where('universe', '=', ctx.universe).where('screen', '=', query.screen).orderBy('is_shared').orderBy('name').limit(200),
  })
  return { items: kept.map(present(scope)), abilities: { share: mayShare(scope) } }
})

const create = route(createSavedView, (ctx, { body }) =>
  ctx.write(async (tx) => {
    const { screen, name, query, shared = false } = body
    if (shared && !mayShare(tx.scope)) throw new Problem('forbidden')
    const kept = await tx.all(ofScreen(tx, screen))
    if (kept.filter((row) => row.is_shared === shared).length >= maximumViews) throw new Problem('conflict')
    await refuseTaken(tx, { screen, name, shared }, null)
    const row = { id: newId(), user_id: tx.scope.userId, screen, name, query, is_shared: shared, created_at: tx.now }
    const inserted = await tx.run(
      db
        .insertInto('saved_views')
        .values({ ...row, company_id: tx.scope.companyId, universe: tx.scope.universe })
        .onConflict((conflict) => conflict.doNothing()),
    )
    if (inserted === 0) throw new Problem('already_exists')
    return present(tx.scope)(row)
  }),
)

const locked = async (tx: ScopedTransaction, id: string): Promise<View> => {
  const found = await tx.first(views.where('id', '=', id).where('universe', '=', tx.scope.universe).forUpdate())
  if (!found) throw new Problem('not_found')
  if (!mayEdit(tx.scope, found)) throw new Problem('forbidden')
  return found
}

const update = route(updateSavedView, (ctx, { params, body }) =>
  ctx.write(async (tx) => {
    const found = await locked(tx, params.view)
    const shared = body.shared ?? found.is_shared
    if (shared !== found.is_shared && !mayShare(tx.scope)) throw new Problem('forbidden')
    await refuseTaken(tx, { screen: found.screen, name: body.name, shared }, found.id)
    // Whoever stops sharing a colleague's view keeps it.
    const owner = shared ? found.user_id : tx.scope.userId
    const changed = { name: body.name, query: body.query, is_shared: shared, user_id: owner }
    await tx.run(db.updateTable('saved_views').set(changed).where('id', '=', found.id))
    return present(tx.scope)({ ...found, ...changed })
  }),
)

const remove = route(deleteSavedView, (ctx, { params }) =>
  ctx.write(async (tx) => {
    const found = await locked(tx, params.view)
    await tx.run(db.deleteFrom('saved_views').where('id', '=', found.id))
  }),
)

export const savedViewRoutes: Route[] = [list, create, update, remove]
