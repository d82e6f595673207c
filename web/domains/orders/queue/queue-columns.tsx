import type { QueueRow } from '#api/orders/delivery/delivery'
import { orderWords, queueWords } from '#api/orders/words'
import * as delivery from '#messages/delivery'
import * as m from '#messages/orders'
import { formatDay, formatInstant, formatNumber } from '../../../platform/format.ts'
import { nameOf, words } from '../../../platform/words.ts'
import type { DataColumn } from '../../../ui/data-list/data-list-types.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { actorLabel, orderKindLabel } from '../../subscriptions/order-labels.ts'
import { WhenLines } from '../../subscriptions/when.tsx'
import classes from '../orders.module.css'
import { RiskBadge } from '../reading/order/flag-badges.tsx'
import { OrderStateBadge } from '../reading/order/order-title.tsx'
import type { QueueTab } from './queue-views.ts'

const Blocked = ({ row: { step, blockedBy } }: { readonly row: QueueRow }) =>
  step?.isBlocked ? <StateBadge tone="warning" label={m.orders_blocked_short({ actor: actorLabel(blockedBy ?? step.actor) })} /> : null

const StepCell = ({ row }: { readonly row: QueueRow }) => {
  const { step, stepsDone, stepsTotal } = row
  const done = delivery.delivery_steps_done({ done: stepsDone, total: stepsTotal })
  if (!step) return <span className={classes.small}>{done}</span>
  return <TwoLines first={words(step.label)} second={step.isBlocked ? <Blocked row={row} /> : [actorLabel(step.actor), done].join(' · ')} />
}

/** Where all orders are listed their states differ: the state stands over the step, in one column. */
const StateAndStep = ({ row }: { readonly row: QueueRow }) => (
  <TwoLines
    first={
      <span className={classes.stacked}>
        <OrderStateBadge state={row.state} />
        <Blocked row={row} />
      </span>
    }
    second={row.step ? <span className={classes.stepUnder}>{words(row.step.label)}</span> : null}
  />
)

/** « COM00550 · Ajout · Céline B. »: a creation is the rule, and two views name their pilot. */
const under = ({ reference, kind, pilot }: QueueRow, tab: QueueTab): string =>
  [
    reference,
    ...(kind === 'creation' ? [] : [orderKindLabel(kind)]),
    ...(tab === 'mine' || tab === 'nobody' ? [] : [pilot ?? m.orders_without_pilot()]),
  ].join(' · ')

/** Columns of the queue; the ones that steer the day first. */
export const queueColumns = (tab: QueueTab): readonly DataColumn<QueueRow>[] => [
  {
    key: 'offer',
    header: words(orderWords.offer),
    cell: (row) => <TwoLines first={nameOf(row.offer)} second={under(row, tab)} />,
    sort: true,
    primary: true,
    wide: true,
  },
  {
    key: 'company',
    header: words(orderWords.company),
    cell: ({ company, site }) => <TwoLines first={company.name} second={site.city || site.name} />,
    sort: true,
    clip: true,
  },
  {
    key: 'state',
    header: tab === 'all' ? `${words(orderWords.state)} · ${words(queueWords.nextStep)}` : words(orderWords.state),
    cell: (row) => (tab === 'all' ? <StateAndStep row={row} /> : <OrderStateBadge state={row.state} />),
    hidden: tab !== 'all',
    headline: true,
  },
  {
    key: 'step',
    header: words(queueWords.nextStep),
    // A termination has no steps: nothing, and not an empty element, so that a card leaves the line out.
    cell: (row) => (row.step || row.stepsTotal > 0 ? <StepCell row={row} /> : null),
    hidden: tab === 'all',
    clip: true,
    headline: true,
  },
  {
    key: 'planned',
    header: words(orderWords.plannedOn),
    cell: ({ when, openDays, usualDays, isAtRisk }) => (
      <span className={classes.stacked}>
        <WhenLines when={when} withoutWho={tab !== 'all'} />
        {isAtRisk && !when.late ? <RiskBadge openDays={openDays} usualDays={usualDays} /> : null}
      </span>
    ),
    sort: true,
    corner: true,
  },
  {
    key: 'open',
    header: words(queueWords.open),
    cell: ({ openDays }) => m.orders_days({ count: openDays }),
    sort: true,
    ...(tab === 'all' ? { roomy: true } : {}),
  },
  {
    key: 'stepDay',
    header: words(queueWords.stepDay),
    cell: ({ step }) => formatDay(step?.plannedOn),
    hidden: true,
  },
  {
    key: 'pilot',
    header: words(orderWords.pilot),
    cell: ({ pilot }) => pilot ?? words(orderWords.noPilot),
    hidden: true,
    tableOnly: true,
  },
  { key: 'reference', header: words(orderWords.reference), cell: ({ reference }) => reference, sort: true, hidden: true, tableOnly: true },
  { key: 'wished', header: words(orderWords.wishedOn), cell: ({ wishedOn }) => formatDay(wishedOn), sort: true, hidden: true },
  { key: 'placed', header: words(orderWords.placedAt), cell: ({ placedAt }) => formatInstant(placedAt), sort: true, hidden: true },
  { key: 'contract', header: words(orderWords.contract), cell: ({ subscription }) => subscription, hidden: true },
  { key: 'steps', header: words(queueWords.steps), cell: ({ stepsTotal }) => formatNumber(stepsTotal), align: 'end', hidden: true },
]
