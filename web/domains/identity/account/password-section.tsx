import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import * as z from 'zod/mini'
import { changePassword } from '#api/identity/account/account'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { useWait } from '../../../app/gates/use-wait.ts'
import { WaitProblem } from '../../../app/gates/wait-problem.tsx'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { formatInstant } from '../../../platform/format.ts'
import { useSession } from '../../../platform/session.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { PasswordField } from '../../../ui/fields/password-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { newPasswordFor } from '../passwords/new-password.ts'
import { NewPasswordFields } from '../passwords/new-password-fields.tsx'

export const PasswordSection = ({ changedAt }: { readonly changedAt: string | null }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <SectionCard
      title={m.identity_password()}
      description={changedAt ? m.identity_password_since({ date: formatInstant(changedAt) }) : null}
    >
      <Button variant="default" onClick={() => setOpen(true)}>
        {m.identity_change_password()}
      </Button>
      {isOpen ? <ChangePassword onClose={() => setOpen(false)} /> : null}
    </SectionCard>
  )
}

const ChangePassword = ({ onClose }: { readonly onClose: () => void }) => {
  const { login } = useSession().user
  const [schema] = useState(() =>
    z.intersection(newPasswordFor(login), z.object({ currentPassword: z.string().check(z.minLength(1, 'required')) })),
  )
  const form = useContractForm(schema, { defaultValues: { currentPassword: '', password: '', again: '' } })
  const left = useWait(form.problem)
  const send = form.submitWith(async ({ currentPassword, password }) => {
    await call(changePassword, { body: { currentPassword, password } })
    notifySuccess(m.identity_password_changed())
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{m.identity_change_password()}</Text>}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Text c="dimmed">{m.identity_change_password_text()}</Text>
          <WaitProblem problem={form.problem} left={left} />
          <PasswordField
            form={form}
            name="currentPassword"
            label={m.identity_current_password()}
            autoComplete="current-password"
            required
            autoFocus
          />
          <NewPasswordFields form={form} login={login} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.action_cancel()}
            </Button>
            <SubmitButton loading={form.formState.isSubmitting} disabled={left > 0}>
              {common.action_validate()}
            </SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
