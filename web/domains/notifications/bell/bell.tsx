import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { unreadMaximum } from '#contract/notifications'
import * as m from '#messages/notifications'
import { formatNumber } from '../../../platform/format.ts'
import { useUniverse } from '../../../platform/session.ts'
import { unreadQuery } from '../notifications.queries.ts'

const BellPanel = lazy(() => import('./bell-panel.tsx').then((module) => ({ default: module.BellPanel })))
const Arrivals = lazy(() => import('./arrivals.tsx').then((module) => ({ default: module.Arrivals })))

/** In the header of every page: how many notifications are unread, live, and the latest in one click. */
export const Bell = () => {
  const universe = useUniverse()
  const [isOpen, setOpen] = useState(false)
  const count = useQuery(unreadQuery(universe)).data?.count ?? 0
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
        <Indicator
          label={<span aria-hidden>{isMany ? m.notifications_many() : formatNumber(count)}</span>}
          disabled={count === 0}
          color="red.8"
          size={18}
          offset={7}
          styles={{ indicator: { fontSize: 11, fontWeight: 600, pointerEvents: 'none', paddingInline: 5 } }}
        >
          <Popover.Target>
            <ActionIcon
              size={38}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              aria-label={isMany ? m.notifications_bell_many() : m.notifications_bell({ count })}
              onClick={() => setOpen((open) => !open)}
            >
              <IconBell size={21} stroke={1.6} />
            </ActionIcon>
          </Popover.Target>
        </Indicator>
        <Popover.Dropdown p={0} aria-label={m.notifications_title()}>
          <Suspense fallback={<div style={{ height: 320 }} />}>
            <BellPanel onClose={() => setOpen(false)} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <Suspense fallback={null}>
        <Arrivals />
      </Suspense>
    </>
  )
}
