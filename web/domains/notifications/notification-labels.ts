import type { NotificationCategory, NotificationChannel } from '#api/notifications/notification-categories'
import { categoryWords } from '#api/notifications/words'
import * as m from '#messages/notifications'
import { words } from '../../platform/words.ts'

/** « Livraisons ». */
export const categoryLabel = (category: NotificationCategory): string => words(categoryWords[category])
/** What a category tells. */
export const categoryTip = (category: NotificationCategory): string => m[`notification_tip_${category}`]()
/** « Interface », « E-mail ». */
export const channelLabel = (channel: NotificationChannel): string => m[`notification_channel_${channel}`]()
