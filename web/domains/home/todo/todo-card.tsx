import { IconCircleCheck } from '@tabler/icons-react'
import type { Home } from '#api/home/home'
import * as m from '#messages/home'
import { EmptyState } from '../../../ui/empty-state.tsx'
import classes from '../home.module.css'
import { HomeCard } from '../home-card.tsx'
import { TodoLine } from './todo-line.tsx'

type TodoCardProps = Pick<Home, 'todo' | 'late'> & { readonly title?: string }

/** « À faire »: late first, each with its act and its age. */
export const TodoCard = ({ todo, late, title = m.home_todo() }: TodoCardProps) => (
  <HomeCard
    title={title}
    beside={todo.length > 0 ? <span className={classes.count}>{todo.length}</span> : null}
    end={late > 0 ? <span className={classes.late}>{m.home_late_count({ count: late })}</span> : null}
  >
    {todo.length === 0 ? (
      <EmptyState
        title={m.home_nothing()}
        description={m.home_nothing_hint()}
        icon={<IconCircleCheck size={24} stroke={1.6} aria-hidden />}
      />
    ) : (
      <ul className={classes.lines}>
        {todo.map((line, index) => (
          <TodoLine key={`${line.kind} ${line.reference}`} line={line} isFirst={index === 0} />
        ))}
      </ul>
    )}
  </HomeCard>
)
