import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCircleCheck } from '@tabler/icons-react'
import type { Home } from '#api/home/home'
import * as m from '#messages/home'
import { EmptyState } from '../../../ui/empty-state.tsx'
import classes from '../home.module.css'
import { HomeCard } from '../home-card.tsx'
import { TodoLine } from './todo-line.tsx'

interface TodoCardProps extends Pick<Home, 'todo' | 'late'> {
  readonly title?: string
  /** Its first act is the page's main one. */
  readonly isMain?: boolean
}

const shown = 6

/** « À faire »: late first, each with its act and its age. */
export const TodoCard = ({ todo, late, title = m.home_todo(), isMain = false }: TodoCardProps) => {
  const [isWhole, whole] = useDisclosure(false)
  const lines = isWhole ? todo : todo.slice(0, shown)
  return (
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
          {lines.map((line, index) => (
            <TodoLine key={`${line.kind} ${line.reference}`} line={line} isFirst={isMain && index === 0} />
          ))}
        </ul>
      )}
      {lines.length < todo.length ? (
        <div className={classes.more}>
          <Button variant="subtle" size="xs" onClick={whole.open}>
            {m.home_show_all({ count: todo.length - lines.length })}
          </Button>
        </div>
      ) : null}
    </HomeCard>
  )
}
