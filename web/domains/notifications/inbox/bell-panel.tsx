import { Button, Select, Skeleton, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { countUnread, markAllRead, unreadMaximum } from '#api/notifications/inbox/notifications'
import type { NotificationCategory } from '#api/notifications/notification-categories'
import { notificationWords } from '#api/notifications/words'
import { pages } from '#api/pages'
import type { Universe } from '#api/universes'
import * as m from '#messages/notifications'
import { companyLinks } from '../../../app/company/company-place.ts'
import { call } from '../../../platform/call.ts'
import { read } from '../../../platform/reading/read.ts'
import { useSession, useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import { notifyProblem } from '../../../ui/notify.tsx'
import { inboxQuery } from '../notifications.queries.ts'
import classes from './bell.module.css'
import { DesktopSwitch } from './desktop-switch.tsx'
import { categoryOptions, useUniverseOptions } from './inbox-options.ts'
import { NotificationItem } from './notification-item.tsx'

/** The latest notifications, whatever the universe they belong to. */
export const BellPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { company } = useSession()
  const universeOptions = useUniverseOptions()
  const [chosenUniverse, chooseUniverse] = useState<Universe | null>(null)
  const [category, chooseCategory] = useState<NotificationCategory | null>(null)
  const filters = { ...(chosenUniverse ? { universe: chosenUniverse } : {}), ...(category ? { category } : {}) }
  const { data, error } = useQuery(inboxQuery(universe, { ...filters, limit: 20 }))
  const unread = useQuery(read(countUnread, { params: { universe } })).data?.count ?? 0
  const items = data?.items ?? []
  const first = items[0]
  const markAll = async () => {
    try {
      await call(markAllRead, { params: { universe }, body: { ...filters, ...(first ? { upTo: first.id } : {}) } })
    } catch (failure) {
      notifyProblem(failure)
    }
  }
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <div>
          <Text component="h2" fw={600} m={0}>
            {words(notificationWords.title)}
          </Text>
          <Text fz="sm" c="dimmed">
            {unread >= unreadMaximum ? m.notifications_unread_many() : m.notifications_unread_count({ count: unread })}
          </Text>
        </div>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={!first || unread === 0}
          leftSection={<IconChecks size={16} stroke={1.6} aria-hidden />}
          onClick={() => void markAll()}
        >
          {m.notifications_mark_all()}
        </Button>
      </div>
      <div className={classes.filters}>
        <Select
          size="xs"
          aria-label={words(notificationWords.universe)}
          placeholder={m.notifications_all_universes()}
          data={universeOptions}
          value={chosenUniverse}
          onChange={chooseUniverse}
          comboboxProps={{ withinPortal: false }}
          clearable
        />
        <Select
          size="xs"
          aria-label={words(notificationWords.category)}
          placeholder={m.notifications_all_categories()}
          data={categoryOptions()}
          value={category}
          onChange={chooseCategory}
          comboboxProps={{ withinPortal: false }}
          clearable
        />
      </div>
      {items.length > 0 ? (
        <ul className={classes.list} aria-label={m.notifications_latest()}>
          {items.map((notification) => (
            <NotificationItem key={notification.id} notification={notification} onOpened={onClose} />
          ))}
        </ul>
      ) : (
        <div className={classes.list} style={{ padding: 24, textAlign: 'center' }} role="status">
          {error ? m.notifications_error() : null}
          {!error && !data ? <Skeleton height={72} /> : null}
          {data ? (
            <Text c="dimmed">{chosenUniverse || category ? m.notifications_empty_filtered() : m.notifications_empty_hint()}</Text>
          ) : null}
        </div>
      )}
      <div className={classes.foot}>
        <div className={classes.links}>
          <AnchorLink to={pages.notifications} params={{ universe }} search={filters} onClick={onClose}>
            {m.notifications_see_all()}
          </AnchorLink>
          <AnchorLink to={pages.preferences} params={{ universe }} onClick={onClose}>
            {m.notifications_preferences()}
          </AnchorLink>
          <AnchorLink {...companyLinks(universe, company.reference, true)('contactsNotifications')} onClick={onClose}>
            {m.notifications_who()}
          </AnchorLink>
        </div>
        <DesktopSwitch />
      </div>
    </div>
  )
}
