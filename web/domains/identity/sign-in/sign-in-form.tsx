import { Stack } from '@mantine/core'
import { type Session, signIn } from '#api/identity/sign-in/session'
import { publicPages } from '#api/pages'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { useWait } from '../../../app/gates/use-wait.ts'
import { WaitProblem } from '../../../app/gates/wait-problem.tsx'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { PasswordField } from '../../../ui/fields/password-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { keepTypedLogin, typedLogin } from './typed-login.ts'

export const SignInForm = ({ onSignedIn }: { readonly onSignedIn: (session: Session) => Promise<void> }) => {
  const form = useContractForm(signIn, { defaultValues: { login: typedLogin(), password: '' } })
  const left = useWait(form.problem)
  const hasLogin = typedLogin() !== ''
  const send = form.submitWith(async (body) => {
    keepTypedLogin(body.login)
    await onSignedIn(await call(signIn, { body, silent: true }))
  })
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
          autoFocus={!hasLogin}
        />
        <PasswordField
          form={form}
          name="password"
          label={m.identity_password()}
          autoComplete="current-password"
          required
          autoFocus={hasLogin}
        />
        <SubmitButton loading={form.formState.isSubmitting} disabled={left > 0} fullWidth>
          {common.action_validate()}
        </SubmitButton>
        <AnchorLink to={publicPages.forgottenPassword} fz="sm" ta="center" onClick={() => keepTypedLogin(form.getValues('login'))}>
          {m.identity_forgotten_link()}
        </AnchorLink>
      </Stack>
    </form>
  )
}
