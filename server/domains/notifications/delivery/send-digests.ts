import { sql } from 'kysely'
import * as z from 'zod/mini'
import { languageOf, say } from '#api/languages'
import { notificationCategories } from '#api/notifications/notification-categories'
import { categoryWords } from '#api/notifications/words'
import type { Universe } from '#api/universes'
import { businessTimeZone } from '../../../platform/clock.ts'
import { raw, type Transaction } from '../../../platform/db/query.ts'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { oneByOne } from '../../../platform/jobs/one-by-one.ts'
import { isMailAddress } from '../../../platform/mail/mail-queue.ts'
import { inboxPath, preferencesPath, type StoredEvent } from './event-kind.ts'
import type { FanOutTools } from './fan-out.ts'
import { digestLines, digestMail } from './notification-mails.ts'
import { type Candidate, opensObject } from './recipients.ts'

export const hourlyDigestJob = defineJob('notifications.digest_hourly', z.looseObject({}))
export const dailyDigestJob = defineJob('notifications.digest_daily', z.looseObject({}))

/** Gathered mails leave on the hour, or in the morning. */
export const digestPeriodicJobs = [
  { identifier: hourlyDigestJob.identifier, schedule: { everyMinutes: 60 } },
  { identifier: dailyDigestJob.identifier, schedule: { daily: '07:30' } },
] as const

interface Waiting extends StoredEvent {
  readonly event_id: string
  readonly universe: Universe
  readonly site_id: string | null
  readonly company_name: string
  readonly created_at: Date
  readonly grants: Candidate['grants'] | null
}

interface Person {
  readonly contact_id: string
  readonly company_id: string
  readonly company_name: string
  readonly email: string | null
  readonly archived_at: Date | null
  readonly user_id: string | null
  readonly user_state: string | null
  readonly login: string | null
  readonly language: string | null
  readonly digest: string
}

// The hour also empties what waits for somebody who no longer gathers.
const due = (daily: boolean) =>
  raw<{ contact_id: string }>(sql`
    select distinct d.contact_id from notification_digests d left join notification_preferences p on p.contact_id = d.contact_id
    where ${daily ? sql`coalesce(p.digest, 'none') = 'daily'` : sql`coalesce(p.digest, 'none') <> 'daily'`}`)

const person = (contactId: string) =>
  raw<Person>(sql`
    select k.id as contact_id, k.company_id, c.name as company_name, k.email, k.archived_at, u.id as user_id, u.state as user_state, u.login, u.language,
      coalesce(p.digest, 'none') as digest
    from contacts k join companies c on c.id = k.company_id left join users u on u.contact_id = k.id
    left join notification_preferences p on p.contact_id = k.id
    where k.id = ${contactId} for update of k`)

const waiting = (contactId: string) =>
  raw<Waiting>(sql`
    select d.event_id, d.universe, e.code, e.category, e.object_reference, e.parameters, e.company_reference, e.company_name, e.site_id, e.created_at,
      er.grants
    from notification_digests d join notification_events e on e.id = d.event_id
    left join users u on u.contact_id = d.contact_id
    left join effective_rights er on er.user_id = u.id and er.universe = d.universe
    where d.contact_id = ${contactId} order by e.created_at, e.id for update of d`)

const written = (at: Date, language: 'fr' | 'en'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short', timeZone: businessTimeZone }).format(at)

const sendOne = async (tx: Transaction, { mails, appUrl, writeEvent, links }: FanOutTools, contactId: string): Promise<void> => {
  const who = await tx.first(person(contactId))
  const entries = await tx.all(waiting(contactId))
  if (!who || entries.length === 0) return
  const hasAccess = who.user_state !== null
  // Rights may have gone since: what one may no longer see is not told late.
  const seen = entries.filter(
    (entry) => !hasAccess || opensObject(entry.grants ?? {}, entry.universe, entry.category, entry.site_id) === 'yes',
  )
  const language = languageOf(who.language)
  const [first] = seen
  if (first && who.email !== null && isMailAddress(who.email) && who.archived_at === null && who.user_state !== 'suspended') {
    // What is unsubscribed is what this mail told about: turning the gathering off would send more mails, not fewer.
    const categories = notificationCategories.filter((category) => seen.some((entry) => entry.category === category))
    const taken = { companyId: who.company_id, address: who.email.toLowerCase(), categories }
    await mails.enqueue(tx, digestMail, {
      to: who.email,
      language,
      companyId: who.company_id,
      userId: who.user_id,
      login: who.login,
      parameters: {
        company: who.company_name,
        daily: who.digest === 'daily',
        total: seen.length,
        lines: seen.slice(0, digestLines).map((entry) => {
          const { title, text } = writeEvent(entry, entry.universe, language)
          return { at: written(entry.created_at, language), title, text: hasAccess ? text : '' }
        }),
        url: `${appUrl}${inboxPath(first.universe)}`,
        preferencesUrl: hasAccess ? `${appUrl}${preferencesPath(first.universe)}` : null,
        categories: categories.map((category) => say(categoryWords[category], language)).join(', '),
        unsubscribeUrl: links.pageOf(taken),
      },
      unsubscribeUrl: links.oneClick(taken),
    })
  }
  const told = entries.map((entry) => entry.event_id)
  await tx.run(raw(sql`delete from notification_digests where contact_id = ${contactId} and event_id = any (${told}::uuid[])`))
}

/** Sends what waits, contact by contact: the mail is written and the lines are struck out in one transaction. One that fails keeps no other waiting. */
export const sendDigests = async (tools: FanOutTools, daily: boolean, signal?: AbortSignal): Promise<void> => {
  const contacts = await tools.inTransaction((tx) => tx.all(due(daily)))
  await oneByOne(
    contacts,
    ({ contact_id }) => contact_id,
    ({ contact_id }) => tools.inTransaction((tx) => sendOne(tx, tools, contact_id)),
    signal,
  )
}
