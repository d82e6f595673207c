import type { StepActor } from '../../catalog/rules/offer-definition.ts'
import { daysBetween } from '../../rules/civil-date.ts'
import { isRunning, type OrderState, type StepState } from './operations.ts'

/** Every answer to « when? » about a delivery, or the day on which a contract ends. */
export const whenAnswers = ['planned', 'estimated', 'unplanned', 'late', 'delivered', 'none'] as const
export type WhenAnswer = (typeof whenAnswers)[number]

/** What went by: the day planned for delivery, the one wished while none is planned, or that of a step. */
export const lateCauses = ['planned', 'wished', 'step'] as const

/** What is late, of how many days, since the day that went by, and on whom it waits. */
export interface Lateness {
  readonly what: (typeof lateCauses)[number]
  readonly since: string
  readonly days: number
  readonly by: StepActor
}

/** The one answer: what it is, the day of delivery (done, else announced), and its lateness, which `late` alone has. */
export interface When {
  readonly is: WhenAnswer
  readonly on: string | null
  /** The announced day is that of the last step, and nobody promised it. */
  readonly isEstimate: boolean
  readonly late: Lateness | null
}

/** What an order keeps of its days. Days are ISO texts. */
export interface WhenFacts {
  readonly state: OrderState
  readonly deliveredOn: string | null
  /** Promised by the carrier. */
  readonly plannedOn: string | null
  readonly wishedOn: string | null
  /** The earliest planned day of an open step, and who must act on it. */
  readonly dueOn: string | null
  readonly dueBy: StepActor | null
  /** The last planned day of the open steps; null while one has none. */
  readonly stepsEndOn: string | null
  /** Who must act now: on what is blocked, begun, or first to do. */
  readonly waitsFor: StepActor | null
}

const none: When = { is: 'none', on: null, isEstimate: false, late: null }
const delivered = (on: string | null): When => ({ ...none, is: 'delivered', on })

/** The first day that went by, of the step when it came first. Orders that the carrier does not have yet are never late. */
const latenessOf = (facts: WhenFacts, today: string): Lateness | null => {
  if (facts.state !== 'submitted' && facts.state !== 'in_delivery') return null
  const { plannedOn, wishedOn, dueOn } = facts
  const promised = plannedOn ?? wishedOn
  const isStepLate = dueOn !== null && dueOn < today
  if (promised !== null && promised < today && !(isStepLate && dueOn < promised))
    return {
      what: plannedOn === null ? 'wished' : 'planned',
      since: promised,
      days: daysBetween(promised, today),
      by: facts.waitsFor ?? 'carrier',
    }
  return isStepLate ? { what: 'step', since: dueOn, days: daysBetween(dueOn, today), by: facts.dueBy ?? 'carrier' } : null
}

/**
 * When an order is delivered, as every screen, file and mail tells it.
 * @example whenOf({ state: 'in_delivery', plannedOn: '2026-12-14', … }, '2026-11-30') // planned, on 14 December
 */
export const whenOf = (facts: WhenFacts, today: string): When => {
  if (facts.state === 'delivered') return delivered(facts.deliveredOn)
  if (!isRunning(facts.state)) return none
  const { plannedOn, stepsEndOn } = facts
  // A day that went by is no expectation.
  const estimate = plannedOn === null && stepsEndOn !== null && stepsEndOn >= today ? stepsEndOn : null
  const announced = { on: plannedOn ?? estimate, isEstimate: estimate !== null }
  const late = latenessOf(facts, today)
  if (late) return { is: 'late', ...announced, late }
  return { is: plannedOn !== null ? 'planned' : estimate !== null ? 'estimated' : 'unplanned', ...announced, late: null }
}

/**
 * The same of a contract: its running order's answer, else the day of its creation's delivery, which is not always known of one taken over from
 * before. Whatever came to nothing before its delivery has none.
 */
export const whenOfContract = (
  contract: { readonly state: string; readonly deliveredOn: string | null },
  running: WhenFacts | null,
  today: string,
): When => {
  if (running && isRunning(running.state)) return whenOf(running, today)
  if (contract.deliveredOn === null && contract.state === 'creating') return { ...none, is: 'unplanned' }
  return contract.deliveredOn === null && contract.state === 'abandoned' ? none : delivered(contract.deliveredOn)
}

/** Planned before today and not done, while its order runs. */
export const isStepLate = (
  step: { readonly state: StepState; readonly plannedOn: string | null },
  order: OrderState,
  today: string,
): boolean => isRunning(order) && step.state !== 'done' && step.state !== 'skipped' && step.plannedOn !== null && step.plannedOn < today
