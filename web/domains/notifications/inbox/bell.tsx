import { ActionIcon, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { countUnread, unreadMaximum } from '#api/notifications/inbox/notifications'
import { notificationWords } from '#api/notifications/words'
import * as m from '#messages/notifications'
import { bannersId } from '../../../app/shell/banners-place.ts'
import classes from '../../../app/shell/header-count.module.css'
import { formatNumber } from '../../../platform/format.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { FailingBanner } from '../failing-banner.tsx'
import { Arrivals } from './arrivals.tsx'
import { BellPanel } from './bell-panel.tsx'

/** In the header of every page: how many notifications are unread, live, and the latest in one click. */
export const Bell = () => {
  const universe = useUniverse()
  const [isOpen, setOpen] = useState(false)
  const { count = 0, failingAddresses = 0 } = useQuery(read(countUnread, { params: { universe } })).data ?? {}
  const banners = document.getElementById(bannersId)
  const isMany = count >= unreadMaximum
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        position="bottom-end"
        shadow="md"
        width="min(420px, calc(100vw - 20px))"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <ActionIcon
            className={classes.button}
            size={38}
            aria-label={isMany ? m.notifications_bell_many() : m.notifications_bell({ count })}
            onClick={() => setOpen(!isOpen)}
          >
            <IconBell size={21} stroke={1.6} />
            {count > 0 ? (
              <span className={classes.count} data-calls aria-hidden>
                {isMany ? m.notifications_many() : formatNumber(count)}
              </span>
            ) : null}
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={words(notificationWords.title)}>
          <BellPanel onClose={() => setOpen(false)} />
        </Popover.Dropdown>
      </Popover>
      <Arrivals />
      {failingAddresses > 0 && banners ? createPortal(<FailingBanner />, banners) : null}
    </>
  )
}
