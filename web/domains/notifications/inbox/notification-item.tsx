import { ActionIcon, Tooltip } from '@mantine/core'
import { IconMail, IconMailOpened } from '@tabler/icons-react'
import type { Notification } from '#api/notifications/inbox/notifications'
import { notificationWords } from '#api/notifications/words'
import * as m from '#messages/notifications'
import { universeRoleLabel } from '../../../app/universe-labels.ts'
import { formatAgo, formatInstant } from '../../../platform/format.ts'
import { words } from '../../../platform/words.ts'
import { categoryLabel } from '../notification-labels.ts'
import classes from './bell.module.css'
import { useNotificationActs } from './open-notification.ts'

interface NotificationItemProps {
  readonly notification: Notification
  readonly onOpened: () => void
}

/** One line of the bell. */
export const NotificationItem = ({ notification, onOpened }: NotificationItemProps) => {
  const { mark, open } = useNotificationActs()
  const { title, text, path, readAt, at, category, universe, company } = notification
  const isUnread = readAt === null
  const label = isUnread ? m.notifications_mark_one_read({ title }) : m.notifications_mark_one_unread({ title })
  const body = (
    <>
      <span className={classes.itemTitle}>
        {isUnread ? <span className="visually-hidden">{words(notificationWords.unread)} : </span> : null}
        {title}
      </span>
      <span className={classes.itemText}>{text}</span>
      <span className={classes.itemFoot}>
        <span>{categoryLabel(category)}</span>
        <span>{universeRoleLabel(universe)}</span>
        <span>{company.name}</span>
        <time dateTime={at} title={formatInstant(at)}>
          {formatAgo(at)}
        </time>
      </span>
    </>
  )
  return (
    <li className={classes.item} data-unread={isUnread || undefined}>
      {path ? (
        <a
          href={path}
          className={classes.itemBody}
          onClick={(event) => {
            open(notification, event)
            onOpened()
          }}
        >
          {body}
        </a>
      ) : (
        <div className={classes.itemBody}>{body}</div>
      )}
      <Tooltip label={isUnread ? m.notifications_mark_read() : m.notifications_mark_unread()}>
        <ActionIcon size={30} aria-label={label} onClick={() => void mark(notification, isUnread)}>
          {isUnread ? <IconMailOpened size={17} stroke={1.6} /> : <IconMail size={17} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
    </li>
  )
}
