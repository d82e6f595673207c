import { IconAlertTriangle, IconCheck, IconClockHour4, IconMinus, IconPlayerPlay } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { StepState } from '#api/subscriptions/rules/operations'
import * as m from '#messages/orders'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { formatDay, formatInstant } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { StateBadge } from '../../../../ui/state-badge.tsx'
import { actorLabel, isOwnTurn, stepStateLabel } from '../../../subscriptions/order-labels.ts'
import { doneByWords, sideWords } from './side-words.ts'
import classes from './timeline.module.css'
import type { TimelineStep } from './timeline-order.ts'

const icons: Readonly<Record<StepState, ReactNode>> = {
  to_do: <IconClockHour4 size={15} stroke={1.8} />,
  in_progress: <IconPlayerPlay size={14} stroke={2} />,
  blocked: <IconAlertTriangle size={15} stroke={2} />,
  done: <IconCheck size={15} stroke={2.4} />,
  skipped: <IconMinus size={15} stroke={2} />,
}

/** Day of the step: done, else planned; none for what will not be done. */
const StepDay = ({ step, isOver }: { readonly step: TimelineStep; readonly isOver: boolean }) => {
  if (step.state === 'done') return <span>{step.doneOn ? m.orders_step_done_on({ day: formatDay(step.doneOn) }) : null}</span>
  if (step.state === 'skipped') return null
  if (isOver) return <span className={classes.faint}>{m.orders_step_not_carried_out()}</span>
  if (!step.plannedOn) return <span className={classes.faint}>{m.orders_step_not_planned()}</span>
  return <span>{m.orders_step_planned_on({ day: formatDay(step.plannedOn) })}</span>
}

interface TimelineStepRowProps<S extends TimelineStep> {
  readonly step: S
  readonly isCurrent: boolean
  /** The order is over: what was left will not be done. */
  readonly isOver: boolean
  readonly actions: ReactNode
}

/** A step of the line: who acts, when, and why it stands still. */
export const TimelineStepRow = <S extends TimelineStep>({ step, isCurrent, isOver, actions }: TimelineStepRowProps<S>) => {
  const universe = useUniverse()
  const label = words(step.label)
  const isOpen = step.state !== 'done' && step.state !== 'skipped'
  return (
    <li
      className={classes.item}
      data-state={step.state}
      data-current={isCurrent || undefined}
      data-over={(isOver && isOpen) || undefined}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <span className={classes.bullet} aria-hidden>
        {icons[step.state]}
      </span>
      <div className={classes.body}>
        <div className={classes.line}>
          <div className={classes.what}>
            <span className={classes.title}>{label}</span>
            <span className={classes.badges}>
              {isOver && isOpen ? null : step.state === 'done' || step.state === 'to_do' ? (
                <span className="visually-hidden">{stepStateLabel(step.state)}</span>
              ) : (
                <StatePill of="step" state={step.state} label={stepStateLabel(step.state)} />
              )}
              {step.isLate && isOpen && !isOver ? <StateBadge tone="danger" label={m.orders_late()} /> : null}
            </span>
          </div>
          <div className={classes.side}>
            <span className={classes.when}>
              <StepDay step={step} isOver={isOver} />
            </span>
            {actions ? <span className={`${classes.actions} no-print`}>{actions}</span> : null}
          </div>
        </div>
        <div className={classes.who}>
          {step.doneBy && !isOpen ? (
            <span>{m.orders_step_done_by({ name: doneByWords(step.doneBy, universe) })}</span>
          ) : isOver && isOpen ? null : (
            <span className={classes.actor} data-own={(isOwnTurn(step.actor, universe) && universe !== 'carrier' && isOpen) || undefined}>
              {m.orders_step_actor({ actor: sideWords(step.actor, universe) })}
            </span>
          )}
        </div>
        {step.blocked && isOpen && !isOver ? (
          <div className={classes.blocked}>
            <strong>
              {isOwnTurn(step.blocked.by, universe) && universe !== 'carrier'
                ? m.orders_blocked_you()
                : m.orders_blocked_by({ actor: actorLabel(step.blocked.by) })}
            </strong>
            <p>{step.blocked.cause}</p>
            {step.blocked.since ? <small>{m.orders_blocked_since({ at: formatInstant(step.blocked.since) })}</small> : null}
          </div>
        ) : null}
      </div>
    </li>
  )
}
