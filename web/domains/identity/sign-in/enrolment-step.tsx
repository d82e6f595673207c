import { Anchor, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconDeviceMobile, IconFingerprint } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Enrolled } from '#api/identity/account/account'
import * as m from '#messages/identity'
import { supportsPasskeys } from '../../../platform/passkeys.ts'
import { BackupCodes } from '../factors/backup-codes.tsx'
import { PasskeyEnrolment } from '../factors/passkey-enrolment.tsx'
import { TotpEnrolment } from '../factors/totp-enrolment.tsx'
import classes from './enrolment-step.module.css'
import type { StepProps } from './step-props.ts'

const means = [
  { kind: 'totp', MeanIcon: IconDeviceMobile, label: m.identity_enrol_totp, text: m.identity_enrol_totp_text },
  { kind: 'passkey', MeanIcon: IconFingerprint, label: m.identity_enrol_passkey, text: m.identity_enrol_passkey_text },
] as const

export interface EnrolmentStepProps extends StepProps {
  /** The way out; not offered while the codes are on screen. */
  readonly leave: ReactNode
}

/** The company requires a second factor and the person has none yet: one is enrolled before anything else. */
export const EnrolmentStep = ({ session, onDone, onProblem, leave }: EnrolmentStepProps) => {
  const [kind, setKind] = useState<'totp' | 'passkey' | null>(null)
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null)

  const finish = (done: Enrolled) => {
    // The codes are shown this once: the sign-in goes on when the person has kept them.
    if (done.backupCodes) setEnrolled(done)
    else onDone(done.session)
  }
  if (enrolled?.backupCodes)
    return <BackupCodes codes={enrolled.backupCodes} login={session.user.login} onKept={() => onDone(enrolled.session)} />
  if (kind === null)
    return (
      <Stack gap="sm">
        {means.map(({ kind: mean, MeanIcon, label, text }) => {
          const isMissing = mean === 'passkey' && !supportsPasskeys()
          return (
            <UnstyledButton key={mean} className={classes.choice} disabled={isMissing} onClick={() => setKind(mean)}>
              <MeanIcon size={24} stroke={1.6} aria-hidden />
              <span>
                <strong>{label()}</strong>
                <Text span fz="sm" c="dimmed" display="block">
                  {isMissing ? m.identity_passkey_unsupported() : text()}
                </Text>
              </span>
              <IconChevronRight size={18} stroke={1.6} aria-hidden />
            </UnstyledButton>
          )
        })}
        {leave}
      </Stack>
    )
  return (
    <Stack gap="md">
      {kind === 'totp' ? (
        <TotpEnrolment onEnrolled={finish} onProblem={onProblem} />
      ) : (
        <PasskeyEnrolment onEnrolled={finish} onProblem={onProblem} />
      )}
      <Anchor component="button" type="button" fz="sm" ta="start" onClick={() => setKind(null)}>
        {m.identity_enrol_other()}
      </Anchor>
      {leave}
    </Stack>
  )
}
