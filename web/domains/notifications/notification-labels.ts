import type { NotificationCategory, NotificationChannel } from '#api/notifications/notification-categories'
import * as m from '#messages/notifications'

/** « Livraisons ». */
export const categoryLabel = (category: NotificationCategory): string => m[`notification_category_${category}`]()
/** What a category tells. */
export const categoryTip = (category: NotificationCategory): string => m[`notification_tip_${category}`]()
/** « Interface », « E-mail ». */
export const channelLabel = (channel: NotificationChannel): string => m[`notification_channel_${channel}`]()
