import { sql } from 'kysely'
import type { BodyOf } from '#api/endpoint'
import type { addStep as addEndpoint, planDelivery as planEndpoint } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import { orderAfter } from '#api/orders/rules/order-lifecycle'
import { isOpenStep } from '#api/orders/rules/step-lifecycle'
import { compareDates } from '#api/rules/civil-date'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { changes } from '../../activity/record-activity.ts'
import { checkVersion, type LockedOrder, lockOrder } from '../life/lock-order.ts'
import { announceOrder, touchOrder } from '../life/move-order.ts'
import { recordOrder } from '../life/record-order.ts'
import { readOrder } from '../reading/read-order.ts'
import { lockStep } from './work-on-steps.ts'

/** More steps than this is not a plan any more. */
const maximumSteps = 50

const checkPlannable = (order: LockedOrder): void => {
  if (orderAfter(order, 'plan', 'carrier') === null) throw new Problem('conflict')
}

/** A day in the past may stay as it was planned, but nothing is newly planned there. */
const checkDay = (path: string, day: string | null, before: string | null, today: string): void => {
  if (day !== null && day !== before && compareDates(day, today) < 0) throw fieldProblem(path, 'date_past')
}

const planSteps = async (tx: ScopedTransaction, order: LockedOrder, wanted: BodyOf<typeof planEndpoint>['steps']): Promise<string[]> => {
  const today = dayOf(tx.now).toString()
  const steps = await tx.all(db.selectFrom('order_steps').where('order_id', '=', order.id).selectAll())
  const planned: string[] = []
  for (const [index, { id, version, plannedOn, actor }] of wanted.entries()) {
    const step = steps.find((candidate) => candidate.id === id)
    if (!step) throw new Problem('not_found')
    await checkVersion(tx, order, version, step.version)
    if (step.planned_on === plannedOn && step.actor === actor) continue
    if (!isOpenStep(step.state)) throw new Problem('conflict')
    checkDay(`steps.${index}.plannedOn`, plannedOn, step.planned_on, today)
    await tx.run(
      db
        .updateTable('order_steps')
        .set({ planned_on: plannedOn, actor, version: step.version + 1 })
        .where('id', '=', step.id),
    )
    planned.push(step.label)
  }
  return planned
}

/** Plans the delivery and its open steps. */
export const planDelivery = async (
  tx: ScopedTransaction,
  reference: string,
  { version, plannedOn, steps }: BodyOf<typeof planEndpoint>,
): Promise<Order> => {
  const { order } = await lockOrder(tx, reference)
  await checkVersion(tx, order, version, order.version)
  checkPlannable(order)
  checkDay('plannedOn', plannedOn, order.planned_on, dayOf(tx.now).toString())
  const planned = await planSteps(tx, order, steps)
  const changed = changes({ plannedOn: order.planned_on, steps: [] as string[] }, { plannedOn, steps: planned })
  if (changed) {
    await touchOrder(tx, order, { planned_on: plannedOn })
    await recordOrder(tx, order, 'order.planned', changed)
  }
  return readOrder(tx, reference)
}

/** Adds a step at the end, or after another one. */
export const addStep = async (
  tx: ScopedTransaction,
  reference: string,
  { version, label, actor, plannedOn, after }: BodyOf<typeof addEndpoint>,
): Promise<Order> => {
  const { order } = await lockOrder(tx, reference)
  await checkVersion(tx, order, version, order.version)
  checkPlannable(order)
  checkDay('plannedOn', plannedOn, null, dayOf(tx.now).toString())
  const steps = await tx.all(db.selectFrom('order_steps').where('order_id', '=', order.id).select(['id', 'position']).orderBy('position'))
  if (steps.length >= maximumSteps) throw fieldProblem('label', 'too_many', { maximum: maximumSteps })
  const previous = after === undefined ? steps.at(-1) : steps.find(({ id }) => id === after)
  if (after !== undefined && !previous) throw fieldProblem('after', 'step_unknown')
  const position = (previous?.position ?? 0) + 1
  await tx.run(
    db.updateTable('order_steps').set({ position: sql`position + 1` }).where('order_id', '=', order.id).where('position', '>=', position),
  )
  await tx.run(
    db.insertInto('order_steps').values({
      id: newId(),
      order_id: order.id,
      company_id: order.company_id,
      site_ids: order.site_ids,
      position,
      label,
      label_en: label,
      actor,
      planned_on: plannedOn,
    }),
  )
  await touchOrder(tx, order)
  await recordOrder(tx, order, 'order.step_added', { after: { step: label, actor, plannedOn } })
  return readOrder(tx, reference)
}

/** Removes a step that nobody began. */
export const removeStep = async (tx: ScopedTransaction, reference: string, stepId: string, version: number): Promise<Order> => {
  const { order, step } = await lockStep(tx, reference, stepId)
  await checkVersion(tx, order, version, step.version)
  checkPlannable(order)
  if (step.state !== 'to_do') throw new Problem('conflict')
  await tx.run(db.deleteFrom('order_steps').where('id', '=', step.id))
  await recordOrder(tx, order, 'order.step_removed', { before: { step: step.label } })
  await announceOrder(tx, order)
  return readOrder(tx, reference)
}
