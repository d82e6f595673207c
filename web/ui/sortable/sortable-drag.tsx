import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type RefObject, useLayoutEffect } from 'react'
import type { DragStarts } from './sortable-types.ts'

type Root = RefObject<HTMLElement | null>

interface SortableDragProps {
  readonly root: Root
  readonly starts: DragStarts
  readonly count: number
  readonly onMove: (from: number, to: number) => void
}

const find = (root: Root, row: string): HTMLElement | null => root.current?.querySelector<HTMLElement>(`[data-row="${row}"]`) ?? null

const Row = ({ root, starts, row }: { readonly root: Root; readonly starts: DragStarts; readonly row: string }) => {
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: row })
  const { setNodeRef: setPlace, isOver, active } = useDroppable({ id: row })
  useLayoutEffect(() => {
    setNodeRef(find(root, row))
    setPlace(find(root, row))
    return () => {
      setNodeRef(null)
      setPlace(null)
    }
  }, [root, row, setNodeRef, setPlace])
  useLayoutEffect(() => {
    starts.set(row, (name, event) => listeners?.[name]?.(event))
    return () => void starts.delete(row)
  }, [starts, row, listeners])
  useLayoutEffect(() => {
    const element = find(root, row)
    if (!element) return
    element.style.transform = transform ? `translate3d(0, ${transform.y}px, 0)` : ''
    element.toggleAttribute('data-dragging', isDragging)
    const side = isOver && active && !isDragging ? (Number(active.id) < Number(row) ? 'after' : 'before') : null
    if (side) element.setAttribute('data-over', side)
    else element.removeAttribute('data-over')
  }, [root, row, transform, isDragging, isOver, active])
  return null
}

/** Dragging, added to the rows that are there when it is loaded; it draws nothing. */
export const SortableDrag = ({ root, starts, count, onMove }: SortableDragProps) => {
  // The keyboard has its own way (arrows on the handle), simpler than a simulated drag.
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }),
  )
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) onMove(Number(active.id), Number(over.id))
  }
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd} accessibility={{ announcements: silent }}>
      {Array.from({ length: count }, (_, index) => (
        <Row key={String(index)} root={root} starts={starts} row={String(index)} />
      ))}
    </DndContext>
  )
}

/** The list's own live region speaks, in the person's language. */
const silent = { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined }
