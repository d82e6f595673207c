import { sql } from 'kysely'
import { say } from '#api/languages'
import { categoryWords } from '#api/notifications/words'
import type { Universe } from '#api/universes'
import { raw, type Transaction } from '../../../platform/db/query.ts'
import type { workerTransactions } from '../../../platform/db/worker-transactions.ts'
import { newId } from '../../../platform/ids.ts'
import { isMailAddress, type MailQueue } from '../../../platform/mail/mail-queue.ts'
import { publishToUsers } from '../../../platform/realtime/publish.ts'
import * as audience from './audience.ts'
import { inboxPath, preferencesPath, type StoredEvent, type WriteEvent } from './event-kind.ts'
import { notificationMail } from './notification-mails.ts'
import { fanOutJob } from './publish-event.ts'
import { audiencesOf, type Recipients, recipients, type ToldAddress } from './recipients.ts'
import type { UnsubscribeLinks } from './unsubscribe-links.ts'

export interface FanOutTools {
  readonly inTransaction: ReturnType<typeof workerTransactions>
  readonly mails: MailQueue
  readonly appUrl: string
  readonly writeEvent: WriteEvent
  readonly links: UnsubscribeLinks
  /** Codes of the events that wait for nothing any more once this one happened to their object. */
  readonly settledBy: (code: string) => readonly string[]
  /** Codes of the events about the same object whose mails say this one too. */
  readonly mailedWith: (code: string) => readonly string[]
}

/** What its own transaction already did for an event. */
export interface AlreadyTold {
  readonly actorId?: string | null | undefined
  readonly mailIds?: readonly string[] | undefined
}

interface EventRow extends StoredEvent {
  readonly id: string
  readonly company_id: string
  readonly ambassador_id: string | null
  readonly operator_id: string | null
  readonly carrier_id: string | null
  readonly site_id: string | null
  readonly company_name: string
  readonly universes: Universe[] | null
  readonly created_at: Date
  readonly fanned_out_at: Date | null
}

/** Locked, so that two runs of the job follow one another. */
const lockedEvent = (id: string) =>
  raw<EventRow>(sql`
    select e.*, (select c.id from companies c where c.universes @> array['carrier'] order by c.number limit 1) as carrier_id
    from notification_events e where e.id = ${id} for update of e`)

const findRecipients = async (tx: Transaction, event: EventRow) => {
  const category = event.category
  const facts = { category, siteId: event.site_id, universes: event.universes }
  const audiences = audiencesOf(facts, {
    id: event.company_id,
    ambassadorId: event.ambassador_id,
    operatorId: event.operator_id,
    carrierId: event.carrier_id,
  })
  const people = (await tx.all(audience.candidates(audiences, category))).map(audience.toCandidate)
  const companies = await tx.all(audience.addresses(audiences))
  const known = new Map(people.map((person) => [`${person.contactId} ${person.universe}`, person]))
  return { ...recipients(facts, audiences, people, audience.toSharedAddresses(companies)), companies, known }
}

/** Who acted finds it in the list, already read. */
const notify = async (tx: Transaction, event: EventRow, { notified }: Recipients, actorId: string | null): Promise<void> => {
  if (notified.length === 0) return
  const rows = notified.map(({ userId, universe }) => ({ id: newId(), user_id: userId, universe, is_own: userId === actorId }))
  const told = await tx.all(
    raw<{ user_id: string }>(sql`
      insert into notifications (id, event_id, user_id, company_id, site_id, universe, category, read_at)
      select t.id, ${event.id}, t.user_id, ${event.company_id}, ${event.site_id}, t.universe, ${event.category},
        case when t.is_own then ${tx.now}::timestamptz end
      from json_to_recordset(${JSON.stringify(rows)}::json) as t (id uuid, user_id uuid, universe text, is_own boolean)
      on conflict (event_id, user_id) do nothing
      returning user_id`),
  )
  await publishToUsers(
    tx,
    'notifications',
    told.map((row) => row.user_id),
  )
}

/** What was asked of somebody is done: it counts as unread for nobody. */
const settle = async (tx: Transaction, event: EventRow, codes: readonly string[]): Promise<void> => {
  if (codes.length === 0) return
  const settled = await tx.all(
    raw<{ user_id: string }>(sql`
      update notifications n set read_at = ${tx.now}::timestamptz
      from notification_events e
      where e.company_id = ${event.company_id} and e.object_reference = ${event.object_reference} and e.code = any (${[...codes]}::text[])
        and n.event_id = e.id and n.read_at is null
      returning n.user_id`),
  )
  if (settled.length > 0) await publishToUsers(tx, 'notifications', [...new Set(settled.map((row) => row.user_id))])
}

const addressesOf = (mailIds: readonly string[]) =>
  raw<{ address: string }>(sql`select lower(to_address) as address from mails where id = any (${[...mailIds]}::uuid[])`)

/** The latest events that this one is told with. */
const toldWith = (event: EventRow, codes: readonly string[]) =>
  raw<{ id: string; isTold: boolean }>(sql`
    select id, fanned_out_at is not null as "isTold" from notification_events
    where company_id = ${event.company_id} and object_reference = ${event.object_reference} and code = any (${[...codes]}::text[])
      and created_at > ${event.created_at}::timestamptz - interval '1 hour'`)

/** Whoever was written to about them, or waits for a digest of them. */
const addressesToldWith = (ids: readonly string[]) =>
  raw<{ address: string }>(sql`
    select address from notification_mails where event_id = any (${[...ids]}::uuid[])
    union
    select lower(k.email) from notification_digests d join contacts k on k.id = d.contact_id where d.event_id = any (${[...ids]}::uuid[]) and k.email is not null`)

/** Mails that told it already count as the event's own: what is told with it goes by them. */
const keepTold = (event: EventRow, mailIds: readonly string[]) =>
  raw(sql`insert into notification_mails (event_id, address, company_id, mail_id)
    select ${event.id}, lower(to_address), coalesce(company_id, ${event.company_id}), id from mails where id = any (${[...mailIds]}::uuid[])
    on conflict do nothing`)

type Found = Awaited<ReturnType<typeof findRecipients>>

const sendMail = async (tx: Transaction, tools: FanOutTools, event: EventRow, found: Found, told: ToldAddress): Promise<string> => {
  const known = told.contact ? found.known.get(`${told.contact.contactId} ${told.contact.universe}`) : undefined
  const language = known?.language ?? 'fr'
  const category = event.category
  const { title, text, path } = tools.writeEvent(event, told.universe, language)
  const taken = { companyId: told.companyId, address: told.address.toLowerCase(), category }
  return tools.mails.enqueue(tx, notificationMail, {
    to: told.address,
    language,
    companyId: told.companyId,
    userId: told.person?.userId ?? null,
    login: told.person ? (known?.login ?? null) : null,
    parameters: {
      title,
      text: told.person ? text : '',
      category: say(categoryWords[category], language),
      company: event.company_name,
      url: `${tools.appUrl}${path ?? inboxPath(told.universe)}`,
      preferencesUrl: told.person ? `${tools.appUrl}${preferencesPath(told.universe)}` : null,
      unsubscribeUrl: tools.links.pageOf(taken),
      isShared: told.contact === null,
    },
    unsubscribeUrl: tools.links.oneClick(taken),
  })
}

const writeMails = async (
  tx: Transaction,
  tools: FanOutTools,
  event: EventRow,
  found: Found,
  mailed: ReadonlySet<string>,
): Promise<void> => {
  const sent: { address: string; company_id: string; mail_id: string }[] = []
  // One address that no mail server takes must not keep the others from being told.
  for (const told of found.mails.filter(({ address }) => isMailAddress(address) && !mailed.has(address.toLowerCase())))
    sent.push({
      address: told.address.toLowerCase(),
      company_id: told.companyId,
      mail_id: await sendMail(tx, tools, event, found, told),
    })
  // The key (event, address) is what forbids a second mail, whoever would write it.
  if (sent.length > 0)
    await tx.run(
      raw(sql`insert into notification_mails (event_id, address, company_id, mail_id)
        select ${event.id}, t.* from json_to_recordset(${JSON.stringify(sent)}::json) as t (address text, company_id uuid, mail_id uuid)`),
    )
  const waiting = found.digests
    .filter(({ email }) => email === null || !mailed.has(email.toLowerCase()))
    .map(({ contactId, companyId, universe }) => ({ contact_id: contactId, company_id: companyId, universe }))
  if (waiting.length > 0)
    await tx.run(
      raw(sql`insert into notification_digests (event_id, contact_id, company_id, universe)
        select ${event.id}, t.* from json_to_recordset(${JSON.stringify(waiting)}::json) as t (contact_id uuid, company_id uuid, universe text)
        on conflict do nothing`),
    )
}

/**
 * Tells everybody whom an event concerns. Two transactions: people see it in the application at once, then the mails are written, all or none.
 * Dying anywhere and running again changes nothing: a notification is unique per (event, person), a mail per (event, address), and an event whose
 * mails are written says so.
 */
export const fanOut = async (tools: FanOutTools, eventId: string, { actorId = null, mailIds = [] }: AlreadyTold = {}): Promise<void> => {
  await tools.inTransaction(async (tx) => {
    const event = await tx.first(lockedEvent(eventId))
    if (!event || event.fanned_out_at !== null) return
    await settle(tx, event, tools.settledBy(event.code))
    await notify(tx, event, await findRecipients(tx, event), actorId)
  })
  await tools.inTransaction(async (tx) => {
    const event = await tx.first(lockedEvent(eventId))
    if (!event || event.fanned_out_at !== null) return
    const codes = tools.mailedWith(event.code)
    const others = codes.length > 0 ? await tx.all(toldWith(event, codes)) : []
    // Their mails come first: this one is told once they are written.
    if (others.some(({ isTold }) => !isTold)) {
      await fanOutJob.enqueue(tx, { eventId, actorId, mailIds: [...mailIds] }, { delaySeconds: 5 })
      return
    }
    const mailed = new Set(mailIds.length > 0 ? (await tx.all(addressesOf(mailIds))).map(({ address }) => address) : [])
    if (others.length > 0) for (const { address } of await tx.all(addressesToldWith(others.map(({ id }) => id)))) mailed.add(address)
    if (mailIds.length > 0) await tx.run(keepTold(event, mailIds))
    await writeMails(tx, tools, event, await findRecipients(tx, event), mailed)
    await tx.run(raw(sql`update notification_events set fanned_out_at = ${tx.now}::timestamptz where id = ${eventId}`))
  })
}
