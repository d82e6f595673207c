import { Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { checkPasswordLink, setPasswordByLink } from '#api/identity/account/account'
import { publicPages } from '#api/pages'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { useWait } from '../../../app/gates/use-wait.ts'
import { WaitProblem } from '../../../app/gates/wait-problem.tsx'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { isProblem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { sessionQuery } from '../../../platform/session.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { PublicFrame } from '../public-frame.tsx'
import { keepTypedLogin } from '../sign-in/typed-login.ts'
import { ForgottenForm } from './forgotten-form.tsx'
import { forgetToken, linkToken, subscribeToken } from './link-token.ts'
import { newPasswordFor } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

/** « Génération de votre mot de passe »: where the links of the mails lead. */
export const PasswordLinkPage = () => {
  const token = useSyncExternalStore(subscribeToken, linkToken)
  const [done, setDone] = useState<string | null>(null)
  if (done !== null) return <PasswordSet login={done} />
  if (token === null)
    return (
      <PublicFrame title={m.identity_link_missing_title()} text={m.identity_link_missing_text()}>
        <ForgottenForm submitLabel={m.identity_link_ask()} />
      </PublicFrame>
    )
  return <LinkedPassword key={token} token={token} onDone={setDone} />
}

const PasswordSet = ({ login }: { readonly login: string }) => (
  <PublicFrame title={m.identity_password_set_title()} text={m.identity_password_set_text({ login })}>
    <ButtonLink to={publicPages.signIn} fullWidth>
      {m.identity_password_set_button()}
    </ButtonLink>
  </PublicFrame>
)

const LinkExpired = () => (
  <PublicFrame title={m.identity_link_expired_title()} text={m.identity_link_expired_text()}>
    <ForgottenForm submitLabel={m.identity_link_ask()} />
  </PublicFrame>
)

interface LinkedProps {
  readonly token: string
  readonly onDone: (login: string) => void
}

const LinkedPassword = ({ token, onDone }: LinkedProps) => {
  const [isUsed, setUsed] = useState(false)
  const link = useQuery({
    ...read(checkPasswordLink, { body: { token }, silent: true }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const { data, error } = link
  useEffect(() => {
    if (data) keepTypedLogin(data.login)
  }, [data])
  if (isUsed || isProblem(error, 'link_expired')) return <LinkExpired />
  if (data)
    return (
      <PublicFrame title={m.identity_new_password_title()}>
        <NewPasswordForm token={token} login={data.login} onDone={onDone} onExpired={() => setUsed(true)} />
      </PublicFrame>
    )
  return (
    <PublicFrame title={m.identity_new_password_title()}>
      {link.isError ? (
        <Stack gap="md">
          <FormProblem problem={isProblem(error) ? error : null} />
          <Button onClick={() => link.refetch()}>{common.action_retry()}</Button>
        </Stack>
      ) : (
        <Group gap="sm" role="status">
          <Loader size="sm" />
          <Text>{m.identity_link_checking()}</Text>
        </Group>
      )}
    </PublicFrame>
  )
}

interface NewPasswordFormProps extends LinkedProps {
  readonly login: string
  readonly onExpired: () => void
}

const NewPasswordForm = ({ token, login, onDone, onExpired }: NewPasswordFormProps) => {
  const client = useQueryClient()
  const [schema] = useState(() => newPasswordFor(login))
  const form = useContractForm(schema, { defaultValues: { password: '', again: '' } })
  const left = useWait(form.problem)
  const send = form.submitWith(async ({ password }) => {
    try {
      await call(setPasswordByLink, { body: { token, password }, silent: true })
    } catch (error) {
      if (!isProblem(error, 'link_expired')) throw error
      forgetToken()
      return onExpired()
    }
    onDone(login)
    forgetToken()
    // The sessions of this person are over, perhaps also the one of this browser.
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined)
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <WaitProblem problem={form.problem} left={left} />
        {/* For the person and for their password manager. */}
        <TextInput label={m.identity_login()} value={login} name="username" autoComplete="username" readOnly variant="filled" />
        <NewPasswordFields form={form} login={login} autoFocus />
        <SubmitButton loading={form.formState.isSubmitting} disabled={left > 0} fullWidth>
          {common.action_validate()}
        </SubmitButton>
      </Stack>
    </form>
  )
}
