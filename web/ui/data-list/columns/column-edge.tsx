import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import * as m from '#messages/lists'
import classes from './columns.module.css'

interface ColumnEdgeProps {
  readonly header: string
  readonly width: number | undefined
  readonly onResize: (width: number | null) => void
}

const step = 16

/** The edge of a column's title: dragged, or moved by the arrow keys; a double click gives the width back to the list. */
export const ColumnEdge = ({ header, width, onResize }: ColumnEdgeProps) => {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const widthNow = (edge: Element) => edge.closest('th')?.getBoundingClientRect().width ?? 120
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width: widthNow(event.currentTarget) }
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (start.current) onResize(start.current.width + event.clientX - start.current.x)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const change = { ArrowLeft: -step, ArrowRight: step }[event.key]
    if (change !== undefined) onResize(widthNow(event.currentTarget) + change)
    else if (event.key === 'Home') onResize(null)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an edge that is moved is a separator; a rule is not
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={m.lists_width_of({ column: header })}
      aria-valuenow={width ?? 0}
      tabIndex={0}
      className={classes.edge}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        start.current = null
      }}
      onDoubleClick={() => onResize(null)}
      onKeyDown={onKeyDown}
    />
  )
}
