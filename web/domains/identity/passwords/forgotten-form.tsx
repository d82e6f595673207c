import { Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { forgetPassword } from '#api/identity/account/account'
import { publicPages } from '#api/pages'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { useWait } from '../../../app/gates/use-wait.ts'
import { WaitProblem } from '../../../app/gates/wait-problem.tsx'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { AnchorLink, ButtonLink } from '../../../ui/links.tsx'
import { keepTypedLogin, typedLogin } from '../sign-in/typed-login.ts'

/** Asks for a link by mail. The answer is the same whether the login exists or not. */
export const ForgottenForm = ({ submitLabel }: { readonly submitLabel?: string }) => {
  const form = useContractForm(forgetPassword, { defaultValues: { login: typedLogin() } })
  const left = useWait(form.problem)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const send = form.submitWith(async (body) => {
    keepTypedLogin(body.login)
    await call(forgetPassword, { body, silent: true })
    setSentTo(body.login)
  })
  if (sentTo !== null)
    return (
      <Stack gap="md" role="status">
        <Title order={2}>{m.identity_forgotten_sent_title()}</Title>
        <Text>{m.identity_forgotten_sent_text({ login: sentTo })}</Text>
        <Text c="dimmed" fz="sm">
          {m.identity_forgotten_sent_hint()}
        </Text>
        <ButtonLink to={publicPages.signIn}>{m.identity_back_to_sign_in()}</ButtonLink>
        <Button variant="subtle" onClick={() => setSentTo(null)}>
          {m.identity_forgotten_again()}
        </Button>
      </Stack>
    )
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <WaitProblem problem={form.problem} left={left} />
        <TextField
          form={form}
          name="login"
          label={m.identity_login()}
          placeholder="E-000000004"
          autoComplete="username"
          required
          autoFocus
        />
        <SubmitButton loading={form.formState.isSubmitting} disabled={left > 0} fullWidth>
          {submitLabel ?? common.action_validate()}
        </SubmitButton>
        <AnchorLink to={publicPages.signIn} fz="sm" ta="center">
          {m.identity_back_to_sign_in()}
        </AnchorLink>
      </Stack>
    </form>
  )
}
