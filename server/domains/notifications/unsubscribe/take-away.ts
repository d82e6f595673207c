import { sql } from 'kysely'
import { categoryBit, type NotificationCategory } from '#api/notifications/notification-categories'
import type { Unsubscription } from '#api/notifications/unsubscribe/unsubscribe'
import type { Universe } from '#api/universes'
import { raw, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { Problem } from '../../../platform/problem.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import type { Taken, UnsubscribeLinks } from '../delivery/unsubscribe-links.ts'
import { addressTaken } from './tell-taken.ts'

interface Standing {
  readonly id: string
  readonly name: string
  readonly reference: string
  /** Contacts with this address that receive the category, and where. */
  readonly contacts: { readonly contactId: string; readonly universes: string[] }[] | null
  readonly people: number
  readonly addresses: Partial<Record<Universe, Partial<Record<NotificationCategory, string>>>>
}

/** Who receives the mails of a category of a company at an address. */
const standingOf = ({ companyId, address, category }: Taken) =>
  raw<Standing>(sql`
    select c.id, c.name, c.reference, coalesce(a.addresses, '{}') as addresses,
      (select count(*)::int from contacts k where k.company_id = c.id and lower(k.email) collate "C" = ${address} and k.archived_at is null) as people,
      (select json_agg(json_build_object('contactId', t.contact_id, 'universes', t.universes)) from (
        select s.contact_id, json_agg(s.universe) as universes from contact_subscriptions s join contacts k on k.id = s.contact_id
        where s.company_id = c.id and lower(k.email) collate "C" = ${address} and (s.email_mask & ${categoryBit(category)}::int) <> 0
        group by s.contact_id) t) as contacts
    from companies c left join company_notification_addresses a on a.company_id = c.id
    where c.id = ${companyId}`)

interface LastRow {
  readonly id: string
  readonly company_id: string
  readonly address: string
  readonly category: NotificationCategory
  readonly is_shared: boolean
  readonly contacts: { readonly contactId: string; readonly universes: Universe[] }[]
  readonly universes: Universe[]
  readonly undone_at: Date | null
}

const lastUnsubscription = ({ companyId, address, category }: Taken) =>
  raw<LastRow>(sql`
    select * from notification_unsubscriptions where company_id = ${companyId} and address = ${address} and category = ${category}
    order by id desc limit 1`)

const sharedUniverses = (standing: Standing, { address, category }: Taken): Universe[] =>
  (Object.keys(standing.addresses) as Universe[]).filter((universe) => standing.addresses[universe]?.[category]?.toLowerCase() === address)

const describe = (taken: Taken, standing: Standing | undefined, last: LastRow | undefined): Unsubscription => {
  if (!standing) throw new Problem('link_expired')
  const universes = sharedUniverses(standing, taken)
  const subscribed = universes.length > 0 || (standing.contacts?.length ?? 0) > 0
  return {
    address: taken.address,
    categories: [taken.category],
    companyName: standing.name,
    state: !subscribed ? 'unsubscribed' : last?.undone_at ? 'undone' : 'subscribed',
    isShared: universes.length > 0 || standing.people > 1 || (!subscribed && (last?.is_shared ?? false)),
  }
}

const order = ['subscribed', 'undone', 'unsubscribed'] as const

/** Of a summary: subscribed as long as one of its categories is. */
const together = (parts: readonly Unsubscription[]): Unsubscription => {
  const [first] = parts
  if (!first) throw new Problem('link_expired')
  return {
    ...first,
    categories: parts.flatMap(({ categories }) => categories),
    state: order.find((state) => parts.some((part) => part.state === state)) ?? 'unsubscribed',
    isShared: parts.some(({ isShared }) => isShared),
  }
}

type Read = Pick<Transaction, 'first'>

/** What a link would take away, or took. */
export const describeLink = async (tx: Read, links: readonly Taken[]): Promise<Unsubscription> => {
  const parts: Unsubscription[] = []
  for (const taken of links) parts.push(describe(taken, await tx.first(standingOf(taken)), await tx.first(lastUnsubscription(taken))))
  return together(parts)
}

const unsubscriptionOf = (id: string) => raw<LastRow>(sql`select * from notification_unsubscriptions where id = ${id}`)

/** What a link would bring back, or brought. */
export const describeUndo = async (tx: Read, ids: readonly string[]): Promise<Unsubscription> => {
  const links: Taken[] = []
  for (const id of ids) {
    const found = await tx.first(unsubscriptionOf(id))
    if (found) links.push({ companyId: found.company_id, address: found.address, category: found.category })
  }
  return describeLink(tx, links)
}

const portal = { userId: null, companyId: null, companyName: null, universe: null, ip: null, requestId: null }

const lock = (tx: Transaction, { companyId }: Taken) =>
  tx.run(raw(sql`select pg_advisory_xact_lock(hashtextextended(${`unsubscribe ${companyId}`}, 0))`))

interface Gone {
  readonly taken: Taken
  readonly id: string
}

/** @returns what the administrators are told of: an address of several people. */
const takeOne = async (tx: Transaction, taken: Taken): Promise<Gone | null> => {
  const standing = await tx.first(standingOf(taken))
  if (!standing) throw new Problem('link_expired')
  const universes = sharedUniverses(standing, taken)
  const contacts = standing.contacts ?? []
  if (universes.length > 0 || contacts.length > 0) {
    const id = newId()
    const isShared = universes.length > 0 || standing.people > 1
    const ids = contacts.map(({ contactId }) => contactId)
    await tx.run(
      raw(
        sql`update contact_subscriptions set email_mask = email_mask & ~${categoryBit(taken.category)}::int where contact_id = any (${ids}::uuid[])`,
      ),
    )
    await tx.run(raw(sql`update notification_preferences set version = version + 1 where contact_id = any (${ids}::uuid[])`))
    if (universes.length > 0) {
      const left = Object.fromEntries(
        Object.entries(standing.addresses).map(([universe, list]) => [
          universe,
          Object.fromEntries(
            Object.entries(list).filter(([category, one]) => category !== taken.category || one.toLowerCase() !== taken.address),
          ),
        ]),
      )
      await tx.run(
        raw(sql`update company_notification_addresses set addresses = ${JSON.stringify(left)}::jsonb, version = version + 1
          where company_id = ${taken.companyId}`),
      )
    }
    await tx.run(
      raw(sql`insert into notification_unsubscriptions (id, company_id, address, category, is_shared, contacts, universes, created_at)
        values (${id}, ${taken.companyId}, ${taken.address}, ${taken.category}, ${isShared}, ${JSON.stringify(contacts)}::jsonb, ${universes}::text[],
          ${tx.now}::timestamptz)`),
    )
    await recordActivityOf(
      tx,
      { ...portal, name: taken.address },
      {
        companyId: taken.companyId,
        action: 'subscriptions.unsubscribed_by_link',
        objectKind: 'company',
        objectReference: standing.reference,
        objectLabel: standing.name,
        before: { address: taken.address, category: taken.category },
        after: { address: null },
      },
    )
    if (isShared) return { taken, id }
  }
  return null
}

/**
 * Takes an address away from the mails of one or several categories, in every universe of the company: the contacts who have it, and the company's own fields.
 * What is already gone stays gone. An address that several people read is told to the administrators, who can bring it back.
 */
export const takeAway = async (
  tx: Transaction,
  { undoPage }: Pick<UnsubscribeLinks, 'undoPage'>,
  links: readonly Taken[],
): Promise<Unsubscription> => {
  const [first] = links
  if (!first) throw new Problem('link_expired')
  await lock(tx, first)
  const shared: Gone[] = []
  for (const taken of links) {
    const gone = await takeOne(tx, taken)
    if (gone) shared.push(gone)
  }
  if (shared.length > 0)
    await addressTaken.tell(tx, {
      companyId: first.companyId,
      address: first.address,
      categories: shared.map(({ taken }) => taken.category),
      undoUrl: undoPage(shared.map(({ id }) => id)),
      at: tx.now.toISOString(),
    })
  return describeLink(tx, links)
}

/** Brings back what a link took away, where nothing else was chosen since. */
const bringOneBack = async (tx: Transaction, id: string): Promise<void> => {
  const found = await tx.first(raw<LastRow>(sql`select * from notification_unsubscriptions where id = ${id} for update`))
  if (!found) throw new Problem('link_expired')
  const taken = { companyId: found.company_id, address: found.address, category: found.category }
  await lock(tx, taken)
  const standing = await tx.first(standingOf(taken))
  if (!standing) throw new Problem('link_expired')
  if (found.undone_at === null) {
    const bit = categoryBit(found.category)
    for (const { contactId, universes } of found.contacts)
      await tx.run(
        raw(sql`update contact_subscriptions s set email_mask = email_mask | ${bit}::int from contacts k
          where s.contact_id = ${contactId} and s.universe = any (${universes}::text[]) and k.id = s.contact_id
            and lower(k.email) collate "C" = ${found.address}`),
      )
    await tx.run(
      raw(sql`update notification_preferences set version = version + 1
        where contact_id = any (${found.contacts.map(({ contactId }) => contactId)}::uuid[])`),
    )
    const back = { ...standing.addresses }
    for (const universe of found.universes)
      if (!back[universe]?.[found.category]) back[universe] = { ...back[universe], [found.category]: found.address }
    if (found.universes.length > 0)
      await tx.run(
        raw(sql`update company_notification_addresses set addresses = ${JSON.stringify(back)}::jsonb, version = version + 1
          where company_id = ${found.company_id}`),
      )
    await tx.run(raw(sql`update notification_unsubscriptions set undone_at = ${tx.now}::timestamptz where id = ${id}`))
    await recordActivityOf(
      tx,
      { ...portal, name: found.address },
      {
        companyId: found.company_id,
        action: 'subscriptions.brought_back',
        objectKind: 'company',
        objectReference: standing.reference,
        objectLabel: standing.name,
        before: { address: null },
        after: { address: found.address, category: found.category },
      },
    )
  }
}

export const bringBack = async (tx: Transaction, ids: readonly string[]): Promise<Unsubscription> => {
  for (const id of ids) await bringOneBack(tx, id)
  return describeUndo(tx, ids)
}
