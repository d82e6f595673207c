import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import * as m from '#messages/common'
import { DragContext } from './drag-context.tsx'
import classes from './sortable-list.module.css'
import { SortableRow } from './sortable-row.tsx'

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
      <DragContext
        toNearest
        onDragEnd={({ active, over }) => {
          if (over) move(Number(active.id), Number(over.id))
        }}
      >
        <ol ref={root} className={classes.rows} aria-label={label}>
          {rows.map((row, index) => (
            <SortableRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; what it holds is drawn from the form by that place
              key={index}
              index={index}
              handle={readOnly ? null : m.sort_handle({ label: rowLabel(row, index), position: index + 1, count: rows.length })}
              describedBy={help}
              isCurrent={isCurrent?.(index) ?? false}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              {children(row, index)}
            </SortableRow>
          ))}
        </ol>
      </DragContext>
      <p id={help} hidden>
        {m.sort_help()}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </div>
  )
}
