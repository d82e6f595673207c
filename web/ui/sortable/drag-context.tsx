import { closestCenter, DndContext, type DragEndEvent, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core'
import type { ReactNode } from 'react'

/** The list's own live region speaks, in the person's language. */
const silent = { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined }

interface DragContextProps {
  readonly onDragEnd: (event: DragEndEvent) => void
  /** What is dragged takes the nearest place rather than the one that it covers. */
  readonly toNearest?: boolean
  readonly children: ReactNode
}

/** Dragging by mouse or finger. The keyboard has its own way in each list (the arrows), simpler than a simulated drag. */
export const DragContext = ({ onDragEnd, toNearest, children }: DragContextProps) => {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }),
  )
  return (
    <DndContext
      sensors={sensors}
      onDragEnd={onDragEnd}
      accessibility={{ announcements: silent }}
      {...(toNearest ? { collisionDetection: closestCenter } : {})}
    >
      {children}
    </DndContext>
  )
}
