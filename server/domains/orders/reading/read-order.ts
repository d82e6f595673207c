import type { Order } from '#api/orders/reading/orders'
import type { Reader, Scope } from '../../../platform/context.ts'
import { first, found } from '../../../platform/db/questions.ts'
import { presentOrder } from './order.presenter.ts'
import * as orders from './order.repository.ts'

/** The database refuses the rest to these readers: it is not even asked. */
const readsAmounts = (scope: Scope): boolean => !scope.isEndClient
const readsNotes = (scope: Scope): boolean => scope.universe === 'carrier'

/** An order as the caller may read it, and what a verb answers. @throws Problem not_found */
export const readOrder = async ({ read, request }: Reader, reference: string): Promise<Order> => {
  const { scope, ...parts } = await read({
    order: found(orders.order(reference)),
    sites: orders.sites(reference),
    items: orders.items(reference),
    steps: orders.steps(reference),
    comments: orders.comments(reference),
    documents: orders.documents(reference),
    amendments: orders.amendments(reference),
    together: orders.together(reference),
    decisions: orders.decisions(reference),
  })
  const reserved = readsAmounts(scope)
    ? await read({
        itemAmounts: orders.itemAmounts(reference),
        amendmentAmounts: orders.amendmentAmounts(reference),
        notes: readsNotes(scope) ? orders.notes(reference) : null,
        usualDays: readsNotes(scope) ? first(orders.usualDays(reference)) : null,
      })
    : null
  return presentOrder(scope, request.now, parts, reserved)
}

/** An order that the caller may read, without locking it. @throws Problem not_found */
export const readableOrder = async ({ read }: Reader, reference: string): Promise<orders.OrderRecord> =>
  (await read({ order: found(orders.order(reference)) })).order
