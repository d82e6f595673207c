import { Button, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { renewBackupCodes } from '#api/identity/account/account'
import * as m from '#messages/identity'
import { call } from '../../../platform/call.ts'
import { isProblem } from '../../../platform/problem.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { notifyProblem } from '../../../ui/notify.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { BackupCodes } from './backup-codes.tsx'

export interface BackupCodesSectionProps {
  readonly left: number
  readonly login: string
}

export const BackupCodesSection = ({ left, login }: BackupCodesSectionProps) => {
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const renew = async () => {
    const isSure = await confirm({
      title: m.identity_backup_renew(),
      message: m.identity_backup_renew_text(),
      confirmLabel: m.identity_backup_renew(),
    })
    if (!isSure) return
    try {
      setCodes((await call(renewBackupCodes, {})).codes)
    } catch (error) {
      // Given up at the confirmation of identity: nothing happened, nothing to say.
      if (!isProblem(error, 'step_up_required')) notifyProblem(error)
    }
  }
  const close = () => setCodes(null)
  return (
    <SectionCard title={m.identity_backup_title()} description={m.identity_backup_text()}>
      <Text mb="sm" fw={500} {...(left < 3 ? { c: 'var(--mantine-color-error)' } : {})}>
        {m.identity_backup_left({ count: left })}
      </Text>
      <Button variant="default" onClick={renew}>
        {m.identity_backup_renew()}
      </Button>
      {codes ? (
        <Modal
          opened
          onClose={() => undefined}
          withCloseButton={false}
          closeOnEscape={false}
          closeOnClickOutside={false}
          title={<Text fw={600}>{m.identity_backup_title()}</Text>}
        >
          <BackupCodes codes={codes} login={login} onKept={close} />
        </Modal>
      ) : null}
    </SectionCard>
  )
}
