import { describe, expect, it } from 'vitest'
import type { QueueRow } from '#api/orders/delivery/delivery'
import { queueColumns } from './queue-columns.tsx'

/** What a card of a phone has under « Étape en cours »: nothing leaves the line out. */
const stepCell = (row: Pick<QueueRow, 'step' | 'stepsDone' | 'stepsTotal'>) =>
  queueColumns('mine')
    .find(({ key }) => key === 'step')
    ?.cell(row as QueueRow)

const step = { label: { fr: 'Raccordement', en: 'Connection' }, actor: 'carrier', plannedOn: null, isBlocked: false } as const

describe('the step of an order in the queue', () => {
  it('is nothing when the order has none, as a termination', () => {
    expect(stepCell({ step: null, stepsDone: 0, stepsTotal: 0 })).toBeNull()
  })
  it('is the next one, or how many are done', () => {
    expect(stepCell({ step, stepsDone: 1, stepsTotal: 3 })).not.toBeNull()
    expect(stepCell({ step: null, stepsDone: 3, stepsTotal: 3 })).not.toBeNull()
  })
})
