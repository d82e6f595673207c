import { IconCheck, IconFileText, IconFlag3, IconHourglass, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isRunning } from '#api/subscriptions/rules/operations'
import * as m from '#messages/orders'
import { formatDay, formatInstant } from '../../../../platform/format.ts'
import { orderStateLabel } from '../../../subscriptions/order-labels.ts'
import { WhenLine } from '../../../subscriptions/when.tsx'
import { personName } from '../../person-name.ts'
import { OrderProgress } from './order-progress.tsx'
import classes from './timeline.module.css'
import { currentStep, endOf, progressOf, type TimelineOrder, type TimelineStep } from './timeline-order.ts'
import { TimelineStepRow } from './timeline-step.tsx'

interface PointProps {
  readonly state: string
  readonly icon: ReactNode
  readonly title: string
  readonly when: ReactNode
  readonly children?: ReactNode
}

/** A point of the line that is no step: placed, awaited, ended. */
const Point = ({ state, icon, title, when, children }: PointProps) => (
  <li className={classes.item} data-state={state}>
    <span className={classes.bullet} aria-hidden>
      {icon}
    </span>
    <div className={classes.body}>
      <div className={classes.line}>
        <div className={classes.what}>
          <span className={classes.title}>{title}</span>
        </div>
        <div className={classes.when}>{when}</div>
      </div>
      {children}
    </div>
  </li>
)

/** « Refusée par Camille Martin ». */
const closedBy = ({ decisions = [] }: TimelineOrder): string | null => {
  const last = decisions.find(({ kind }) => kind !== 'validated')
  return last && last.kind !== 'validated' ? m[`orders_decision_${last.kind}`]({ name: personName(last.by) }) : null
}

const End = ({ order }: { readonly order: TimelineOrder }) => {
  const end = endOf(order.state)
  const closed = closedBy(order)
  if (end === 'reached')
    return (
      <Point
        state="reached"
        icon={<IconFlag3 size={15} stroke={2} />}
        title={orderStateLabel(order.state)}
        when={order.deliveredOn ? formatDay(order.deliveredOn) : formatInstant(order.closedAt)}
      />
    )
  if (end === 'failed')
    return (
      <Point
        state="failed"
        icon={<IconX size={15} stroke={2.2} />}
        title={orderStateLabel(order.state)}
        when={formatInstant(order.closedAt)}
      >
        {closed ? <div className={classes.who}>{closed}</div> : null}
        {order.closingReason ? <p className={classes.reason}>{order.closingReason}</p> : null}
      </Point>
    )
  return (
    <Point
      state="ahead"
      icon={<IconFlag3 size={15} stroke={1.8} />}
      title={order.kind === 'termination' ? m.orders_end_termination() : m.orders_end_delivery()}
      when={<WhenLine when={order.when} />}
    />
  )
}

export interface OrderTimelineProps<S extends TimelineStep> {
  readonly order: TimelineOrder<S>
  /** What may be done about a step, under it. */
  readonly actions?: (step: S) => ReactNode
  /** Without the bar of progress above the line. */
  readonly bare?: boolean
}

/** An order as a line of steps: who acts, planned, done, blocked and why; from its deposit to its end. */
export const OrderTimeline = <S extends TimelineStep>({ order, actions, bare }: OrderTimelineProps<S>) => {
  const progress = progressOf(order)
  const current = currentStep(order)
  const isOver = !isRunning(order.state)
  const validated = order.decisions?.find(({ kind }) => kind === 'validated')
  const waits = order.state === 'awaiting_client'
  return (
    <div className={classes.timeline}>
      {bare || progress.total === 0 || waits ? null : <OrderProgress progress={progress} state={order.state} />}
      <ol className={classes.list} aria-label={m.orders_timeline()}>
        {order.placedAt ? (
          <Point
            state="placed"
            icon={<IconFileText size={15} stroke={1.8} />}
            title={m.orders_placed()}
            when={formatInstant(order.placedAt)}
          >
            {order.placedBy ? <div className={classes.who}>{personName(order.placedBy)}</div> : null}
          </Point>
        ) : null}
        {waits ? (
          <Point
            state="waiting"
            icon={<IconHourglass size={15} stroke={1.8} />}
            title={orderStateLabel('awaiting_client')}
            when={<span className={classes.faint}>{m.orders_waiting_now()}</span>}
          />
        ) : null}
        {validated ? (
          <Point
            state="placed"
            icon={<IconCheck size={15} stroke={2.4} />}
            title={m.orders_decision_validated()}
            when={formatInstant(validated.at)}
          >
            <div className={classes.who}>{personName(validated.by)}</div>
          </Point>
        ) : null}
        {order.steps.map((step, index) => (
          <TimelineStepRow
            key={step.id ?? `${index}`}
            step={step}
            isCurrent={step === current && !waits}
            isOver={isOver}
            actions={actions?.(step)}
          />
        ))}
        <End order={order} />
      </ol>
    </div>
  )
}
