import type { QueueRow } from '#api/orders/delivery/delivery'
import type { Scope } from '../../../platform/context.ts'
import { mayPilot } from '../life/order.policy.ts'
import { presentOrderRow } from '../reading/order.presenter.ts'
import type { QueueRecord } from './queue.repository.ts'

export const presentQueueRow =
  (scope: Scope, today: string) =>
  (row: QueueRecord): QueueRow => ({
    ...presentOrderRow(row, today),
    step:
      row.step_label === null || row.step_label_en === null || row.step_actor === null
        ? null
        : {
            label: { fr: row.step_label, en: row.step_label_en },
            actor: row.step_actor,
            plannedOn: row.step_planned_on,
            isBlocked: row.step_state === 'blocked',
          },
    stepsDone: row.steps_done,
    stepsTotal: row.steps_total,
    openDays: Math.max(0, row.open_days ?? 0),
    usualDays: row.usual_days,
    isAtRisk: row.is_at_risk,
    isMine: row.pilot_user_id === scope.userId,
    version: row.version,
    abilities: { takeOver: mayPilot(scope) && row.state !== 'awaiting_client' && row.pilot_user_id !== scope.userId },
  })
