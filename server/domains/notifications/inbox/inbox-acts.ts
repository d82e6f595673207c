import { markManyRead, markManyUnread } from '#api/notifications/inbox/notifications'
import { type BulkAct, bulkAct } from '../../../platform/bulk/bulk-act.ts'
import type { WriteEvent } from '../delivery/event-kind.ts'
import { inboxSource } from './inbox.routes.ts'
import { markNotification } from './mark-notification.ts'

export const inboxActs = (writeEvent: WriteEvent): readonly BulkAct[] => {
  const source = inboxSource(writeEvent)
  const itemOf = ({ id, title }: { readonly id: string; readonly title: string }) => ({ key: id, label: title.slice(0, 200) })
  return [
    bulkAct(markManyRead, { source, itemOf, act: (tx, { key }) => markNotification(tx, key, true) }),
    bulkAct(markManyUnread, { source, itemOf, act: (tx, { key }) => markNotification(tx, key, false) }),
  ]
}
