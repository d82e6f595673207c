import { Button } from '@mantine/core'
import { useState } from 'react'
import { notificationChannels } from '#api/notifications/notification-categories'
import type { Subscriber } from '#api/notifications/subscriptions/subscriptions'
import { notificationWords } from '#api/notifications/words'
import * as m from '#messages/notifications'
import { words } from '../../../../platform/words.ts'
import { categoryLabel, channelLabel } from '../../notification-labels.ts'
import { TriState } from '../../tri-state.tsx'
import { ContactBadges } from './contact-badges.tsx'
import classes from './dashboard.module.css'
import type { DashboardView } from './dashboard-view.ts'
import { columnsOf, draftKey, maskWith, possibleMask, savedMask } from './draft.ts'

const step = 50

const ContactCard = ({ contact, view, mask }: { readonly contact: Subscriber; readonly view: DashboardView; readonly mask: number }) => {
  const [isOpen, setOpen] = useState(false)
  const { categories, onToggle } = view
  const possible = possibleMask(contact)
  const columns = columnsOf(categories)
  const { name, abilities } = contact
  const ticked = columns.filter((bit) => mask & bit).length
  const total = columns.filter((bit) => possible & bit).length
  return (
    <details className={classes.card} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={classes.nameText}>{name}</span>
        <ContactBadges contact={contact} />
        <span className={classes.count}>{m.notifications_card_summary({ count: ticked, total })}</span>
      </summary>
      {isOpen ? (
        <table className={classes.cardTable}>
          <thead>
            <tr>
              <th scope="col">{words(notificationWords.category)}</th>
              {notificationChannels.map((channel) => (
                <th key={channel} scope="col">
                  {channelLabel(channel)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, at) => (
              <tr key={category}>
                <th scope="row">{categoryLabel(category)}</th>
                {notificationChannels.map((channel, side) => {
                  const bit = columns[at * 2 + side] ?? 0
                  const words = { name, category: categoryLabel(category), channel: channelLabel(channel) }
                  return (
                    <td key={channel}>
                      {possible & bit ? (
                        <TriState
                          value={mask & bit ? 'on' : 'off'}
                          label={m.notifications_dashboard_cell(words)}
                          readOnly={!abilities.edit}
                          onToggle={(on) => onToggle(contact, bit, on)}
                        />
                      ) : (
                        <span role="img" aria-label={m.notifications_impossible(words)}>
                          –
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </details>
  )
}

/** The same on a phone: one card per contact, opened one by one. */
export const DashboardCards = (view: DashboardView) => {
  const [shown, setShown] = useState(step)
  const { contacts, universe, draft } = view
  return (
    <div className={classes.cards}>
      {contacts.slice(0, shown).map((contact) => (
        <ContactCard
          key={contact.contactId}
          contact={contact}
          view={view}
          mask={maskWith(savedMask(contact, universe), draft.get(draftKey(universe, contact.contactId)))}
        />
      ))}
      {contacts.length > shown ? (
        <Button variant="default" onClick={() => setShown(shown + step)}>
          {m.notifications_more_contacts()}
        </Button>
      ) : null}
    </div>
  )
}
