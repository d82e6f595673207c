import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Notification } from '#api/notifications/inbox/notifications'
import * as m from '#messages/notifications'
import { useUniverse } from '../../../platform/session.ts'
import { inboxQuery } from '../notifications.queries.ts'
import { showOnDesktop } from './desktop.ts'
import { notifyArrival } from './notify-arrival.tsx'
import { useNotificationActs } from './open-notification.ts'

/** More at once are told as a number. */
const told = 3

/** Tells what just arrived: a message on the screen, a sentence for screen readers, the desktop when this tab is not shown. */
export const Arrivals = () => {
  const universe = useUniverse()
  const { open } = useNotificationActs()
  const { data } = useQuery({ ...inboxQuery(universe, { unread: 'true', limit: 10 }), placeholderData: undefined })
  const seen = useRef<{ readonly ids: ReadonlySet<string>; readonly latest: string } | null>(null)
  const [sentence, say] = useState('')
  const opener = useRef(open)
  opener.current = open

  useEffect(() => {
    if (!data) return
    const known = seen.current
    const news = known ? data.items.filter(({ id, at }) => !known.ids.has(id) && at >= known.latest) : []
    seen.current = {
      ids: new Set([...(known?.ids ?? []), ...data.items.map(({ id }) => id)]),
      latest: known?.latest ?? data.items[0]?.at ?? '',
    }
    if (news.length === 0) return
    const tell = (notification: Notification) => {
      if (document.visibilityState === 'hidden') showOnDesktop(notification, () => opener.current(notification))
      else notifyArrival({ ...notification, onOpen: () => opener.current(notification) })
    }
    for (const notification of news.slice(0, told)) tell(notification)
    if (news.length > told && document.visibilityState === 'visible')
      notifyArrival({ id: 'more', title: m.notifications_new_many({ count: news.length }), text: '', path: null, onOpen: () => undefined })
    const [first] = news
    say(first && news.length === 1 ? m.notifications_new({ title: first.title }) : m.notifications_new_many({ count: news.length }))
  }, [data])

  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {sentence}
    </div>
  )
}
