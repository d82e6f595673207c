import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, useId, useRef, useState } from 'react'
import { notificationChannels } from '#api/notifications/notification-categories'
import * as m from '#messages/notifications'
import { universeLabel } from '../../../../app/universe-labels.ts'
import { CategoryHead } from '../../category-head.tsx'
import { categoryLabel, channelLabel } from '../../notification-labels.ts'
import { TriState } from '../../tri-state.tsx'
import classes from './dashboard.module.css'
import { DashboardRow } from './dashboard-row.tsx'
import type { DashboardView } from './dashboard-view.ts'
import { columnStates, columnsOf, draftKey, maskWith, savedMask } from './draft.ts'
import { cellName, type GridPlace, nextPlace } from './grid-keys.ts'

const rowHeight = 36
const pageRows = 12

/** Contacts × categories × channels: only the rows in sight are drawn, arrows move, Space ticks. */
export const DashboardTable = ({ contacts, categories, universe, draft, onToggle, onToggleAll }: DashboardView) => {
  const help = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<GridPlace>({ row: -1, column: 0 })
  const active = { row: Math.min(place.row, contacts.length - 1), column: Math.min(place.column, categories.length * 2) }
  const columns = columnsOf(categories)
  const states = columnStates(draft, universe, contacts, columns)
  const editable = contacts.some(({ abilities }) => abilities.edit)
  const all = states.every((state) => state === 'on') ? 'on' : states.some((state) => state !== 'off') ? 'some' : 'off'
  const everything = columns.reduce((bits, bit) => bits | bit, 0)
  const virtualizer = useVirtualizer({
    count: contacts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 78,
    // The row that holds the keyboard stays drawn, or the focus would be lost when it scrolls away.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range)
      return active.row < 0 || rows.includes(active.row) ? rows : [...rows, active.row].sort((a, b) => a - b)
    },
  })
  const rows = virtualizer.getVirtualItems()

  const focus = (next: GridPlace) => {
    setPlace(next)
    if (next.row >= 0) virtualizer.scrollToIndex(next.row)
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-cell="${cellName(next.row, next.column)}"]`)
        ?.focus({ preventScroll: next.row >= 0 && next.column === 0 }),
    )
  }
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    if (!(event.target as HTMLElement).dataset.cell) return
    const next = nextPlace(event, active, { rows: contacts.length, columns: columns.length + 1 }, pageRows)
    if (!next) return
    event.preventDefault()
    focus(next)
  }
  const follow = (target: EventTarget) => {
    const [row, column] = ((target as HTMLElement).dataset.cell ?? '').split(':').map(Number)
    if (row !== undefined && column !== undefined && (row !== place.row || column !== place.column)) setPlace({ row, column })
  }
  const tabIndexOf = (column: number) => (active.row === -1 && active.column === column ? 0 : -1)

  let drawnUntil = 0
  return (
    <div ref={scroller} className={classes.scroll}>
      <p id={help} className="visually-hidden">
        {m.notifications_dashboard_keys()}
      </p>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of boxes that the arrow keys walk through is a grid.
        role="grid"
        className={classes.table}
        aria-label={m.notifications_dashboard_label({ universe: universeLabel(universe) })}
        aria-describedby={help}
        aria-rowcount={contacts.length + 2}
        onKeyDown={move}
        onFocus={(event) => follow(event.target)}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th rowSpan={2} scope="col" className={classes.corner}>
              <span className={classes.nameLine}>
                <TriState
                  value={all}
                  label={m.notifications_dashboard_all()}
                  readOnly={!editable}
                  tabIndex={tabIndexOf(0)}
                  cell={cellName(-1, 0)}
                  onToggle={(on) => onToggleAll(everything, on)}
                />
                {m.notifications_contact()}
              </span>
            </th>
            {categories.map((category) => (
              <th key={category} colSpan={2} scope="colgroup" data-first>
                <CategoryHead category={category} />
              </th>
            ))}
          </tr>
          <tr aria-rowindex={2}>
            {categories.map((category, at) => (
              <Fragment key={category}>
                {notificationChannels.map((channel, side) => {
                  const column = at * 2 + side
                  const bit = columns[column] ?? 0
                  return (
                    <th key={channel} scope="col" data-first={side === 0 || undefined}>
                      <span className={classes.channel}>
                        <TriState
                          value={states[column] ?? 'off'}
                          label={m.notifications_dashboard_column({ category: categoryLabel(category), channel: channelLabel(channel) })}
                          readOnly={!editable}
                          tabIndex={tabIndexOf(column + 1)}
                          cell={cellName(-1, column + 1)}
                          onToggle={(on) => onToggleAll(bit, on)}
                        />
                        {channelLabel(channel)}
                      </span>
                    </th>
                  )
                })}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const contact = contacts[row.index]
            if (!contact) return null
            const gap = row.start - drawnUntil
            drawnUntil = row.end
            return (
              <Fragment key={contact.contactId}>
                {gap > 0 ? <tr aria-hidden style={{ height: gap }} /> : null}
                <DashboardRow
                  contact={contact}
                  index={row.index}
                  mask={maskWith(savedMask(contact, universe), draft.get(draftKey(universe, contact.contactId)))}
                  categories={categories}
                  activeColumn={active.row === row.index ? active.column : -1}
                  onToggle={onToggle}
                />
              </Fragment>
            )
          })}
          {virtualizer.getTotalSize() > drawnUntil ? <tr aria-hidden style={{ height: virtualizer.getTotalSize() - drawnUntil }} /> : null}
        </tbody>
      </table>
    </div>
  )
}
