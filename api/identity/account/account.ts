import * as z from 'zod/mini'
import { emailField, orNull, personNameField, phoneField, shortText } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { languageSchema } from '../../languages.ts'
import { sessionSchema } from '../sign-in/session.ts'

/** « Mes informations »: a person's own data. */
export const accountSchema = z.object({
  login: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  jobTitle: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  mobile: z.nullable(z.string()),
  email: z.nullable(z.string()),
  language: languageSchema,
  company: z.object({ reference: z.string(), name: z.string() }),
  lastSignInAt: z.nullable(z.string()),
  passwordChangedAt: z.nullable(z.string()),
  version: z.number(),
  abilities: z.object({ edit: z.boolean() }),
})
export type Account = z.infer<typeof accountSchema>

export const readAccount = endpoint({
  method: 'GET',
  path: '/api/account',
  summary: 'My information.',
  topic: 'account',
  right: 'session',
  response: accountSchema,
})

export const editAccount = endpoint({
  method: 'PATCH',
  path: '/api/account',
  summary: 'Change my information; another e-mail address needs a step-up and the former one is told.',
  touches: ['session'],
  answers: readAccount,
  right: 'session',
  body: z.strictObject({
    firstName: z.optional(personNameField),
    lastName: z.optional(personNameField),
    jobTitle: z.optional(orNull(shortText(80))),
    phone: z.optional(orNull(phoneField)),
    mobile: z.optional(orNull(phoneField)),
    email: z.optional(emailField),
    version: z.int(),
  }),
  response: accountSchema,
  problems: ['version_conflict', 'step_up_required', 'read_only_session'],
})

export const chooseLanguage = endpoint({
  method: 'PUT',
  path: '/api/account/language',
  summary: 'Keep the language of my screens and mails.',
  touches: ['account'],
  right: 'session',
  body: z.strictObject({ language: languageSchema }),
  problems: ['read_only_session'],
})

const linkToken = z.string().check(z.maxLength(128))
// Judged by the server, where the login is known; this only bounds the work.
const newPassword = z.string().check(z.minLength(1, 'required'), z.maxLength(512, 'too_long'))

export const forgetPassword = endpoint({
  method: 'POST',
  path: '/api/account/password/forgotten',
  summary: 'Ask for a link by mail; the answer never tells whether the login exists.',
  touches: [],
  right: 'public',
  body: z.strictObject({ login: z.string().check(z.minLength(1, 'required'), z.maxLength(64, 'too_long')) }),
  problems: ['too_many_requests', 'sign_in_delayed'],
})

export const checkPasswordLink = endpoint({
  method: 'POST',
  path: '/api/account/password/link',
  summary: 'Whose password a link of a mail sets, while it works.',
  topic: 'account',
  right: 'public',
  body: z.strictObject({ token: linkToken }),
  response: z.object({ login: z.string(), kind: z.enum(['initialisation', 'forgotten']), expiresAt: z.string() }),
  problems: ['link_expired'],
})

export const setPasswordByLink = endpoint({
  method: 'PUT',
  path: '/api/account/password/link',
  summary: 'Set the password with the link of a mail, once.',
  touches: [],
  right: 'public',
  body: z.strictObject({ token: linkToken, password: newPassword }),
  problems: ['link_expired', 'password_too_weak'],
})

export const changePassword = endpoint({
  method: 'PUT',
  path: '/api/account/password',
  summary: 'Change my password; my other sessions end.',
  touches: ['account'],
  right: 'session',
  body: z.strictObject({
    currentPassword: z.string().check(z.minLength(1, 'required'), z.maxLength(256, 'too_long')),
    password: newPassword,
  }),
  problems: ['password_too_weak', 'sign_in_delayed', 'read_only_session'],
})

export const accountSessionSchema = z.object({
  id: z.string(),
  current: z.boolean(),
  ip: z.nullable(z.string()),
  userAgent: z.nullable(z.string()),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
})
export type AccountSession = z.infer<typeof accountSessionSchema>

export const listAccountSessions = endpoint({
  method: 'GET',
  path: '/api/account/sessions',
  summary: 'My living sessions.',
  topic: 'account',
  right: 'session',
  response: z.object({ items: z.array(accountSessionSchema) }),
  problems: ['read_only_session'],
})

export const revokeAccountSession = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions/:session',
  summary: 'End one of my sessions.',
  touches: ['account'],
  right: 'session',
  params: z.strictObject({ session: z.uuid() }),
  problems: ['read_only_session'],
})

export const revokeOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions',
  summary: 'End all my sessions but this one.',
  touches: ['account'],
  right: 'session',
  response: z.object({ revoked: z.number() }),
  problems: ['read_only_session'],
})

export const factorSchema = z.object({
  id: z.string(),
  kind: z.enum(['totp', 'passkey']),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  abilities: z.object({ remove: z.boolean() }),
})
export type Factor = z.infer<typeof factorSchema>

export const listFactors = endpoint({
  method: 'GET',
  path: '/api/account/factors',
  summary: 'My second factors.',
  topic: 'account',
  right: 'partial',
  response: z.object({
    items: z.array(factorSchema),
    backupCodesLeft: z.number(),
    /** The company asks a second factor of everybody. */
    required: z.boolean(),
  }),
  problems: ['second_factor_required', 'terms_not_accepted', 'read_only_session'],
})

const factorName = shortText(60)
const enrolmentProblems = ['second_factor_required', 'terms_not_accepted', 'step_up_required', 'read_only_session'] as const

/** `backupCodes`: shown this once, with the first factor only. */
const enrolled = z.object({
  factor: z.object({ id: z.string(), name: z.string() }),
  backupCodes: z.nullable(z.array(z.string())),
  session: sessionSchema,
})
export type Enrolled = z.infer<typeof enrolled>

export const startTotp = endpoint({
  method: 'POST',
  path: '/api/account/factors/totp',
  summary: 'Begin to enrol an authenticator application: its secret, and the address that a QR code carries.',
  touches: [],
  right: 'partial',
  body: z.strictObject({ name: factorName }),
  response: z.object({ id: z.string(), secret: z.string(), uri: z.string() }),
  problems: enrolmentProblems,
})

export const confirmTotp = endpoint({
  method: 'POST',
  path: '/api/account/factors/totp/:factor/confirm',
  summary: 'End the enrolment with a first code.',
  touches: ['account'],
  right: 'partial',
  params: z.strictObject({ factor: z.uuid() }),
  body: z.strictObject({ code: z.string().check(z.minLength(1, 'required'), z.maxLength(16, 'too_long')) }),
  response: enrolled,
  problems: [...enrolmentProblems, 'second_factor_invalid', 'sign_in_delayed'],
})

export const startPasskey = endpoint({
  method: 'POST',
  path: '/api/account/factors/passkey/options',
  summary: 'Options for `navigator.credentials.create`.',
  touches: [],
  right: 'partial',
  response: z.record(z.string(), z.unknown()),
  problems: enrolmentProblems,
})

export const registerPasskey = endpoint({
  method: 'POST',
  path: '/api/account/factors/passkey',
  summary: 'Register the passkey that the browser made.',
  touches: ['account'],
  right: 'partial',
  body: z.strictObject({ name: factorName, response: z.record(z.string(), z.unknown()) }),
  response: enrolled,
  problems: [...enrolmentProblems, 'second_factor_invalid', 'already_exists'],
})

export const renameFactor = endpoint({
  method: 'PATCH',
  path: '/api/account/factors/:factor',
  summary: 'Rename a second factor.',
  touches: ['account'],
  right: 'session',
  params: z.strictObject({ factor: z.uuid() }),
  body: z.strictObject({ name: factorName }),
  problems: ['read_only_session'],
})

export const removeFactor = endpoint({
  method: 'DELETE',
  path: '/api/account/factors/:factor',
  summary: 'Remove a second factor; the last one stays while the company requires one.',
  touches: ['account', 'session'],
  right: 'session',
  stepUp: true,
  params: z.strictObject({ factor: z.uuid() }),
  problems: ['conflict', 'step_up_required', 'read_only_session'],
})

export const renewBackupCodes = endpoint({
  method: 'POST',
  path: '/api/account/backup-codes',
  summary: 'Ten new backup codes, shown this once; the former ones die.',
  touches: ['account'],
  right: 'session',
  stepUp: true,
  response: z.object({ codes: z.array(z.string()) }),
  problems: ['conflict', 'step_up_required', 'read_only_session'],
})
