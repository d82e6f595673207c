import { ActionIcon } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import * as m from '#messages/common'
import { lazyWindow } from '../lazy-window.tsx'
import classes from './sortable-list.module.css'
import type { DragStarts } from './sortable-types.ts'

const SortableDrag = lazyWindow(async () => (await import('./sortable-drag.tsx')).SortableDrag)

export interface SortableListProps<Row> {
  /** What is ordered, for screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowLabel: (row: Row, index: number) => string
  readonly onMove: (from: number, to: number) => void
  readonly children: (row: Row, index: number) => ReactNode
  /** Marks a row: the one being edited. */
  readonly isCurrent?: (index: number) => boolean
  readonly readOnly?: boolean
}

/** Rows that one puts in order: by drag, or by the arrow keys on a row's handle; each move is read out. */
export const SortableList = <Row,>({ label, rows, rowLabel, onMove, children, isCurrent, readOnly }: SortableListProps<Row>) => {
  const [said, say] = useState('')
  const root = useRef<HTMLOListElement>(null)
  const [starts] = useState<DragStarts>(() => new Map())
  const help = useId()

  const move = (from: number, to: number) => {
    const row = rows[from]
    if (row === undefined || to < 0 || to >= rows.length || from === to) return
    onMove(from, to)
    say(m.sort_moved({ label: rowLabel(row, from), position: to + 1, count: rows.length }))
    // The handle follows its row.
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-handle="${to}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(index, to)
  }
  return (
    <div>
      <ol ref={root} className={classes.rows} aria-label={label}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; what it holds is drawn from the form by that place
          <li key={index} className={classes.row} data-row={index} data-current={isCurrent?.(index) || undefined}>
            {readOnly ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                className={classes.handle}
                data-handle={index}
                aria-label={m.sort_handle({ label: rowLabel(row, index), position: index + 1, count: rows.length })}
                aria-describedby={help}
                onKeyDown={(event) => onKeyDown(event, index)}
                onMouseDown={(event) => starts.get(String(index))?.('onMouseDown', event)}
                onTouchStart={(event) => starts.get(String(index))?.('onTouchStart', event)}
              >
                <IconGripVertical size={17} stroke={1.6} aria-hidden />
              </ActionIcon>
            )}
            <div className={classes.content}>{children(row, index)}</div>
          </li>
        ))}
      </ol>
      {readOnly || rows.length < 2 ? null : <SortableDrag root={root} starts={starts} count={rows.length} onMove={move} />}
      <p id={help} hidden>
        {m.sort_help()}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </div>
  )
}
