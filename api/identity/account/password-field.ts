import * as z from 'zod/mini'
import { code, text } from '../../atoms.ts'
import { checkPassword } from '../rules/password-rules.ts'

/** A new password for a login: one error per broken rule. */
export const passwordFieldFor = (login: string) =>
  text().check(z.minLength(1, { error: code('required'), abort: true }), (context) => {
    const rules = checkPassword(context.value, login)
    for (const [rule, kept] of Object.entries(rules)) {
      if (!kept) context.issues.push({ code: 'custom', message: `password_${rule}`, input: context.value })
    }
  })
