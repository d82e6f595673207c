import type { BodyOf } from '#api/endpoint'
import type { blockStep as blockEndpoint, moveStep as moveEndpoint } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import { type StepVerb, stepAfter } from '#api/orders/rules/step-lifecycle'
import { compareDates } from '#api/rules/civil-date'
import type { StepState } from '#api/subscriptions/rules/operations'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { actorNameFor } from '../../activity/record-activity.ts'
import { checkVersion, type LockedOrder, lockOrder } from '../life/lock-order.ts'
import { announceOrder } from '../life/move-order.ts'
import { recordOrder } from '../life/record-order.ts'
import { tellOrderNews } from '../news/tell-customer.ts'
import { readOrder } from '../reading/read-order.ts'
import { start } from './start-delivery.ts'

const steps = db.selectFrom('order_steps').selectAll()
export type StepRow = RowsOf<typeof steps>[number]

export interface StepInHands {
  readonly order: LockedOrder
  readonly step: StepRow
}

/**
 * A step of an order, both held: two people who act on it follow one another, and the second sees what the first did.
 * @throws Problem not_found
 */
export const lockStep = async (tx: ScopedTransaction, reference: string, stepId: string): Promise<StepInHands> => {
  const { order } = await lockOrder(tx, reference)
  const step = await tx.first(steps.where('id', '=', stepId).where('order_id', '=', order.id))
  if (!step) throw new Problem('not_found')
  return { order, step }
}

const free = { blocked_by: null, blocked_cause: null, blocked_at: null }
const undone = { done_on: null, done_by_name: null }

/** The step as it becomes. @throws Problem conflict when its state, or its order's, does not allow the verb. */
const nextState = ({ order, step }: StepInHands, verb: StepVerb): StepState => {
  const next = stepAfter(step.state, verb, order.state)
  if (next === null) throw new Problem('conflict')
  return next
}

/** Work on the first step starts the delivery; skipping or reopening one does not. */
const begins: readonly StepVerb[] = ['start', 'block', 'complete']

export const moveStep = async (
  tx: ScopedTransaction,
  reference: string,
  stepId: string,
  { version, move, doneOn }: BodyOf<typeof moveEndpoint>,
): Promise<Order> => {
  const held = await lockStep(tx, reference, stepId)
  const { order, step } = held
  await checkVersion(tx, order, version, step.version)
  const state = nextState(held, move)
  const today = dayOf(tx.now).toString()
  if (doneOn !== undefined && compareDates(doneOn, today) > 0) throw fieldProblem('doneOn', 'date_future')
  const ends = state === 'done' || state === 'skipped'
  const done = ends ? { done_on: doneOn ?? today, done_by_name: actorNameFor(tx.scope, order.company_id) } : undone
  await tx.run(
    db
      .updateTable('order_steps')
      .set({ state, version: step.version + 1, ...free, ...done })
      .where('id', '=', step.id),
  )
  await recordOrder(tx, order, 'order.step_moved', {
    before: { step: step.label, state: step.state },
    after: { step: step.label, state },
  })
  if (order.state === 'submitted' && begins.includes(move)) await start(tx, order)
  else await announceOrder(tx, order)
  return readOrder(tx, reference)
}

export const blockStep = async (
  tx: ScopedTransaction,
  reference: string,
  stepId: string,
  { version, by, cause }: BodyOf<typeof blockEndpoint>,
): Promise<Order> => {
  const held = await lockStep(tx, reference, stepId)
  const { order, step } = held
  await checkVersion(tx, order, version, step.version)
  const state = nextState(held, 'block')
  await tx.run(
    db
      .updateTable('order_steps')
      .set({ state, version: step.version + 1, ...undone, blocked_by: by, blocked_cause: cause, blocked_at: step.blocked_at ?? tx.now })
      .where('id', '=', step.id),
  )
  await recordOrder(tx, order, 'order.step_blocked', {
    before: { step: step.label, state: step.state, by: step.blocked_by, cause: step.blocked_cause },
    after: { step: step.label, state, by, cause },
  })
  if (order.state === 'submitted') await start(tx, order)
  else await announceOrder(tx, order)
  // Whoever must act is told once per cause, not at every rewording of who acts.
  if ((by === 'client' || by === 'partner') && step.blocked_cause !== cause) await tellOrderNews(tx, order, { news: 'waits', cause })
  return readOrder(tx, reference)
}
