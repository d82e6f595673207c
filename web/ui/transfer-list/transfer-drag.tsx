import { DndContext, type DragEndEvent, MouseSensor, TouchSensor, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core'
import { type RefObject, useLayoutEffect } from 'react'
import type { DragStarts, TransferItem, TransferSide } from './transfer-types.ts'

type Root = RefObject<HTMLElement | null>

interface TransferDragProps {
  readonly root: Root
  readonly starts: DragStarts
  readonly available: readonly TransferItem[]
  readonly chosen: readonly TransferItem[]
  readonly onMove: (item: TransferItem, add: boolean) => void
}

const find = (root: Root, attribute: string, value: string): HTMLElement | null =>
  root.current?.querySelector<HTMLElement>(`[data-${attribute}="${CSS.escape(value)}"]`) ?? null

const Row = ({ root, starts, item }: { readonly root: Root; readonly starts: DragStarts; readonly item: TransferItem }) => {
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: item.value, disabled: item.disabled ?? false })
  useLayoutEffect(() => {
    setNodeRef(find(root, 'row', item.value))
    return () => setNodeRef(null)
  }, [root, item.value, setNodeRef])
  useLayoutEffect(() => {
    starts.set(item.value, (name, event) => listeners?.[name]?.(event))
    return () => void starts.delete(item.value)
  }, [starts, item.value, listeners])
  useLayoutEffect(() => {
    const row = find(root, 'row', item.value)
    if (!row) return
    row.style.transform = transform ? `translate3d(${transform.x}px, ${transform.y}px, 0)` : ''
    row.toggleAttribute('data-dragging', isDragging)
  }, [root, item.value, transform, isDragging])
  return null
}

const Zone = ({ root, side }: { readonly root: Root; readonly side: TransferSide }) => {
  const { setNodeRef, isOver } = useDroppable({ id: side })
  useLayoutEffect(() => {
    setNodeRef(find(root, 'zone', side))
    return () => setNodeRef(null)
  }, [root, side, setNodeRef])
  useLayoutEffect(() => {
    find(root, 'zone', side)?.toggleAttribute('data-over', isOver)
  }, [root, side, isOver])
  return null
}

/**
 * Dragging, added to the two columns when it is loaded: it draws nothing and takes hold of the rows that are there, so that the list works
 * before it comes.
 */
export const TransferDrag = ({ root, starts, available, chosen, onMove }: TransferDragProps) => {
  // The keyboard has its own way (arrows and Enter), simpler than a simulated drag.
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }),
  )
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const item = [...available, ...chosen].find((one) => one.value === active.id)
    if (item && over) onMove(item, over.id === 'chosen')
  }
  return (
    <DndContext sensors={sensors} onDragEnd={onDragEnd} accessibility={{ announcements: silent }}>
      <Zone root={root} side="available" />
      <Zone root={root} side="chosen" />
      {available.map((item) => (
        <Row key={`available ${item.value}`} root={root} starts={starts} item={item} />
      ))}
      {chosen.map((item) => (
        <Row key={`chosen ${item.value}`} root={root} starts={starts} item={item} />
      ))}
    </DndContext>
  )
}

/** Our own live region speaks, in the person's language. */
const silent = { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined }
