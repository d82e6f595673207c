import type { SyntheticEvent } from 'react'

/** By row: what begins a drag; empty until dragging is loaded. */
export type DragStarts = Map<string, (name: 'onMouseDown' | 'onTouchStart', event: SyntheticEvent) => void>
