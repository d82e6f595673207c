import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import * as z from 'zod/mini'
import { shortText } from '#api/atoms'
import * as m from '#messages/identity'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { enrolPasskey, PasskeyError } from '../../../platform/passkeys.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { deviceLabel } from '../account/device-label.ts'
import type { EnrolmentProps } from './totp-enrolment.tsx'

const naming = z.object({ name: shortText(60) })

/** A passkey: named, then made by the device. */
export const PasskeyEnrolment = ({ onEnrolled, onProblem }: EnrolmentProps) => {
  const form = useContractForm(naming, { defaultValues: { name: deviceLabel(navigator.userAgent).slice(0, 60) } })
  const [refusal, setRefusal] = useState<string | null>(null)
  const send = form.submitWith(async ({ name }) => {
    setRefusal(null)
    try {
      onEnrolled(await enrolPasskey(name))
    } catch (error) {
      onProblem?.(error)
      if (!(error instanceof PasskeyError)) throw error
      setRefusal(error.message)
    }
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <FormProblem problem={form.problem} {...(refusal ? { message: refusal } : {})} />
        <Text>{m.identity_enrol_passkey_text()}</Text>
        <TextField
          form={form}
          name="name"
          label={m.identity_factor_name()}
          description={m.identity_factor_name_hint()}
          required
          autoFocus
        />
        <Group justify="flex-end">
          <SubmitButton loading={form.formState.isSubmitting}>{m.identity_passkey_create()}</SubmitButton>
        </Group>
      </Stack>
    </form>
  )
}
