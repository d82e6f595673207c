import type { OrderStep } from '#api/orders/reading/orders'
import { isOpenStep } from '#api/orders/rules/step-lifecycle'

export interface LateOrder {
  readonly plannedOn: string | null
  readonly wishedOn: string | null
  /** The earliest planned day of a step that is not done. */
  readonly stepDueOn: string | null
}

export const stepDueOn = (steps: readonly Pick<OrderStep, 'state' | 'plannedOn'>[]): string | null =>
  steps.flatMap(({ state, plannedOn }) => (isOpenStep(state) && plannedOn !== null ? [plannedOn] : [])).sort()[0] ?? null

/** Which day a late order let pass first: the one planned for delivery, the one wished while none is planned, or a step's. */
export const lateReason = ({
  plannedOn,
  wishedOn,
  stepDueOn: step,
}: LateOrder): { readonly reason: 'planned' | 'wished' | 'step'; readonly day: string } | null => {
  const due = plannedOn ?? wishedOn
  if (step !== null && (due === null || step < due)) return { reason: 'step', day: step }
  return due === null ? null : { reason: plannedOn === null ? 'wished' : 'planned', day: due }
}
