import { ActionIcon } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { countUnread, unreadMaximum } from '#api/notifications/inbox/notifications'
import * as m from '#messages/notifications'
import { bannersId } from '../../../app/shell/banners-place.ts'
import { formatNumber } from '../../../platform/format.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { late } from '../../../ui/kit/late.tsx'
import classes from './bell-button.module.css'

const { Late: BellPopover, prepare } = late(async () => (await import('./bell-popover.tsx')).BellPopover)
const FailingBanner = lazy(() => import('../failing-banner.tsx').then((module) => ({ default: module.FailingBanner })))
const Arrivals = lazy(() => import('./arrivals.tsx').then((module) => ({ default: module.Arrivals })))

/** In the header of every page: how many notifications are unread, live, and the latest in one click. */
export const Bell = () => {
  const universe = useUniverse()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isWanted, setWanted] = useState(false)
  const { count = 0, failingAddresses = 0 } = useQuery(read(countUnread, { params: { universe } })).data ?? {}
  const banners = document.getElementById(bannersId)
  const isMany = count >= unreadMaximum
  return (
    <>
      <ActionIcon
        ref={button}
        className={classes.bell}
        size={38}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={isMany ? m.notifications_bell_many() : m.notifications_bell({ count })}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => {
          setWanted(true)
          setOpen(!isOpen)
        }}
      >
        <IconBell size={21} stroke={1.6} />
        {count > 0 ? (
          <span className={classes.count} aria-hidden>
            {isMany ? m.notifications_many() : formatNumber(count)}
          </span>
        ) : null}
      </ActionIcon>
      <Suspense fallback={null}>
        {isWanted ? <BellPopover button={button} opened={isOpen} onChange={setOpen} /> : null}
        <Arrivals />
        {failingAddresses > 0 && banners ? createPortal(<FailingBanner />, banners) : null}
      </Suspense>
    </>
  )
}
