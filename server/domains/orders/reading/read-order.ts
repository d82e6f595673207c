import type { Order } from '#api/orders/reading/orders'
import type { Context, Scope, ScopedTransaction } from '../../../platform/context.ts'
import { Problem } from '../../../platform/problem.ts'
import type { OrderParts, ReservedParts } from './order.presenter.ts'
import { presentOrder } from './order.presenter.ts'
import * as orders from './order.repository.ts'

const parted = (
  rows: readonly [
    orders.OrderRecord[],
    OrderParts['sites'],
    OrderParts['items'],
    OrderParts['steps'],
    OrderParts['comments'],
    OrderParts['documents'],
    OrderParts['amendments'],
    OrderParts['together'],
    OrderParts['decisions'],
  ],
): OrderParts => {
  const [[order], sites, items, steps, comments, documents, amendments, together, decisions] = rows
  if (!order) throw new Problem('not_found')
  return { order, sites, items, steps, comments, documents, amendments, together, decisions }
}

/** The database refuses the rest to these readers: it is not even asked. */
const readsAmounts = (scope: Scope): boolean => !scope.isEndClient
const readsNotes = (scope: Scope): boolean => scope.universe === 'carrier'

/** An order as the caller may read it. @throws Problem not_found */
export const readOrder = async (ctx: Context, now: Date, reference: string): Promise<Order> => {
  const { scope, rows } = await ctx.read(
    orders.order(reference),
    orders.sites(reference),
    orders.items(reference),
    orders.steps(reference),
    orders.comments(reference),
    orders.documents(reference),
    orders.amendments(reference),
    orders.together(reference),
    orders.decisions(reference),
  )
  const parts = parted(rows)
  const amounts = readsAmounts(scope) ? (await ctx.read(orders.itemAmounts(reference), orders.amendmentAmounts(reference))).rows : null
  const staff = readsNotes(scope) ? (await ctx.read(orders.notes(reference), orders.usualDays(reference))).rows : null
  return presentOrder(scope, now, parts, {
    amounts: amounts && { items: amounts[0], amendments: amounts[1] },
    staff: staff && { notes: staff[0], usualDays: staff[1][0]?.p80_days ?? null },
  })
}

/** The same within a transaction: what a verb answers. */
export const rereadOrder = async (tx: ScopedTransaction, reference: string): Promise<Order> => {
  const parts = parted([
    await tx.all(orders.order(reference)),
    await tx.all(orders.sites(reference)),
    await tx.all(orders.items(reference)),
    await tx.all(orders.steps(reference)),
    await tx.all(orders.comments(reference)),
    await tx.all(orders.documents(reference)),
    await tx.all(orders.amendments(reference)),
    await tx.all(orders.together(reference)),
    await tx.all(orders.decisions(reference)),
  ])
  const reserved: ReservedParts = {
    amounts: readsAmounts(tx.scope)
      ? { items: await tx.all(orders.itemAmounts(reference)), amendments: await tx.all(orders.amendmentAmounts(reference)) }
      : null,
    staff: readsNotes(tx.scope)
      ? { notes: await tx.all(orders.notes(reference)), usualDays: (await tx.first(orders.usualDays(reference)))?.p80_days ?? null }
      : null,
  }
  return presentOrder(tx.scope, tx.now, parts, reserved)
}

/** An order that the caller may read, without locking it. @throws Problem not_found */
export const readableOrder = async (tx: ScopedTransaction, reference: string): Promise<orders.OrderRecord> => {
  const [order] = await tx.all(orders.order(reference))
  if (!order) throw new Problem('not_found')
  return order
}
