import { Button, Group, Modal, Text } from '@mantine/core'
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Enrolled, Factor } from '#api/identity/account/account'
import * as m from '#messages/identity'
import { supportsPasskeys } from '../../../platform/passkeys.ts'
import { sessionQuery } from '../../../platform/session.ts'
import { notifySuccess } from '../../../ui/notify.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { BackupCodes } from './backup-codes.tsx'
import { FactorRow } from './factor-row.tsx'
import classes from './factors-section.module.css'
import { PasskeyEnrolment } from './passkey-enrolment.tsx'
import { TotpEnrolment } from './totp-enrolment.tsx'

export interface FactorsSectionProps {
  readonly factors: readonly Factor[]
  readonly isRequired: boolean
  readonly login: string
}

export const FactorsSection = ({ factors, isRequired, login }: FactorsSectionProps) => {
  const client = useQueryClient()
  const [adding, setAdding] = useState<Factor['kind'] | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const close = () => {
    setAdding(null)
    setCodes(null)
  }
  const finish = ({ factor, backupCodes, session }: Enrolled) => {
    client.setQueryData(sessionQuery.queryKey, session)
    notifySuccess(m.identity_factor_saved({ name: factor.name }))
    if (backupCodes) setCodes(backupCodes)
    else close()
  }
  return (
    <SectionCard
      title={m.identity_factors_title()}
      description={m.identity_factors_text()}
      actions={isRequired ? <StateBadge tone="info" label={m.identity_factors_required()} /> : null}
    >
      {factors.length === 0 ? (
        <Text mb="md">{m.identity_factors_none()}</Text>
      ) : (
        <ul className={classes.list}>
          {factors.map((factor) => (
            <FactorRow key={factor.id} factor={factor} isLast={factors.length === 1} isRequired={isRequired} />
          ))}
        </ul>
      )}
      <Group gap="sm">
        <Button variant="default" leftSection={<IconDeviceMobile size={16} stroke={1.6} />} onClick={() => setAdding('totp')}>
          {m.identity_factor_add_totp()}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFingerprint size={16} stroke={1.6} />}
          disabled={!supportsPasskeys()}
          onClick={() => setAdding('passkey')}
        >
          {m.identity_factor_add_passkey()}
        </Button>
      </Group>
      {supportsPasskeys() ? null : (
        <Text fz="sm" c="dimmed" mt="xs">
          {m.identity_passkey_unsupported()}
        </Text>
      )}
      {adding ? (
        <Modal
          opened
          onClose={close}
          // The codes are shown this once: the window closes when they are kept.
          withCloseButton={codes === null}
          closeOnEscape={codes === null}
          closeOnClickOutside={false}
          title={
            <Text fw={600}>
              {codes ? m.identity_backup_title() : adding === 'totp' ? m.identity_factor_add_totp() : m.identity_factor_add_passkey()}
            </Text>
          }
        >
          {codes ? (
            <BackupCodes codes={codes} login={login} onKept={close} />
          ) : adding === 'totp' ? (
            <TotpEnrolment onEnrolled={finish} />
          ) : (
            <PasskeyEnrolment onEnrolled={finish} />
          )}
        </Modal>
      ) : null}
    </SectionCard>
  )
}
