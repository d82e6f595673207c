import { useDraggable, useDroppable } from '@dnd-kit/core'
import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconChevronsLeft, IconChevronsRight, IconGripVertical } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import * as m from '#messages/common'
import classes from './transfer-list.module.css'
import type { TransferItem, TransferSide } from './transfer-types.ts'

/** Items by what they belong with, in their order. */
const grouped = (items: readonly TransferItem[]): readonly (readonly [string, readonly TransferItem[]])[] => [
  ...Map.groupBy(items, ({ group }) => group ?? '').entries(),
]

interface GroupCount {
  readonly count: number
  readonly total: number
}

interface TransferColumnProps {
  readonly id: TransferSide
  readonly label: string
  readonly items: readonly TransferItem[]
  readonly onMove: (item: TransferItem) => void
  readonly onMoveAll: () => void
  /** Shown when the column is empty. */
  readonly hint: string
  /** How many items of a group were chosen, and how many there are. */
  readonly countOf: (group: string) => GroupCount
}

const TransferRow = ({
  item,
  isChosen,
  onMove,
}: {
  readonly item: TransferItem
  readonly isChosen: boolean
  readonly onMove: () => void
}) => {
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: item.value, disabled: item.disabled ?? false })
  const Arrows = isChosen ? IconChevronsLeft : IconChevronsRight
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== (isChosen ? 'ArrowLeft' : 'ArrowRight')) return
    event.preventDefault()
    onMove()
  }
  return (
    <li
      ref={setNodeRef}
      {...listeners}
      className={classes.item}
      style={transform ? { transform: `translate3d(${transform.x}px, ${transform.y}px, 0)` } : undefined}
      data-disabled={item.disabled || undefined}
      data-dragging={isDragging || undefined}
    >
      <IconGripVertical size={16} aria-hidden className={classes.grip} />
      <div className={classes.text}>
        <Text fw={500}>{item.label}</Text>
        {item.description ? (
          <Text fz="sm" c="dimmed">
            {item.description}
          </Text>
        ) : null}
      </div>
      <ActionIcon
        variant="light"
        color="petrol"
        size={32}
        disabled={item.disabled ?? false}
        onClick={onMove}
        onKeyDown={onKeyDown}
        data-move={item.value}
        aria-label={isChosen ? m.transfer_remove({ label: item.label }) : m.transfer_add({ label: item.label })}
      >
        <Arrows size={17} />
      </ActionIcon>
    </li>
  )
}

interface TransferGroupProps extends GroupCount {
  /** Empty: the items belong with nothing. */
  readonly name: string
  readonly children: ReactNode
}

const TransferGroup = ({ name, count, total, children }: TransferGroupProps) =>
  name === '' ? (
    children
  ) : (
    <details open className={classes.group}>
      <summary>
        <span>{name}</span>
        <span className={classes.count}>{m.transfer_group_count({ count, total })}</span>
      </summary>
      {children}
    </details>
  )

export const TransferColumn = ({ id, label, items, onMove, onMoveAll, hint, countOf }: TransferColumnProps) => {
  const isChosen = id === 'chosen'
  const { setNodeRef, isOver } = useDroppable({ id })
  return (
    <section aria-labelledby={`transfer-${id}`}>
      <Group justify="space-between" mb={6} mih={26}>
        <Text id={`transfer-${id}`} fw={500}>
          {label} ({items.length})
        </Text>
        {items.length > 1 ? (
          <Button size="compact-sm" variant="subtle" onClick={onMoveAll}>
            {isChosen ? m.transfer_remove_all() : m.transfer_add_all()}
          </Button>
        ) : null}
      </Group>
      <div ref={setNodeRef} className={classes.zone} data-over={isOver || undefined}>
        {items.length === 0 ? <p className={classes.hint}>{hint}</p> : null}
        {grouped(items).map(([group, members]) => (
          <TransferGroup key={group} name={group} {...countOf(group)}>
            <ul className={classes.items}>
              {members.map((item) => (
                <TransferRow key={item.value} item={item} isChosen={isChosen} onMove={() => onMove(item)} />
              ))}
            </ul>
          </TransferGroup>
        ))}
      </div>
    </section>
  )
}
