import { memo } from 'react'
import { type NotificationCategory, notificationChannels } from '#api/notifications/notification-categories'
import type { Subscriber } from '#api/notifications/subscriptions/subscriptions'
import * as m from '#messages/notifications'
import { categoryLabel, channelLabel } from '../../notification-labels.ts'
import { TriState } from '../../tri-state.tsx'
import { ContactBadges } from './contact-badges.tsx'
import classes from './dashboard.module.css'
import { columnsOf, possibleMask, triOf } from './draft.ts'
import { cellName } from './grid-keys.ts'

interface DashboardRowProps {
  readonly contact: Subscriber
  readonly index: number
  readonly mask: number
  readonly categories: readonly NotificationCategory[]
  /** Column that the keyboard is on, -1 when it is on another row. */
  readonly activeColumn: number
  readonly onToggle: (contact: Subscriber, bits: number, on: boolean) => void
}

/** One contact; drawn again only when its own mask changes. */
export const DashboardRow = memo(({ contact, index, mask, categories, activeColumn, onToggle }: DashboardRowProps) => {
  const { name, abilities } = contact
  const possible = possibleMask(contact)
  const columns = columnsOf(categories)
  const all = columns.reduce((bits, bit) => bits | bit, 0) & possible
  return (
    <tr aria-rowindex={index + 3} data-self={contact.isSelf || undefined}>
      <th scope="row" className={classes.name} title={name}>
        <span className={classes.nameLine}>
          <TriState
            value={triOf(mask, all)}
            label={m.notifications_dashboard_row({ name })}
            readOnly={!abilities.edit}
            tabIndex={activeColumn === 0 ? 0 : -1}
            cell={cellName(index, 0)}
            onToggle={(on) => onToggle(contact, all, on)}
          />
          <span className={classes.nameText}>{name}</span>
          <ContactBadges contact={contact} />
        </span>
      </th>
      {columns.map((bit, column) => {
        const category = categories[column >> 1]
        const channel = notificationChannels[column & 1]
        if (!category || !channel) return null
        const words = { name, category: categoryLabel(category), channel: channelLabel(channel) }
        const tabIndex = activeColumn === column + 1 ? 0 : -1
        const cell = cellName(index, column + 1)
        return possible & bit ? (
          <td key={bit} data-first={channel === 'interface' || undefined}>
            <TriState
              value={mask & bit ? 'on' : 'off'}
              label={m.notifications_dashboard_cell(words)}
              readOnly={!abilities.edit}
              tabIndex={tabIndex}
              cell={cell}
              onToggle={(on) => onToggle(contact, bit, on)}
            />
          </td>
        ) : (
          <td
            key={bit}
            data-first={channel === 'interface' || undefined}
            tabIndex={tabIndex}
            data-cell={cell}
            aria-label={m.notifications_impossible(words)}
          >
            –
          </td>
        )
      })}
    </tr>
  )
})
