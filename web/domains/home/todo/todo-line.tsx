import type { HomeTodo } from '#api/home/home'
import { daysLate } from '#api/subscriptions/when'
import * as m from '#messages/home'
import { formatAgo, formatDay, formatDayAs } from '../../../platform/format.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { dayAt } from '../../../ui/date-field/today.ts'
import classes from '../home.module.css'
import { TodoAct } from './todo-act.tsx'
import { todoText } from './todo-text.ts'

/** Late of how many days, before which day, or since when. */
const Age = ({ line: { order, since } }: { readonly line: HomeTodo }) => {
  if (order?.when.late) return <span className={classes.late}>{words(daysLate(order.when.late.days))}</span>
  const due = order?.state === 'awaiting_client' ? null : (order?.step?.plannedOn ?? null)
  if (due) return <span>{m.home_before({ day: formatDayAs(due, { day: 'numeric', month: 'short' }) })}</span>
  if (!since) return null
  const isOld = Date.now() - Date.parse(since) > 60 * 86_400_000
  return <span>{isOld ? m.home_since({ day: formatDay(dayAt(since)) }) : formatAgo(since)}</span>
}

interface TodoLineProps {
  readonly line: HomeTodo
  /** The one filled button of the page. */
  readonly isFirst: boolean
}

/** One thing to do: what, about what, since when or until when, and its act. */
export const TodoLine = ({ line, isFirst }: TodoLineProps) => {
  const universe = useUniverse()
  const { icon: Icon, title, about } = todoText(line, universe)
  const tone = line.order?.when.is === 'late' ? 'red' : line.kind === 'mails' ? 'amber' : line.order ? 'blue' : 'grey'
  return (
    <li className={classes.line}>
      <span className={classes.icon} data-tone={tone} aria-hidden>
        <Icon size={18} stroke={1.6} />
      </span>
      <span className={classes.what}>
        <span className={classes.name}>{title}</span>
        <span className={classes.about}>{about}</span>
      </span>
      <span className={classes.age}>
        <Age line={line} />
      </span>
      <span className={classes.act}>
        <TodoAct line={line} isFirst={isFirst} />
      </span>
    </li>
  )
}
