import type { SyntheticEvent } from 'react'

export interface TransferItem {
  readonly value: string
  readonly label: string
  readonly description?: string
  /** Cannot be moved; `description` should say why. */
  readonly disabled?: boolean
}

export type TransferSide = 'available' | 'chosen'

/** By item: what begins a drag; empty until dragging is loaded. */
export type DragStarts = Map<string, (name: 'onMouseDown' | 'onTouchStart', event: SyntheticEvent) => void>
