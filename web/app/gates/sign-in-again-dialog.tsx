import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { proveSecondFactor, type Session, signIn } from '#api/identity/sign-in/session'
import { publicPages } from '#api/pages'
import * as m from '#messages/common'
import * as identity from '#messages/identity'
import { call } from '../../platform/call.ts'
import { useContractForm } from '../../platform/form/use-contract-form.ts'
import { sessionQuery } from '../../platform/session.ts'
import { SubmitButton } from '../../ui/acts/submit-button.tsx'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { type Proof, ProofForm } from './proof-form.tsx'
import { TermsForm } from './terms-form.tsx'
import { useWait } from './use-wait.ts'
import { WaitProblem } from './wait-problem.tsx'

interface SignInAgainProps {
  readonly onPass: () => void
  readonly onGiveUp: () => void
}

/** The session ended while a page was open: sign in over it, and what was typed is still there. */
export const SignInAgainDialog = ({ onPass, onGiveUp }: SignInAgainProps) => {
  const client = useQueryClient()
  // Who was there when it ended; what follows changes the session that the cache holds.
  const [before] = useState(() => client.getQueryData(sessionQuery.queryKey) ?? null)
  const [opened, setOpened] = useState<Session | null>(null)
  const form = useContractForm(signIn, { defaultValues: { login: before?.user.login ?? '', password: '' } })
  const left = useWait(form.problem)
  const otherUser = before !== null && opened !== null && opened.user.login !== before.user.login

  const follow = (session: Session) => {
    setOpened(session)
    if (before && session.user.login !== before.user.login) return
    if (session.next === 'complete') {
      client.setQueryData(sessionQuery.queryKey, session)
      onPass()
    }
    // Enrolling has its own page; the return address brings the person back here.
    if (session.next === 'enrol_second_factor')
      location.assign(`/connexion?retour=${encodeURIComponent(location.pathname + location.search)}`)
  }
  const send = form.submitWith(async (body) => {
    if (left === 0) follow(await call(signIn, { body, silent: true }))
  })
  const prove = async ({ method, ...proof }: Proof) => {
    if (method !== 'password') follow(await call(proveSecondFactor, { body: { method, ...proof }, silent: true }))
  }
  const leave = () => {
    onGiveUp()
    location.assign(publicPages.signIn)
  }
  const leaveButton = (
    <Button variant="default" onClick={leave}>
      {m.expiry_leave()}
    </Button>
  )
  const isTerms = opened?.next === 'accept_terms' && !otherUser
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size={isTerms ? 'lg' : 'md'}
      title={<Text fw={600}>{isTerms ? identity.identity_terms() : m.expiry_title()}</Text>}
    >
      {otherUser ? (
        <Stack gap="md">
          <FormProblem problem={null} message={m.expiry_other_user()} />
          <Group justify="flex-end">
            <Button onClick={() => location.assign('/')}>{m.action_reload()}</Button>
          </Group>
        </Stack>
      ) : isTerms ? (
        <TermsForm onAccepted={follow} secondary={leaveButton} />
      ) : opened?.next === 'second_factor' ? (
        <Stack gap="md">
          <Text c="dimmed">{identity.identity_factor_text()}</Text>
          <ProofForm methods={opened.factors} submitLabel={m.action_continue()} onProve={prove} secondary={leaveButton} />
        </Stack>
      ) : (
        <form onSubmit={send} noValidate>
          <Stack gap="md">
            <Text c="dimmed">{m.expiry_text()}</Text>
            <WaitProblem problem={form.problem} left={left} />
            <TextField
              form={form}
              name="login"
              label={identity.identity_login()}
              autoComplete="username"
              required
              readOnly={before !== null}
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
              {leaveButton}
              <SubmitButton loading={form.formState.isSubmitting} disabled={left > 0}>
                {m.action_continue()}
              </SubmitButton>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
