import type { Bilingual, StepActor } from '#api/catalog/rules/offer-definition'
import type { OrderKind, OrderState, StepState } from '#api/subscriptions/rules/operations'
import type { When } from '#api/subscriptions/rules/when'
import type { Universe } from '#api/universes'
import * as m from '#messages/rail'
import { formatDay, formatDayAs } from '../../../../platform/format.ts'
import { words } from '../../../../platform/words.ts'
import { dayAt } from '../../../../ui/date-field/today.ts'
import type { RailStep } from '../../../../ui/dated-rail/dated-rail.tsx'
import { isOwnTurn } from '../../../subscriptions/order-labels.ts'
import { currentStep } from './timeline-order.ts'

interface Step {
  readonly label: Bilingual
  readonly state: StepState
  /** Who must act on it. */
  readonly by: StepActor
  readonly plannedOn: string | null
  readonly doneOn: string | null
  readonly isLate: boolean
}

export interface RailOrder {
  readonly kind: OrderKind
  readonly state: OrderState
  readonly placedAt: string
  readonly when: When
  readonly steps: readonly Step[]
}

const short = (day: string): string => formatDayAs(day, { day: '2-digit', month: '2-digit' })

const stepOf = (step: Step, index: number, current: Step | null, universe: Universe): RailStep => {
  const name = words(step.label)
  const isDone = step.state === 'done'
  const day = isDone ? (step.doneOn ?? step.plannedOn) : step.plannedOn
  const isYours = !isDone && universe !== 'carrier' && isOwnTurn(step.by, universe)
  const isAt = step.isLate || step === current
  const told = isAt && isYours ? m.rail_yours({ step: name }) : name
  const full = { step: told, day: formatDay(day) }
  return {
    key: `${index}`,
    label: day && !(isAt && isYours && step.isLate) ? `${told} ${short(day)}` : told,
    text: day === null ? told : isDone ? m.rail_done(full) : step.isLate ? m.rail_late(full) : m.rail_planned(full),
    state: isDone ? 'done' : step.isLate ? 'late' : step === current ? 'current' : 'ahead',
    day,
  }
}

/** An order on a dated rail: placed, its steps but those that were not needed, its end. */
export const railSteps = (order: RailOrder, universe: Universe): readonly RailStep[] => {
  const placed = dayAt(order.placedAt)
  const { when } = order
  const end = order.kind === 'termination' ? m.rail_termination() : m.rail_delivery()
  const isOver = when.is === 'delivered'
  const current = order.state === 'awaiting_client' ? null : currentStep(order)
  const day = when.on !== null ? formatDay(when.on) : ''
  return [
    {
      key: 'placed',
      label: m.rail_placed({ day: short(placed) }),
      text: m.rail_placed({ day: formatDay(placed) }),
      state: 'done',
      day: placed,
    },
    ...order.steps.filter(({ state }) => state !== 'skipped').map((step, index) => stepOf(step, index, current, universe)),
    {
      key: 'end',
      label: when.on === null ? end : `${end} ${short(when.on)}`,
      text: when.on === null ? end : isOver ? m.rail_done({ step: end, day }) : m.rail_planned({ step: end, day }),
      state: isOver ? 'done' : 'ahead',
      day: when.on,
    },
  ]
}
