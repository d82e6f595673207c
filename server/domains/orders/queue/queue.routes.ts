import { listQueue } from '#api/orders/delivery/delivery'
import { queueWords } from '#api/orders/words'
import { dayOf } from '../../../platform/clock.ts'
import { first } from '../../../platform/db/questions.ts'
import type { Route } from '../../../platform/http/route.ts'
import { dayColumn, numberColumn, textColumn } from '../../../platform/lists/export-columns.ts'
import { listRoutes, listSource } from '../../../platform/lists/list-routes.ts'
import { orderColumns } from '../reading/order.presenter.ts'
import { presentQueueRow } from './queue.presenter.ts'
import * as queue from './queue.repository.ts'

const noCounts: queue.QueueCounts = { all: 0, mine: 0, nobody: 0, late: 0, blocked: 0, atRisk: 0, awaitingClient: 0 }

/** The carrier's running orders. */
export const queueSource = listSource(listQueue, {
  page: ({ filters, now }, order) => queue.queue(filters, order, dayOf(now).toString()),
  also: ({ now }) => ({ counts: first(queue.counts(dayOf(now).toString())) }),
  beside: (_, { counts }) => ({ counts: counts ?? noCounts }),
  present: (scope, { now }) => presentQueueRow(scope, dayOf(now).toString()),
  file: {
    name: { fr: 'commandes-a-livrer', en: 'orders-to-deliver' },
    columns: () => [
      ...orderColumns(),
      textColumn(queueWords.nextStep, ({ step }) => step?.label),
      dayColumn(queueWords.stepDay, ({ step }) => step?.plannedOn),
      numberColumn(queueWords.stepsDone, ({ stepsDone }) => stepsDone),
      numberColumn(queueWords.steps, ({ stepsTotal }) => stepsTotal),
      numberColumn(queueWords.openDays, ({ openDays }) => openDays),
      textColumn(queueWords.late, ({ when }) => (when.late ? queueWords.yes : null)),
      textColumn(queueWords.atRisk, ({ isAtRisk }) => (isAtRisk ? queueWords.yes : null)),
    ],
  },
})

export const queueRoutes: Route[] = listRoutes(listQueue, queueSource)
