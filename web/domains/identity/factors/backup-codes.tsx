import { Alert, Button, Checkbox, Group, Stack } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconAlertTriangle, IconCheck, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import classes from './backup-codes.module.css'
import { downloadText, printText } from './keep-codes.ts'

export interface BackupCodesProps {
  readonly codes: readonly string[]
  readonly login: string
  readonly onKept: () => void
}

/** The backup codes, shown this once: kept one way or another before going on. */
export const BackupCodes = ({ codes, login, onKept }: BackupCodesProps) => {
  const { copied, copy } = useClipboard({ timeout: 1800 })
  const [kept, setKept] = useState(false)
  const text = `${m.identity_backup_heading({ login })}\n\n${codes.join('\n')}\n`
  return (
    <Stack gap="md">
      <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
        {m.identity_backup_once()}
      </Alert>
      <ul className={classes.codes} aria-label={m.identity_backup_list()}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} stroke={1.6} />}
          onClick={() => copy(codes.join('\n'))}
        >
          {copied ? m.identity_backup_copied() : m.identity_backup_copy()}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={15} stroke={1.6} />}
          onClick={() => downloadText(m.identity_backup_file({ login }), text)}
        >
          {m.identity_backup_download()}
        </Button>
        <Button variant="default" size="xs" leftSection={<IconPrinter size={15} stroke={1.6} />} onClick={() => printText(text)}>
          {m.identity_backup_print()}
        </Button>
      </Group>
      <Checkbox label={m.identity_backup_kept()} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <Group justify="flex-end">
        <Button disabled={!kept} onClick={onKept}>
          {common.action_continue()}
        </Button>
      </Group>
    </Stack>
  )
}
