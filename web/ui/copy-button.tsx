import { ActionIcon, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import * as m from '#messages/common'

/** Copies a value; says so on the button and to the screen reader. */
export const CopyButton = ({ value, label }: { readonly value: string; readonly label?: string }) => {
  const { copied, copy } = useClipboard({ timeout: 1800 })
  const text = copied ? m.action_copied() : `${m.action_copy()} ${label ?? value}`
  return (
    <Tooltip label={copied ? m.action_copied() : m.action_copy()}>
      <ActionIcon size={24} onClick={() => copy(value)} aria-label={text} className="no-print">
        {copied ? <IconCheck size={15} /> : <IconCopy size={15} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  )
}
