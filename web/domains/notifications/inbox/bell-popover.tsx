import { Popover } from '@mantine/core'
import { type RefObject, useEffect, useState } from 'react'
import { notificationWords } from '#api/notifications/words'
import { words } from '../../../platform/words.ts'
import { Place } from '../../../ui/menu/menu-frame.tsx'
import { BellPanel } from './bell-panel.tsx'

interface BellPopoverProps {
  readonly button: RefObject<HTMLButtonElement | null>
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
}

/** The panel of the bell, under the button that stands in the header. */
export const BellPopover = ({ button, opened, onChange }: BellPopoverProps) => {
  // Drawn closed once: the kit notes where the focus returns to when it goes from closed to open.
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <Popover
      opened={ready && opened}
      onChange={onChange}
      position="bottom-end"
      shadow="md"
      width="min(420px, calc(100vw - 20px))"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Place button={button} />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={words(notificationWords.title)}>
        <BellPanel onClose={() => onChange(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
