import type { StepActor } from '#api/catalog/rules/offer-definition'
import type { HomeTodo } from '#api/home/home'
import { isOpenStep } from '#api/orders/rules/step-lifecycle'
import { isStepLate } from '#api/subscriptions/rules/when'
import type { Universe } from '#api/universes'
import type { Scope } from '../../../platform/context.ts'
import { mayDecide } from '../../orders/life/order.policy.ts'
import { byOf, type OrderRow, presentOrder, presentStep, type Step, stepOf } from '../home-order.ts'

/** What was counted, and since when the first of them waits. */
export type Counted = { readonly count: number; readonly since: Date | null } | undefined | null

/** The reader's own side of a delivery. */
const isOwn = (by: StepActor, universe: Universe): boolean =>
  by === universe || (by === 'partner' && (universe === 'ambassador' || universe === 'operator'))

/** The step that waits for the reader's own side: late on it, blocked by it, or its turn. */
const ownStep = (row: OrderRow, universe: Universe, today: string): Step | null => {
  if (universe === 'carrier' || row.state === 'awaiting_client') return null
  const mine = row.steps.filter((step) => isOpenStep(step.state) && isOwn(byOf(step), universe))
  const late = mine.find((step) => isStepLate(step, row.state, today))
  const blocked = mine.find((step) => step.state === 'blocked')
  const current = stepOf(row, today)
  return late ?? blocked ?? (current && mine.includes(current) ? current : null)
}

/** A line that is about one thing, unless told. */
export const todo = (kind: HomeTodo['kind'], rest: Partial<HomeTodo>): HomeTodo => ({
  kind,
  reference: null,
  name: null,
  count: 1,
  since: null,
  order: null,
  ...rest,
})

/** A line that counts; none when there is nothing. */
export const counted = (kind: HomeTodo['kind'], counts: Counted): HomeTodo[] =>
  counts && counts.count > 0 ? [todo(kind, { count: counts.count, since: counts.since?.toISOString() ?? null })] : []

/** What the reader decides or does of orders that run. */
export const todoOfOrders = (scope: Scope, rows: readonly OrderRow[], today: string): HomeTodo[] =>
  rows.flatMap((row) => {
    const order = presentOrder(row, today)
    const about = { reference: row.reference, order }
    if (row.state === 'awaiting_client')
      return mayDecide(scope, { siteIds: row.site_ids, payerId: row.payer_id })
        ? [todo('decide_order', { ...about, since: row.placed_at.toISOString() })]
        : []
    const step = ownStep(row, scope.universe, today)
    return step
      ? [
          todo('do_step', {
            ...about,
            order: { ...order, step: presentStep(step) },
          }),
        ]
      : []
  })
