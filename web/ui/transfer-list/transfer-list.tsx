import { Text } from '@mantine/core'
import { useRef, useState } from 'react'
import * as m from '#messages/common'
import { DragContext } from '../sortable/drag-context.tsx'
import { TransferColumn } from './transfer-column.tsx'
import classes from './transfer-list.module.css'
import type { TransferItem } from './transfer-types.ts'

export interface TransferListProps {
  readonly items: readonly TransferItem[]
  /** Values of the items on the right. */
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  /** « Modèles disponibles ». */
  readonly availableLabel: string
  /** « Modèles du droit ». */
  readonly chosenLabel: string
  /** « Déposer ici les modèles à ajouter ». */
  readonly dropLabel: string
  readonly error?: string | undefined
}

/** Moves items from what is available to what is chosen: by drag, by the double arrows, or by keyboard; each move is read out. */
export const TransferList = ({ items, value, onChange, availableLabel, chosenLabel, dropLabel, error }: TransferListProps) => {
  const [said, say] = useState('')
  const root = useRef<HTMLDivElement>(null)
  const available = items.filter((item) => !value.includes(item.value))
  const chosen = items.filter((item) => value.includes(item.value))

  const move = (item: TransferItem, add: boolean) => {
    if (item.disabled || value.includes(item.value) === add) return
    onChange(add ? [...value, item.value] : value.filter((one) => one !== item.value))
    say(add ? m.transfer_added({ label: item.label }) : m.transfer_removed({ label: item.label }))
    // The button that had the focus is gone with its row: the focus follows the item.
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(item.value)}"]`)?.focus())
  }
  const moveAll = (add: boolean) => {
    const locked = items.filter((item) => item.disabled && value.includes(item.value)).map((item) => item.value)
    onChange(add ? items.filter((item) => !item.disabled || value.includes(item.value)).map((item) => item.value) : locked)
    say(m.transfer_moved_all())
  }
  return (
    <div ref={root}>
      <Text c="dimmed" fz="sm" mb="sm">
        {m.transfer_help()}
      </Text>
      <DragContext
        onDragEnd={({ active, over }) => {
          const item = items.find((one) => one.value === active.id)
          if (item && over) move(item, over.id === 'chosen')
        }}
      >
        <div className={classes.columns}>
          <TransferColumn
            id="available"
            label={availableLabel}
            items={available}
            onMove={(item) => move(item, true)}
            onMoveAll={() => moveAll(true)}
            hint={m.transfer_nothing_left()}
          />
          <TransferColumn
            id="chosen"
            label={chosenLabel}
            items={chosen}
            onMove={(item) => move(item, false)}
            onMoveAll={() => moveAll(false)}
            hint={dropLabel}
          />
        </div>
      </DragContext>
      {error ? (
        <Text role="alert" c="var(--mantine-color-error)" fz="sm" mt={6}>
          {error}
        </Text>
      ) : null}
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </div>
  )
}
