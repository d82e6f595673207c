import { Button } from '@mantine/core'
import { IconChecks, IconMail, IconMailOpened, IconSettings } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { listNotifications, markAllRead, markManyRead, markManyUnread, type Notification } from '#api/notifications/inbox/notifications'
import { notificationWords } from '#api/notifications/words'
import { pages } from '#api/pages'
import * as m from '#messages/notifications'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { universeRoleLabel } from '../../../app/universe-labels.ts'
import { call } from '../../../platform/call.ts'
import { isUniverse, useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import { InstantLines } from '../../../ui/data-list/instant-lines.tsx'
import { listSearch } from '../../../ui/data-list/list-search.ts'
import { ButtonLink } from '../../../ui/links.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { categoryLabel } from '../notification-labels.ts'
import { inboxQuery } from '../notifications.queries.ts'
import classes from './bell.module.css'
import { categoryOptions, isCategory, useUniverseOptions } from './inbox-options.ts'
import { useNotificationActs } from './open-notification.ts'

const route = getRouteApi(pages.notifications)

const What = ({ notification }: { readonly notification: Notification }) => {
  const { open } = useNotificationActs()
  const { title, text, path, readAt } = notification
  return (
    <span className={classes.what} data-unread={readAt === null || undefined}>
      {path ? (
        <a href={path} onClick={(event) => open(notification, event)} style={{ color: 'var(--mantine-color-anchor)' }}>
          {title}
        </a>
      ) : (
        <span>{title}</span>
      )}
      <small>{text}</small>
    </span>
  )
}

export const address = listSearch(listNotifications)

/** « Notifications »: everything that was told to the person, by filters kept in the address. */
export const NotificationsPage = () => {
  const universe = useUniverse()
  const search = route.useSearch()
  const universeOptions = useUniverseOptions()
  const isOfOne = universeOptions.length < 2
  const { mark } = useNotificationActs()
  const filters = {
    ...(isUniverse(search.universe) ? { universe: search.universe } : {}),
    ...(isCategory(search.category) ? { category: search.category } : {}),
  }
  const query = useQuery(
    inboxQuery(universe, {
      ...filters,
      ...(search.unread === 'true' ? { unread: 'true' as const } : {}),
      ...(search.cursor ? { cursor: search.cursor } : {}),
    }),
  )
  const first = query.data?.items[0]
  const markAll = async () => {
    try {
      const { marked } = await call(markAllRead, {
        params: { universe },
        body: { ...filters, ...(first && !search.cursor ? { upTo: first.id } : {}) },
      })
      notifySuccess(m.notifications_marked({ count: marked }))
    } catch (error) {
      notifyProblem(error)
    }
  }
  return (
    <Page
      title={words(notificationWords.title)}
      breadcrumb={[]}
      actions={
        <ButtonLink
          to={pages.preferences}
          params={{ universe }}
          variant="default"
          leftSection={<IconSettings size={16} stroke={1.6} aria-hidden />}
        >
          {m.notifications_preferences()}
        </ButtonLink>
      }
    >
      <DataList
        endpoint={listNotifications}
        params={{ universe }}
        asked={search}
        label={words(notificationWords.title)}
        query={query}
        rowKey={({ id }) => id}
        rowLabel={({ title }) => title}
        rowActions={(notification) => [
          notification.readAt === null
            ? {
                key: 'read',
                label: m.notifications_mark_read(),
                icon: <IconMailOpened size={16} stroke={1.6} />,
                onClick: () => void mark(notification, true),
              }
            : {
                key: 'unread',
                label: m.notifications_mark_unread(),
                icon: <IconMail size={16} stroke={1.6} />,
                onClick: () => void mark(notification, false),
              },
        ]}
        acts={[
          {
            endpoint: markManyRead,
            label: m.notifications_mark_read(),
            icon: <IconMailOpened size={16} stroke={1.6} aria-hidden />,
            isFor: ({ readAt }) => readAt === null,
          },
          {
            endpoint: markManyUnread,
            label: m.notifications_mark_unread(),
            icon: <IconMail size={16} stroke={1.6} aria-hidden />,
            isFor: ({ readAt }) => readAt !== null,
          },
        ]}
        columns={[
          { key: 'what', header: words(notificationWords.what), cell: (notification) => <What notification={notification} />, wide: true },
          { key: 'category', header: words(notificationWords.category), cell: ({ category }) => categoryLabel(category), clip: true },
          {
            key: 'universe',
            header: words(notificationWords.universe),
            cell: (notification) => universeRoleLabel(notification.universe),
            hidden: isOfOne,
          },
          {
            key: 'company',
            header: words(notificationWords.company),
            cell: ({ company }) => company.name,
            clip: true,
            hidden: isOfOne && universe === 'client',
          },
          { key: 'at', header: words(notificationWords.at), cell: ({ at }) => <InstantLines at={at} />, corner: true },
          {
            key: 'state',
            header: words(notificationWords.state),
            cell: ({ readAt }) => (
              <StatePill
                of="notification"
                state={readAt ? 'read' : 'unread'}
                label={readAt ? words(notificationWords.read) : words(notificationWords.unread)}
              />
            ),
            headline: true,
          },
        ]}
        filters={[
          { kind: 'select', key: 'universe', label: words(notificationWords.universe), options: universeOptions },
          { kind: 'select', key: 'category', label: words(notificationWords.category), feminine: true, options: categoryOptions() },
          {
            kind: 'select',
            key: 'unread',
            label: words(notificationWords.state),
            options: [{ value: 'true', label: m.notifications_state_unread() }],
          },
        ]}
        tools={
          <Button
            variant="default"
            leftSection={<IconChecks size={16} stroke={1.6} aria-hidden />}
            onClick={() => void markAll()}
            disabled={!first}
          >
            {m.notifications_mark_all()}
          </Button>
        }
        empty={{ title: m.notifications_empty(), description: m.notifications_empty_hint() }}
      />
    </Page>
  )
}
