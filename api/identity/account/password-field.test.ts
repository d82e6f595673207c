import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { passwordFieldFor } from './password-field.ts'

it.each([
  ['', 'portail', ['password_length', 'password_uppercase', 'password_digit', 'password_special']],
  ['', ' Portail-2026 ', []],
  ['', '', ['required']],
  ['E-000000004', 'Xx!E-000000004', ['password_not_login']],
])('a password for the login %j: %j', (login, password, faults) => {
  const { data, error } = z.safeParse(passwordFieldFor(login), password)
  expect(error?.issues.map(({ message }) => message) ?? []).toEqual(faults)
  if (faults.length === 0) expect(data).toBe(password)
})
