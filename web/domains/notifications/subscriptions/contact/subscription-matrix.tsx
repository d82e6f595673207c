import { Fragment } from 'react'
import {
  categoryBit,
  everyCategory,
  type NotificationChannel,
  notificationCategories,
  notificationChannels,
} from '#api/notifications/notification-categories'
import type { Masks } from '#api/notifications/subscriptions/subscriptions'
import { notificationWords } from '#api/notifications/words'
import type { Universe } from '#api/universes'
import * as m from '#messages/notifications'
import { universeLabel } from '../../../../app/universe-labels.ts'
import { words } from '../../../../platform/words.ts'
import { CategoryHead } from '../../category-head.tsx'
import { categoryLabel, channelLabel } from '../../notification-labels.ts'
import shared from '../../notifications.module.css'
import { type Tri, TriState } from '../../tri-state.tsx'
import classes from './subscription-matrix.module.css'

interface SubscriptionMatrixProps {
  readonly universes: readonly Universe[]
  readonly masksOf: (universe: Universe) => Masks
  readonly hasAccess: boolean
  readonly readOnly: boolean
  readonly onChange: (universe: Universe, masks: Masks) => void
}

const triOf = (masks: readonly number[], bits: number): Tri =>
  masks.every((mask) => (mask & bits) === bits) ? 'on' : masks.some((mask) => mask & bits) ? 'some' : 'off'

/** Category × (« Tous les univers », each universe) × (Interface, E-mail): a group of columns holds for its universes at once. */
export const SubscriptionMatrix = ({ universes, masksOf, hasAccess, readOnly, onChange }: SubscriptionMatrixProps) => {
  const groups = [
    ...(universes.length > 1 ? [{ key: 'all', label: m.notifications_all_universes(), of: universes }] : []),
    ...universes.map((universe) => ({ key: universe as string, label: universeLabel(universe), of: [universe] })),
  ]
  const set = (of: readonly Universe[], channel: NotificationChannel, bits: number, on: boolean) => {
    for (const universe of of) {
      const masks = masksOf(universe)
      onChange(universe, { ...masks, [channel]: on ? masks[channel] | bits : masks[channel] & ~bits })
    }
  }
  const box = (group: (typeof groups)[number], channel: NotificationChannel, bits: number, label: string) =>
    channel === 'interface' && !hasAccess ? (
      <span role="img" aria-label={m.notifications_no_interface()}>
        –
      </span>
    ) : (
      <TriState
        value={triOf(
          group.of.map((universe) => masksOf(universe)[channel]),
          bits,
        )}
        label={label}
        readOnly={readOnly}
        onToggle={(on) => set(group.of, channel, bits, on)}
      />
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={shared.scroll} tabIndex={0} aria-label={words(notificationWords.title)}>
      <table className={`${shared.table} ${classes.matrix}`}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className={classes.corner}>
              {words(notificationWords.category)}
            </th>
            {groups.map(({ key, label }) => (
              <th key={key} colSpan={2} scope="colgroup" className={classes.group}>
                {label}
              </th>
            ))}
          </tr>
          <tr>
            {groups.map((group) => (
              <Fragment key={group.key}>
                {notificationChannels.map((channel) => (
                  <th key={channel} scope="col" data-first={channel === 'interface' || undefined}>
                    <span className={classes.channel}>
                      {box(
                        group,
                        channel,
                        everyCategory,
                        m.notifications_column({ channel: channelLabel(channel), universe: group.label }),
                      )}
                      <span>{channelLabel(channel)}</span>
                    </span>
                  </th>
                ))}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {notificationCategories.map((category) => (
            <tr key={category}>
              <th scope="row" className={classes.corner}>
                <CategoryHead category={category} />
              </th>
              {groups.map((group) => (
                <Fragment key={group.key}>
                  {notificationChannels.map((channel) => (
                    <td key={channel} data-first={channel === 'interface' || undefined}>
                      {box(
                        group,
                        channel,
                        categoryBit(category),
                        m.notifications_cell({
                          category: categoryLabel(category),
                          universe: group.label,
                          channel: channelLabel(channel),
                        }),
                      )}
                    </td>
                  ))}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
