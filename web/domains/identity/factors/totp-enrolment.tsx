import { Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ResponseOf } from '#api/endpoint'
import { confirmTotp, type Enrolled, startTotp } from '#api/identity/account/account'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { useWait } from '../../../app/gates/use-wait.ts'
import { WaitProblem } from '../../../app/gates/wait-problem.tsx'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { isProblem, Problem } from '../../../platform/problem.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { QrCode } from './qr-code.tsx'

export interface EnrolmentProps {
  readonly onEnrolled: (enrolled: Enrolled) => void
  readonly onProblem?: (error: unknown) => void
}

type Started = ResponseOf<typeof startTotp>
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** An authenticator application: named, scanned, then proved with a first code. */
export const TotpEnrolment = ({ onEnrolled, onProblem }: EnrolmentProps) => {
  const [started, setStarted] = useState<Started | null>(null)
  const naming = useContractForm(startTotp, { defaultValues: { name: m.identity_factor_name_phone() } })
  const start = naming.submitWith(async (body) => {
    try {
      setStarted(await call(startTotp, { body }))
    } catch (error) {
      onProblem?.(error)
      throw error
    }
  })
  if (started) return <TotpConfirmation started={started} onEnrolled={onEnrolled} {...(onProblem ? { onProblem } : {})} />
  return (
    <form onSubmit={start} noValidate>
      <Stack gap="md">
        <WaitProblem problem={naming.problem} left={0} />
        <TextField
          form={naming}
          name="name"
          label={m.identity_factor_name()}
          description={m.identity_factor_name_hint()}
          required
          autoFocus
        />
        <Group justify="flex-end">
          <SubmitButton loading={naming.formState.isSubmitting}>{common.action_continue()}</SubmitButton>
        </Group>
      </Stack>
    </form>
  )
}

const TotpConfirmation = ({ started, onEnrolled, onProblem }: EnrolmentProps & { readonly started: Started }) => {
  const form = useContractForm(confirmTotp, { defaultValues: { code: '' } })
  const left = useWait(form.problem)
  const send = form.submitWith(async ({ code }) => {
    try {
      onEnrolled(await call(confirmTotp, { params: { factor: started.id }, body: { code: code.replace(/\s/g, '') } }))
    } catch (error) {
      onProblem?.(error)
      if (!isProblem(error, 'second_factor_invalid')) throw error
      throw new Problem({ code: error.code, status: error.status, errors: [{ path: 'code', code: 'code_wrong' }] })
    }
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <WaitProblem problem={form.problem} left={left} />
        <Text>{m.identity_totp_scan()}</Text>
        <Group justify="center">
          <QrCode text={started.uri} label={m.identity_totp_qr()} />
        </Group>
        <div>
          <Text fz="sm">{m.identity_totp_manual()}</Text>
          <Group gap={6} wrap="nowrap">
            <Code fz="sm">{inFours(started.secret)}</Code>
            <CopyButton value={started.secret} label={m.identity_totp_key()} />
          </Group>
        </div>
        <TextField
          form={form}
          name="code"
          label={m.identity_totp_code()}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={16}
          required
          autoFocus
        />
        <Group justify="flex-end">
          <SubmitButton loading={form.formState.isSubmitting} disabled={left > 0}>
            {common.action_validate()}
          </SubmitButton>
        </Group>
      </Stack>
    </form>
  )
}
