import { sql } from 'kysely'
import type { FiltersOf } from '#api/list'
import {
  listMails,
  type Mail,
  type MailRow,
  readMail as readEndpoint,
  resendMail as resendEndpoint,
} from '#api/notifications/sent-mails/sent-mails'
import { type MailTemplateName, mailStateWords, mailTemplateWords, mailWords } from '#api/notifications/words'
import { businessTimeZone } from '../../../platform/clock.ts'
import type { Reader, Scope } from '../../../platform/context.ts'
import { keyset } from '../../../platform/db/keyset.ts'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { instantColumn, numberColumn, textColumn } from '../../../platform/lists/export-columns.ts'
import { type ListOrder, listRoutes, listSource } from '../../../platform/lists/list-routes.ts'
import { resendMail } from './resend-mail.ts'

const mails = () =>
  db
    .selectFrom('mails as m')
    .leftJoin('companies as c', 'c.id', 'm.company_id')
    .select(['m.id', 'm.to_address', 'm.login', 'm.template', 'm.subject', 'm.state', 'm.attempts', 'm.last_error', 'm.next_attempt_at'])
    .select(['m.created_at', 'm.sent_at', 'm.company_id', 'c.reference', 'c.name'])

const midnight = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: businessTimeZone }).epochMilliseconds)

const page = ({ q, state, template, company, from, until }: FiltersOf<typeof listMails>, order: ListOrder) => {
  let query = mails()
  const text = q?.trim()
  if (text)
    query = query.where(({ eb, or }) =>
      or([
        eb(sql`m.to_address collate "C"`, '^@', sql`${text.toLowerCase()}`),
        eb('m.login', '=', text.toUpperCase()),
        eb('c.reference', '=', text.toUpperCase()),
      ]),
    )
  if (state) query = query.where('m.state', '=', state)
  if (template) query = query.where('m.template', '=', template)
  if (company) query = query.where('c.reference', '=', company)
  if (from) query = query.where('m.created_at', '>=', midnight(from))
  if (until) query = query.where('m.created_at', '<', midnight(Temporal.PlainDate.from(until).add({ days: 1 }).toString()))
  return keyset(query, { sorts: { createdAt: sql`m.created_at` }, tie: sql`m.id`, ...order })
}

const one = (id: string) => mails().where('m.id', '=', id).select(['m.message_id', 'm.language', 'm.content'])
const attempts = (id: string) =>
  db.selectFrom('mail_attempts').where('mail_id', '=', id).select(['at', 'outcome', 'reason']).orderBy('id', 'desc').limit(100)

type Row = Omit<RowsOf<ReturnType<typeof page>['query']>[number], 'sort_value' | 'sort_tie'>
type OneRow = RowsOf<ReturnType<typeof one>>[number]
type AttemptRow = RowsOf<ReturnType<typeof attempts>>[number]

const presentRow = (row: Row): MailRow => ({
  id: row.id,
  to: row.to_address,
  login: row.login,
  template: row.template,
  subject: row.subject,
  state: row.state,
  attempts: row.attempts,
  lastError: row.last_error,
  nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  sentAt: row.sent_at?.toISOString() ?? null,
  company: row.reference !== null && row.name !== null ? { reference: row.reference, name: row.name } : null,
})

const mayResend = (scope: Scope, row: OneRow): boolean => !scope.readOnly && (row.state === 'failed' || row.state === 'uncertain')

const present = (scope: Scope, row: OneRow, history: readonly AttemptRow[]): Mail => ({
  ...presentRow(row),
  messageId: row.message_id,
  language: row.language,
  content: row.content,
  history: history.map(({ at, outcome, reason }) => ({
    at: at.toISOString(),
    outcome: outcome,
    reason,
  })),
  abilities: { resend: mayResend(scope, row) },
})

export const mailsSource = listSource(listMails, {
  page: ({ filters }, order) => page(filters, order),
  present: () => presentRow,
  file: {
    name: { fr: 'courriels', en: 'mails' },
    columns: () => [
      textColumn(mailWords.subject, ({ subject }) => subject),
      textColumn(mailWords.to, ({ to }) => to),
      textColumn(mailWords.login, ({ login }) => login),
      textColumn(mailWords.state, ({ state }) => mailStateWords[state]),
      instantColumn(mailWords.createdAt, ({ createdAt }) => createdAt),
      instantColumn(mailWords.sentAt, ({ sentAt }) => sentAt),
      textColumn(mailWords.template, ({ template }) => mailTemplateWords[template as MailTemplateName] ?? template),
      textColumn(mailWords.company, ({ company }) => company?.name),
      numberColumn(mailWords.attempts, ({ attempts: count }) => count),
      textColumn(mailWords.lastError, ({ lastError }) => lastError),
    ],
  },
})

/** « Courriels envoyés », for the carrier's staff. */
const readMail = async ({ read }: Reader, reference: string) => {
  const { scope, mail, history } = await read({ mail: found(one(reference)), history: attempts(reference) })
  return present(scope, mail, history)
}

export const sentMailRoutes: Route[] = [
  ...listRoutes(listMails, mailsSource),
  route(readEndpoint, (ctx, { params }) => readMail(ctx, params.mail)),
  route(resendEndpoint, (ctx, { params }) =>
    ctx.write(async (tx) => {
      await resendMail(tx, params.mail)
      return readMail(tx, params.mail)
    }),
  ),
]
