import * as z from 'zod/mini'
import { companyReference, count, day, email, id, instant, label, login, namedCompany, phrase } from '../../atoms.ts'
import { bulkEndpoint } from '../../bulk.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'

const staff = { anyOf: ['carrier.administer', 'carrier.support'], universes: ['carrier'] } as const
const params = z.strictObject({ mail: id })

export const mailStates = ['queued', 'sending', 'sent', 'failed', 'uncertain'] as const
export const mailStateSchema = z.enum(mailStates, { error: 'invalid' })

export const mailRowSchema = z.object({
  id,
  to: email,
  login: z.nullable(login),
  /** Kind of mail: `mail_template_<template>` in web/messages, hyphens as underscores. */
  template: z.string(),
  subject: label,
  state: mailStateSchema,
  attempts: count,
  lastError: z.nullable(z.string()),
  nextAttemptAt: z.nullable(instant),
  createdAt: instant,
  sentAt: z.nullable(instant),
  company: z.nullable(namedCompany),
})
export type MailRow = z.infer<typeof mailRowSchema>

export const mailSchema = z.extend(mailRowSchema, {
  messageId: z.string(),
  language: z.string(),
  /** What it says, without its links and with its secrets masked; null when the mail is older than what is kept of it. */
  content: z.nullable(
    z.object({
      title: label,
      paragraphs: z.array(z.string()),
      facts: z.array(z.object({ label, value: z.string() })),
      buttonLabel: z.nullable(z.string()),
      footer: z.array(z.string()),
    }),
  ),
  /** Dialogues with the mail server, the latest first. */
  history: z.array(
    z.object({ at: instant, outcome: z.enum(['sent', 'retry', 'refused', 'unknown', 'resend']), reason: z.nullable(phrase) }),
  ),
  /** `resend`: only what failed or is uncertain goes again. */
  abilities: z.object({ resend: z.boolean() }),
})
export type Mail = z.infer<typeof mailSchema>

export const listMails = listEndpoint({
  path: '/api/:universe/mails',
  summary: "« Courriels envoyés »: the latest first. `q` = beginning of the address, of the login or of the company's reference.",
  topic: 'mails',
  right: staff,
  screen: 'mails',
  row: mailRowSchema,
  filters: {
    state: mailStateSchema,
    template: z.string().check(z.maxLength(64, 'too_long')),
    company: companyReference,
    from: day,
    until: day,
  },
  sorts: ['createdAt'],
  defaultSort: '-createdAt',
})

export const readMail = endpoint({
  method: 'GET',
  path: '/api/:universe/mails/:mail',
  summary: 'One mail: content without secrets, attempts.',
  topic: 'mails',
  right: staff,
  params,
  response: mailSchema,
})

export const resendMail = endpoint({
  method: 'POST',
  path: '/api/:universe/mails/:mail/resend',
  summary: 'Send a failed or uncertain mail again. An uncertain one may then arrive twice: the caller decides.',
  touches: ['mails'],
  right: staff,
  params,
  response: mailSchema,
  problems: ['conflict'],
})

export const resendMails = bulkEndpoint({
  list: listMails,
  of: resendMail,
  act: 'resend',
  summary: 'Send many mails again: those that failed or may not have left.',
})
