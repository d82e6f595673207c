import type { OrderState, StepState } from '../../subscriptions/rules/operations.ts'

export const stepVerbs = ['start', 'block', 'unblock', 'complete', 'skip', 'reopen'] as const
export type StepVerb = (typeof stepVerbs)[number]

const transitions: Readonly<Record<StepVerb, Partial<Record<StepState, StepState>>>> = {
  start: { to_do: 'in_progress' },
  // Blocking again changes the cause or who must act.
  block: { to_do: 'blocked', in_progress: 'blocked', blocked: 'blocked' },
  unblock: { blocked: 'in_progress' },
  // What is blocked is first unblocked: its cause is settled, not forgotten.
  complete: { to_do: 'done', in_progress: 'done' },
  skip: { to_do: 'skipped', in_progress: 'skipped', blocked: 'skipped' },
  reopen: { done: 'to_do', skipped: 'to_do' },
}

/** Steps move while their order is in the carrier's hands. */
const worked: readonly OrderState[] = ['submitted', 'in_delivery']

/** State of a step after a verb, or null when it is not possible. */
export const stepAfter = (state: StepState, verb: StepVerb, order: OrderState): StepState | null =>
  worked.includes(order) ? (transitions[verb][state] ?? null) : null

/** Still to be done, whether somebody began or not. */
export const isOpenStep = (state: StepState): boolean => state === 'to_do' || state === 'in_progress' || state === 'blocked'
