import * as z from 'zod/mini'
import { passwordFieldFor } from '#api/identity/account/password-field'

/** A new password typed twice, for the person of this login. */
export const newPasswordFor = (login: string) =>
  z.object({ password: passwordFieldFor(login), again: z.string().check(z.minLength(1, 'required')) }).check(
    z.refine(({ password, again }) => again === '' || password === again, {
      error: 'password_mismatch',
      path: ['again'],
      when: () => true,
    }),
  )
