import { ActionIcon, Tooltip } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { NotificationCategory } from '#api/notifications/notification-categories'
import * as m from '#messages/notifications'
import { categoryLabel, categoryTip } from './notification-labels.ts'
import classes from './notifications.module.css'

/** What the category tells, on hover, focus or touch. */
const CategoryTip = ({ category }: { readonly category: NotificationCategory }) => (
  <Tooltip label={categoryTip(category)} multiline maw={280} openDelay={100}>
    <ActionIcon size={22} variant="transparent" aria-label={m.notifications_tip_label({ category: categoryLabel(category) })}>
      <IconInfoCircle size={15} stroke={1.6} />
    </ActionIcon>
  </Tooltip>
)

/** « Livraisons ⓘ ». */
export const CategoryHead = ({ category }: { readonly category: NotificationCategory }) => (
  <span className={classes.categoryHead}>
    {categoryLabel(category)}
    <CategoryTip category={category} />
  </span>
)
