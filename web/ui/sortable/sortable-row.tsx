import { useDraggable, useDroppable } from '@dnd-kit/core'
import { ActionIcon } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { IconGripVertical } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './sortable-list.module.css'

interface SortableRowProps {
  readonly index: number
  /** What the handle says; null: the row stays where it is. */
  readonly handle: string | null
  readonly describedBy: string
  readonly isCurrent: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly children: ReactNode
}

export const SortableRow = ({ index, handle, describedBy, isCurrent, onKeyDown, children }: SortableRowProps) => {
  const id = String(index)
  const { setNodeRef: setDragged, listeners, transform, isDragging } = useDraggable({ id, disabled: handle === null })
  const { setNodeRef: setPlace, isOver, active } = useDroppable({ id })
  const ref = useMergedRef(setDragged, setPlace)
  const side = isOver && active && !isDragging ? (Number(active.id) < index ? 'after' : 'before') : undefined
  return (
    <li
      ref={ref}
      className={classes.row}
      style={transform ? { transform: `translate3d(0, ${transform.y}px, 0)` } : undefined}
      data-current={isCurrent || undefined}
      data-dragging={isDragging || undefined}
      data-over={side}
    >
      {handle === null ? null : (
        <ActionIcon
          {...listeners}
          size={32}
          className={classes.handle}
          data-handle={index}
          aria-label={handle}
          aria-describedby={describedBy}
          onKeyDown={onKeyDown}
        >
          <IconGripVertical size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
      <div className={classes.content}>{children}</div>
    </li>
  )
}
