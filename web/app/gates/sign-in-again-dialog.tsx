import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signIn } from '#contract/session'
import * as m from '#messages/common'
import * as identity from '#messages/identity'
import { call } from '../../platform/call.ts'
import { useContractForm } from '../../platform/form/use-contract-form.ts'
import { sessionQuery } from '../../platform/session.ts'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'

/** The session ended while a page was open: sign in over it, and what was typed is still there. */
export const SignInAgainDialog = ({ onPass, onGiveUp }: { readonly onPass: () => void; readonly onGiveUp: () => void }) => {
  const client = useQueryClient()
  const before = client.getQueryData(sessionQuery.queryKey)
  const [otherUser, setOtherUser] = useState(false)
  const form = useContractForm(signIn, { defaultValues: { login: before?.user.login ?? '', password: '' } })
  const send = form.submitWith(async (body) => {
    const session = await call(signIn, { body, silent: true })
    if (before && session.user.login !== before.user.login) return setOtherUser(true)
    client.setQueryData(sessionQuery.queryKey, session)
    // A second factor or new terms have their own pages; the return address brings the person back here.
    if (session.next !== 'complete') return location.assign(`/connexion?retour=${encodeURIComponent(location.pathname + location.search)}`)
    onPass()
  })
  const leave = () => {
    onGiveUp()
    location.assign('/connexion')
  }
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={<Text fw={600}>{m.expiry_title()}</Text>}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Text c="dimmed">{m.expiry_text()}</Text>
          <FormProblem problem={form.problem} {...(otherUser ? { message: m.expiry_other_user() } : {})} />
          <TextField
            form={form}
            name="login"
            label={identity.identity_login()}
            autoComplete="username"
            required
            readOnly={before !== null && before !== undefined}
          />
          <PasswordField
            form={form}
            name="password"
            label={identity.identity_password()}
            autoComplete="current-password"
            required
            autoFocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {m.expiry_leave()}
            </Button>
            <Button type="submit" loading={form.formState.isSubmitting}>
              {m.action_continue()}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
