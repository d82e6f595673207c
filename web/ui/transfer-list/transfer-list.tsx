import { Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { foldedIncludes } from '#api/rules/text-fold'
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
  /** « Rechercher un modèle »: with a field that keeps what it says in both columns. */
  readonly searchLabel?: string
  readonly error?: string | undefined
}

const textOf = ({ label, description, group }: TransferItem): string => [group, label, description].filter(Boolean).join(' ')

/** The focus goes where the item went, in a group that was folded too. */
const follow = (button: HTMLElement | null | undefined) => {
  const group = button?.closest('details')
  if (group) group.open = true
  button?.focus()
}

/** Moves items from what is available to what is chosen: by drag, by the double arrows, or by keyboard; each move is read out. */
export const TransferList = ({ items, value, onChange, availableLabel, chosenLabel, dropLabel, searchLabel, error }: TransferListProps) => {
  const [said, say] = useState('')
  const root = useRef<HTMLDivElement>(null)
  const [typed, type] = useState('')
  const shown = typed.trim() === '' ? items : items.filter((item) => foldedIncludes(textOf(item), typed.trim()))
  const available = shown.filter((item) => !value.includes(item.value))
  const chosen = shown.filter((item) => value.includes(item.value))
  const countOf = (group: string) => {
    const members = items.filter((item) => item.group === group)
    return { count: members.filter((item) => value.includes(item.value)).length, total: members.length }
  }
  const hintOf = (hint: string) => (typed.trim() === '' ? hint : m.transfer_none_found())

  const move = (item: TransferItem, add: boolean) => {
    if (item.disabled || value.includes(item.value) === add) return
    onChange(add ? [...value, item.value] : value.filter((one) => one !== item.value))
    say(add ? m.transfer_added({ label: item.label }) : m.transfer_removed({ label: item.label }))
    // The button that had the focus is gone with its row: the focus follows the item.
    requestAnimationFrame(() => follow(root.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(item.value)}"]`)))
  }
  const moveAll = (add: boolean) => {
    const moved = new Set(shown.filter((item) => !item.disabled).map((item) => item.value))
    onChange(items.map((item) => item.value).filter((one) => (moved.has(one) ? add : value.includes(one))))
    say(m.transfer_moved_all())
  }
  return (
    <div ref={root}>
      <Text c="dimmed" fz="sm" mb="sm">
        {m.transfer_help()}
      </Text>
      {searchLabel ? (
        <TextInput
          mb="sm"
          type="search"
          aria-label={searchLabel}
          placeholder={searchLabel}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
      ) : null}
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
            hint={hintOf(m.transfer_nothing_left())}
            countOf={countOf}
          />
          <TransferColumn
            id="chosen"
            label={chosenLabel}
            items={chosen}
            onMove={(item) => move(item, false)}
            onMoveAll={() => moveAll(false)}
            hint={hintOf(dropLabel)}
            countOf={countOf}
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
