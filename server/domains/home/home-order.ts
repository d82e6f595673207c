import type { StepActor } from '#api/catalog/rules/offer-definition'
import type { HomeOrder } from '#api/home/home'
import { isStepLate, whenOf } from '#api/subscriptions/rules/when'
import type * as home from './home.repository.ts'

export type OrderRow = home.HomeOrderRow
export type Step = OrderRow['steps'][number]
/** Who must act on it: whom it is blocked on, else who does it. */
export const byOf = (step: Step): StepActor => step.blockedBy ?? step.actor

export const presentStep = (step: Step): NonNullable<HomeOrder['step']> => ({
  label: { fr: step.fr, en: step.en },
  by: byOf(step),
  cause: step.cause,
  plannedOn: step.plannedOn,
})

/** Where an order stands: its earliest late step, else what is blocked, begun, or first to do. */
export const stepOf = ({ steps, state }: OrderRow, today: string): Step | null => {
  const late = steps
    .filter((step) => isStepLate(step, state, today))
    .toSorted((one, other) => (one.plannedOn ?? '').localeCompare(other.plannedOn ?? ''))
  const at = (wanted: Step['state']) => steps.find((step) => step.state === wanted)
  return late[0] ?? at('blocked') ?? at('in_progress') ?? at('to_do') ?? null
}

/** An order that runs, as the page tells it. */
export const presentOrder = (row: OrderRow, today: string): HomeOrder => {
  const step = row.state === 'awaiting_client' ? null : stepOf(row, today)
  return {
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    offer: { name: row.offer_name, nameEn: row.offer_name_en },
    company: { reference: row.company_reference, name: row.company_name },
    site: row.site_name ?? '',
    placedAt: row.placed_at.toISOString(),
    placedBy: row.placed_by_name,
    placedUniverse: row.placed_universe,
    pilot: row.pilot_name,
    when: whenOf(
      {
        state: row.state,
        deliveredOn: row.delivered_on,
        plannedOn: row.planned_on,
        wishedOn: row.wished_on,
        dueOn: row.next_due_on,
        dueBy: row.next_due_by,
        stepsEndOn: row.steps_end_on,
        waitsFor: row.waits_for,
      },
      today,
    ),
    step: step && presentStep(step),
    steps: row.steps.map((each) => ({
      label: { fr: each.fr, en: each.en },
      state: each.state,
      by: byOf(each),
      plannedOn: each.plannedOn,
      doneOn: each.doneOn,
      isLate: isStepLate(each, row.state, today),
    })),
  }
}
