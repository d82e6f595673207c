import { sql } from 'kysely'
import * as z from 'zod/mini'
import { type Language, languageOf } from '#api/languages'
import type { Universe } from '#api/universes'
import { type Query, raw, type Transaction } from '../db/query.ts'
import { defineJob, type Job } from '../jobs/define-job.ts'
import type { MailTemplate } from './define-mail.ts'
import { isMailAddress, type MailQueue } from './mail-queue.ts'

/** Somebody to write to, as a rule finds them. */
export interface FoundReader {
  readonly email: string | null
  readonly user_id: string | null
  readonly login: string | null
  readonly language: string | null
  /** Universe in which they open what it is about; null: they have no access. */
  readonly universe: Universe | null
  /** Id of what they are told of, where the news is about several things. */
  readonly about?: string | null
}

export interface Reader {
  /** Name of the rule that found them first. */
  readonly role: string
  readonly language: Language
  readonly universe: Universe | null
  readonly about: readonly string[]
}

/** Who is told: a query of people for what happened. */
export type ReaderRule<S> = (tx: Transaction, subject: S) => Promise<readonly (FoundReader & { readonly role: string })[]>

export const readersBy =
  <S>(role: string, people: (subject: S) => Query<FoundReader>): ReaderRule<S> =>
  async (tx, subject) =>
    (await tx.all(people(subject))).map((person) => ({ ...person, role }))

/** The people of the first rule that finds somebody. */
export const firstOf =
  <S>(...rules: readonly ReaderRule<S>[]): ReaderRule<S> =>
  async (tx, subject) => {
    for (const rule of rules) {
      const found = await rule(tx, subject)
      if (found.length > 0) return found
    }
    return []
  }

/** What follows once the mails are written: a job, told their ids (those about `about`, if it says). */
interface Next {
  readonly job: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly about?: string | undefined
}

/** Writes the mails of a news. Enqueued with what happened: whoever acts may not read the people whom it concerns, the worker may. */
export const tellJob = defineJob(
  'mails.tell',
  z.object({
    news: z.string(),
    subject: z.unknown(),
    next: z.optional(z.array(z.object({ job: z.string(), payload: z.record(z.string(), z.unknown()), about: z.optional(z.string()) }))),
  }),
)

interface Written {
  readonly id: string
  readonly about: readonly string[]
}

export interface NewsTools {
  readonly mails: MailQueue
  readonly appUrl: string
}

export interface News<S extends z.core.$ZodType = z.core.$ZodType> {
  readonly code: string
  readonly mail: MailTemplate
  /** The job's payload, for who enqueues it in a statement of its own. */
  about(subject: z.core.output<S>): { readonly news: string; readonly subject: unknown }
  /** Tells it, in the transaction of what happened. */
  tell(tx: Transaction, subject: z.core.output<S>, next?: readonly Next[]): Promise<void>
  write(tx: Transaction, subject: unknown, tools: NewsTools): Promise<readonly Written[]>
}

/**
 * Declares what is told by mail to the people concerned by something, whatever they subscribed to: what the mail says, and who reads it. Each
 * address gets one mail, in the words of the first rule that names it and in its own language.
 */
export const defineNews = <
  S extends z.core.$ZodType,
  Facts extends { readonly companyId: string },
  M extends z.core.$ZodType,
>(declaration: {
  readonly code: string
  /** What the job keeps: identifiers, and the words of whoever acted. */
  readonly subject: S
  /** Null: it is no longer true. */
  readonly facts: (tx: Transaction, subject: z.core.output<S>) => Promise<Facts | null>
  readonly readers: readonly ReaderRule<z.core.output<S>>[]
  readonly mail: MailTemplate<M>
  readonly parameters: (facts: Facts, reader: Reader, appUrl: string) => z.core.output<M>
}): News<S> => ({
  code: declaration.code,
  mail: declaration.mail as unknown as MailTemplate,
  about: (subject) => ({ news: declaration.code, subject }),
  tell: (tx, subject, next) => tellJob.enqueue(tx, { news: declaration.code, subject, ...(next ? { next: [...next] } : {}) }),
  write: async (tx, kept, { mails, appUrl }) => {
    const subject = z.parse(declaration.subject, kept)
    const facts = await declaration.facts(tx, subject)
    if (!facts) return []
    const found = new Map<string, Omit<FoundReader, 'about'> & { readonly role: string; readonly about: string[] }>()
    for (const rule of declaration.readers)
      for (const person of await rule(tx, subject)) {
        if (!person.email || !isMailAddress(person.email)) continue
        const address = person.email.toLowerCase()
        const known = found.get(address)
        if (!known) found.set(address, { ...person, about: person.about ? [person.about] : [] })
        else if (known.role === person.role && person.about && !known.about.includes(person.about)) known.about.push(person.about)
      }
    const written: Written[] = []
    for (const { email, role, about, language, universe, user_id: userId, login } of found.values()) {
      const reader = { role, universe, about, language: languageOf(language) }
      const id = await mails.enqueue(tx, declaration.mail, {
        to: email ?? '',
        language: reader.language,
        companyId: facts.companyId,
        userId,
        login,
        parameters: declaration.parameters(facts, reader, appUrl),
      })
      written.push({ id, about })
    }
    return written
  },
})

type InTransaction = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/** The one job that writes mails of news, in one transaction: run again after a failure it writes to nobody twice. */
export const newsJobs = (tools: NewsTools & { readonly inTransaction: InTransaction }, all: readonly News[]): Job[] => [
  tellJob.handledBy(async ({ news: code, subject, next = [] }) => {
    const news = all.find((one) => one.code === code)
    if (!news) throw new Error(`no news is called ${code}`)
    await tools.inTransaction(async (tx) => {
      const written = await news.write(tx, subject, tools)
      for (const { job, payload, about } of next) {
        const mailIds = written.filter((mail) => about === undefined || mail.about.includes(about)).map(({ id }) => id)
        await tx.run(raw(sql`select app.add_job(${job}, ${JSON.stringify({ ...payload, mailIds })}::json)`))
      }
    })
  }),
]
