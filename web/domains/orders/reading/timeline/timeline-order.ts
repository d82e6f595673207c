import type { Bilingual, StepActor } from '#api/catalog/rules/offer-definition'
import type { OrderDecision } from '#api/orders/reading/orders'
import { isRunning, type OrderKind, type OrderState, type StepState } from '#api/subscriptions/rules/operations'
import type { When } from '#api/subscriptions/rules/when'

/** A step as the timeline needs it; an order's own steps and those of a contract's running order both are such. */
export interface TimelineStep {
  readonly id?: string
  readonly label: Bilingual
  readonly actor: StepActor
  readonly state: StepState
  readonly plannedOn: string | null
  readonly doneOn: string | null
  readonly doneBy?: string | null
  /** Planned before today and not done. */
  readonly isLate: boolean
  readonly blocked: { readonly by: StepActor; readonly cause: string; readonly since?: string } | null
}

export interface TimelineOrder<S extends TimelineStep = TimelineStep> {
  readonly kind: OrderKind
  readonly state: OrderState
  readonly steps: readonly S[]
  readonly when: When
  readonly placedAt?: string
  readonly placedBy?: string
  readonly submittedAt?: string | null
  readonly deliveredOn?: string | null
  readonly closedAt?: string | null
  readonly closingReason?: string | null
  readonly decisions?: readonly OrderDecision[]
}

export interface Progress {
  readonly done: number
  readonly total: number
  /** 0 to 100. */
  readonly percent: number
}

/** How far an order is: skipped steps count as settled, a delivered order is complete whatever its steps say. */
export const progressOf = ({ state, steps }: Pick<TimelineOrder, 'state' | 'steps'>): Progress => {
  const settled = steps.filter((step) => step.state === 'done' || step.state === 'skipped').length
  if (state === 'delivered') return { done: steps.length, total: steps.length, percent: 100 }
  return { done: settled, total: steps.length, percent: steps.length === 0 ? 0 : Math.round((settled / steps.length) * 100) }
}

/** The step that the order is at: what is blocked first, else what somebody does, else the first to do; null once it is over. */
export const currentStep = <S extends Pick<TimelineStep, 'state'>>({
  state,
  steps,
}: {
  readonly state: OrderState
  readonly steps: readonly S[]
}): S | null => {
  if (!isRunning(state)) return null
  for (const wanted of ['blocked', 'in_progress', 'to_do'] as const) {
    const found = steps.find((step) => step.state === wanted)
    if (found) return found
  }
  return null
}

export type EndState = 'ahead' | 'reached' | 'failed'

/** How the last point of the line looks. */
export const endOf = (state: OrderState): EndState => (state === 'delivered' ? 'reached' : isRunning(state) ? 'ahead' : 'failed')
