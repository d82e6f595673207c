import type { HomeQueue, HomeTodo } from '#api/home/home'
import * as m from '#messages/home'
import classes from '../home.module.css'
import { TodoCard } from '../todo/todo-card.tsx'
import { LoadsCard } from './loads-card.tsx'
import { QueueStrip } from './queue-strip.tsx'
import { SlippingCard } from './slipping-card.tsx'
import { WeekCard } from './week-card.tsx'

interface CarrierDayProps {
  readonly queue: HomeQueue
  readonly todo: readonly HomeTodo[]
}

/** A pilot's day: what is late, what slips, what the house needs, what comes, who carries what. */
export const CarrierDay = ({ queue, todo }: CarrierDayProps) => (
  <>
    <QueueStrip queue={queue} />
    <div className={classes.first}>
      <div className={classes.aside}>
        <SlippingCard orders={queue.slipping} late={queue.late} />
        {todo.length > 0 ? <TodoCard todo={[...todo]} late={0} title={m.home_desk()} /> : null}
      </div>
      <div className={classes.aside}>
        <WeekCard days={queue.days} />
        <LoadsCard loads={queue.loads} />
      </div>
    </div>
  </>
)
