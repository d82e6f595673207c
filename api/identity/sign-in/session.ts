import * as z from 'zod/mini'
import { grantSchema } from '../../access/grant.ts'
import { email, familyName, fullName, givenName, instant, label, login, namedCompany, phrase } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { languageSchema } from '../../languages.ts'
import { templateSchema } from '../../templates.ts'
import { universeSchema } from '../../universes.ts'

/** What a person still has to do before the portal opens. `complete` = nothing. */
export const sessionStages = ['second_factor', 'enrol_second_factor', 'accept_terms', 'complete'] as const
export type SessionStage = (typeof sessionStages)[number]

export const sessionSchema = z.object({
  next: z.enum(sessionStages),
  user: z.object({
    login,
    firstName: givenName,
    lastName: familyName,
    email,
    language: languageSchema,
  }),
  company: namedCompany,
  /** Universes the person may enter, with what they hold there: template → sites. Empty until the session is complete. */
  universes: z.array(z.object({ universe: universeSchema, grants: z.partialRecord(templateSchema, grantSchema) })),
  lastUniverse: z.nullable(universeSchema),
  isAdministrator: z.boolean(),
  /** ISO instant until which the last step-up holds, or null. */
  stepUpUntil: z.nullable(instant),
  /** Second factors that may be used now (`second_factor` stage and step-up). */
  factors: z.array(z.enum(['totp', 'passkey', 'backup_code'])),
  /** « voir comme »: who really sits behind a read-only session. */
  viewAs: z.nullable(z.object({ byName: fullName, reason: phrase })),
  expiresAt: instant,
})
export type Session = z.infer<typeof sessionSchema>

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'The session of the caller: who, where, and what they may do.',
  topic: 'session',
  right: 'partial',
  response: sessionSchema,
})

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with login and password; `next` says what is still due.',
  touches: [],
  right: 'public',
  body: z.strictObject({ login: z.string().check(z.maxLength(64)), password: z.string().check(z.maxLength(256)) }),
  response: sessionSchema,
  problems: ['invalid_credentials', 'sign_in_delayed'],
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out: the session ends at once.',
  touches: [],
  right: 'partial',
})

export const rememberUniverse = endpoint({
  method: 'PUT',
  path: '/api/session/universe',
  summary: 'Remember the universe used last, to open on it next time.',
  touches: [],
  right: 'session',
  body: z.strictObject({ universe: universeSchema }),
})

/** Proof of identity. Which field goes with which method: `password` → password; `totp`, `backup_code` → code; `passkey` → response. */
const proofFields = {
  password: z.optional(z.string().check(z.maxLength(256))),
  code: z.optional(z.string().check(z.maxLength(32))),
  /** What the browser's `navigator.credentials.get` returned, as JSON. */
  response: z.optional(z.record(z.string(), z.unknown())),
}
const proofMethods = ['totp', 'passkey', 'backup_code'] as const
const proofIsThere = (proof: { method: string; password?: string | undefined; code?: string | undefined; response?: unknown }): boolean =>
  proof.method === 'password'
    ? proof.password !== undefined
    : proof.method === 'passkey'
      ? proof.response !== undefined
      : proof.code !== undefined

export const proveSecondFactor = endpoint({
  method: 'POST',
  path: '/api/session/second-factor',
  summary: 'Prove the second factor of a sign-in; the session gets a new cookie.',
  touches: [],
  right: 'partial',
  body: z
    .strictObject({ method: z.enum(proofMethods), code: proofFields.code, response: proofFields.response })
    .check(z.refine(proofIsThere, 'required')),
  response: sessionSchema,
  problems: ['second_factor_invalid', 'second_factor_used', 'sign_in_delayed', 'conflict'],
})

export const startPasskeyProof = endpoint({
  method: 'POST',
  path: '/api/session/passkey-options',
  summary: 'Options for `navigator.credentials.get`, good for a few minutes and one proof.',
  touches: [],
  right: 'partial',
  response: z.record(z.string(), z.unknown()),
  problems: ['conflict'],
})

export const stepUp = endpoint({
  method: 'POST',
  path: '/api/session/step-up',
  summary: 'Confirm the identity again, before acts on money, numbers and secrets; holds ten minutes.',
  touches: ['session'],
  right: 'session',
  body: z.strictObject({ method: z.enum(['password', ...proofMethods]), ...proofFields }).check(z.refine(proofIsThere, 'required')),
  response: z.object({ stepUpUntil: instant }),
  problems: ['invalid_credentials', 'second_factor_required', 'second_factor_invalid', 'second_factor_used', 'sign_in_delayed'],
})

export const readTerms = endpoint({
  method: 'GET',
  path: '/api/terms',
  summary: 'The terms of use in force.',
  topic: 'terms',
  right: 'public',
  query: z.strictObject({ language: z.optional(languageSchema) }),
  response: z.object({
    version: z.string(),
    publishedAt: instant,
    language: languageSchema,
    articles: z.array(z.object({ title: label, paragraphs: z.array(z.string()) })),
  }),
})

export const acceptTerms = endpoint({
  method: 'POST',
  path: '/api/session/terms',
  summary: 'Accept the terms of use in force; the version, the date and the address are kept.',
  touches: [],
  right: 'partial',
  body: z.strictObject({ version: z.string().check(z.maxLength(32)), accepted: z.literal(true, { error: 'terms_box_unticked' }) }),
  response: sessionSchema,
  problems: ['version_conflict', 'second_factor_required', 'second_factor_enrolment_required'],
})
