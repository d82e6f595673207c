import type { Order } from '#api/orders/reading/orders'
import * as m from '#messages/orders'
import { formatDay } from '../../../../platform/format.ts'
import { words } from '../../../../platform/words.ts'
import { orderStateLabel, stepStateLabel } from '../../../subscriptions/order-labels.ts'
import { personName } from '../../person-name.ts'

type Seen = Pick<Order, 'state' | 'pilot' | 'plannedOn' | 'steps' | 'amendments'>

/** What somebody else did to an order since it was on screen, in sentences; empty when nothing that shows changed. */
export const orderChanges = (before: Seen, now: Seen): readonly string[] => {
  const changes: string[] = []
  if (before.pilot !== now.pilot) changes.push(now.pilot ? m.orders_changed_pilot({ pilot: now.pilot }) : m.orders_changed_no_pilot())
  if (before.state !== now.state) changes.push(m.orders_changed_state({ state: orderStateLabel(now.state) }))
  for (const step of now.steps) {
    const old = before.steps.find(({ id }) => id === step.id)
    const label = words(step.label)
    if (!old) changes.push(m.orders_changed_step_added({ step: label }))
    else if (old.state !== step.state)
      changes.push(
        step.doneBy
          ? m.orders_changed_step_by({ step: label, state: stepStateLabel(step.state), who: personName(step.doneBy) })
          : m.orders_changed_step({ step: label, state: stepStateLabel(step.state) }),
      )
    else if (old.plannedOn !== step.plannedOn && step.plannedOn)
      changes.push(m.orders_changed_step_planned({ step: label, day: formatDay(step.plannedOn) }))
  }
  for (const old of before.steps)
    if (!now.steps.some(({ id }) => id === old.id)) changes.push(m.orders_changed_step_removed({ step: words(old.label) }))
  if (before.plannedOn !== now.plannedOn && now.plannedOn) changes.push(m.orders_changed_planned({ day: formatDay(now.plannedOn) }))
  const added = now.amendments.length - before.amendments.length
  if (added > 0) changes.push(m.orders_changed_amended())
  return changes
}
