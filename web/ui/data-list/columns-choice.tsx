import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { type RefObject, useEffect, useState } from 'react'
import * as m from '#messages/common'
import type { MenuHold } from '../menu/lazy-menu.tsx'
import { Place } from '../menu/menu-frame.tsx'

export interface ColumnsChoiceProps {
  readonly columns: readonly { readonly key: string; readonly header: string; readonly isShown: boolean }[]
  readonly onToggle: (key: string) => void
  readonly onReset: () => void
}

/** Which columns the table shows. */
export const ColumnsChoice = ({ hold, columns, onToggle, onReset }: ColumnsChoiceProps & { readonly hold: MenuHold }) => {
  // Drawn closed once: the kit notes where the focus returns to when a panel goes from closed to open.
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const button: RefObject<HTMLElement | null> = hold.button
  return (
    <Popover id={hold.id} position="bottom-end" shadow="md" trapFocus opened={ready && hold.opened} onChange={hold.onChange}>
      <Popover.Target>
        <Place button={button} />
      </Popover.Target>
      <Popover.Dropdown aria-label={m.list_columns()}>
        <Stack gap="xs">
          {columns.map(({ key, header, isShown }) => (
            <Checkbox key={key} label={header} checked={isShown} onChange={() => onToggle(key)} />
          ))}
          <Button size="compact-sm" variant="subtle" onClick={onReset}>
            {m.list_columns_reset()}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
