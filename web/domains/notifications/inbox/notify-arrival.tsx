import { notifications } from '@mantine/notifications'
import type { MouseEvent } from 'react'
import * as m from '#messages/common'

export interface Arrival {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Its page, when it has one. */
  readonly path: string | null
  readonly onOpen: (event: MouseEvent<HTMLAnchorElement>) => void
}

/** Something happened elsewhere. Silent for screen readers: whoever calls says it politely in its own live region. */
export const notifyArrival = ({ id, title, text, path, onOpen }: Arrival): void => {
  const hide = () => notifications.hide(id)
  notifications.show({
    id,
    role: 'group',
    'aria-label': title,
    title: path ? (
      <a
        href={path}
        style={{ color: 'inherit' }}
        onClick={(event) => {
          onOpen(event)
          hide()
        }}
      >
        {title}
      </a>
    ) : (
      title
    ),
    message: text,
    // The kit's own grey is under 4.5:1.
    styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    color: 'petrol',
    autoClose: 8000,
    withBorder: true,
    closeButtonProps: { 'aria-label': m.common_close_notification() },
  })
}
