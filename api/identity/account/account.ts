import * as z from 'zod/mini'
import {
  count,
  email,
  familyName,
  givenName,
  id,
  instant,
  ipAddress,
  jobTitle,
  label,
  login,
  namedCompany,
  orNull,
  personName,
  phone,
  shortText,
  typedJobTitle,
  version,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { languageSchema } from '../../languages.ts'
import { sessionSchema } from '../sign-in/session.ts'

/** « Mes informations »: a person's own data. */
export const accountSchema = z.object({
  login,
  firstName: givenName,
  lastName: familyName,
  jobTitle: z.nullable(jobTitle),
  phone: z.nullable(phone),
  mobile: z.nullable(phone),
  email: z.nullable(email),
  language: languageSchema,
  company: namedCompany,
  lastSignInAt: z.nullable(instant),
  passwordChangedAt: z.nullable(instant),
  version,
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
    firstName: z.optional(personName),
    lastName: z.optional(personName),
    jobTitle: z.optional(orNull(typedJobTitle)),
    phone: z.optional(orNull(phone)),
    mobile: z.optional(orNull(phone)),
    email: z.optional(email),
    version,
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
  response: z.object({ login, kind: z.enum(['initialisation', 'forgotten']), expiresAt: instant }),
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
  id,
  current: z.boolean(),
  ip: z.nullable(ipAddress),
  userAgent: z.nullable(z.string()),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
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
  params: z.strictObject({ session: id }),
  problems: ['read_only_session'],
})

export const revokeOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions',
  summary: 'End all my sessions but this one.',
  touches: ['account'],
  right: 'session',
  response: z.object({ revoked: count }),
  problems: ['read_only_session'],
})

export const factorSchema = z.object({
  id,
  kind: z.enum(['totp', 'passkey']),
  name: label,
  createdAt: instant,
  lastUsedAt: z.nullable(instant),
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
    backupCodesLeft: count,
    /** The company asks a second factor of everybody. */
    required: z.boolean(),
  }),
  problems: ['second_factor_required', 'terms_not_accepted', 'read_only_session'],
})

const factorName = shortText(60)
const enrolmentProblems = ['second_factor_required', 'terms_not_accepted', 'step_up_required', 'read_only_session'] as const

/** `backupCodes`: shown this once, with the first factor only. */
const enrolled = z.object({
  factor: z.object({ id, name: label }),
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
  response: z.object({ id, secret: z.string(), uri: z.string() }),
  problems: enrolmentProblems,
})

export const confirmTotp = endpoint({
  method: 'POST',
  path: '/api/account/factors/totp/:factor/confirm',
  summary: 'End the enrolment with a first code.',
  touches: ['account'],
  right: 'partial',
  params: z.strictObject({ factor: id }),
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
  params: z.strictObject({ factor: id }),
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
  params: z.strictObject({ factor: id }),
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
