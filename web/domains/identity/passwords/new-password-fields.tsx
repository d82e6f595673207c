import type { UseFormReturn } from 'react-hook-form'
import * as m from '#messages/identity'
import { PasswordField } from '../../../ui/fields/password-field.tsx'
import { PasswordRules } from './password-rules.tsx'

interface NewPassword {
  password: string
  again: string
}

export interface NewPasswordFieldsProps<V extends NewPassword> {
  readonly form: UseFormReturn<V>
  readonly login: string
  readonly autoFocus?: boolean
}

/** « Créez votre mot de passe », « Confirmez votre mot de passe », with the rules that tick. */
export const NewPasswordFields = <V extends NewPassword>({ form, login, autoFocus }: NewPasswordFieldsProps<V>) => {
  // Both fields are there whatever else the form holds.
  const own = form as unknown as UseFormReturn<NewPassword>
  return (
    <>
      <PasswordField
        form={own}
        name="password"
        label={m.identity_new_password()}
        autoComplete="new-password"
        required
        autoFocus={autoFocus ?? false}
        rules={(password) => <PasswordRules password={password} login={login} />}
      />
      <PasswordField form={own} name="again" label={m.identity_new_password_again()} autoComplete="new-password" required />
    </>
  )
}
