import type pg from 'pg'
import * as z from 'zod/mini'
import { maskOf, type NotificationCategory } from '#api/notifications/notification-categories'
import { type Universe, universes } from '#api/universes'
import { candidates, toCandidate } from '../../../../server/domains/notifications/delivery/audience.ts'
import { audiencesOf, recipients } from '../../../../server/domains/notifications/delivery/recipients.ts'
import { portalEventKinds } from '../../../../server/event-kinds.ts'
import { transactionOn } from '../../../../server/platform/db/query.ts'
import { demoId } from '../../identifiers.ts'
import type { Step } from '../../parts.ts'
import { copyRows } from '../../table-copy.ts'
import { largeFrom } from '../contracts/load-contracts.ts'
import { kinds } from '../contracts/row-ids.ts'
import { type Happened, happened } from './what-happened.ts'

/** Told before that, it was read; what still waits for somebody stays unread. */
const readAfterDays = 5
const waiting: readonly string[] = ['order.awaits_validation', 'order.waits']

/** The carrier's people follow deliveries on screen; customers' administrators are subscribed to everything from the start. */
const subscribeCarrier = `
  insert into contact_subscriptions (contact_id, universe, company_id, interface_mask, email_mask)
  select u.contact_id, 'carrier', u.company_id, $1, 0 from users u where u.login_number in (1, 9)
  on conflict (contact_id, universe) do nothing`

const kindOf = new Map(portalEventKinds.map((kind) => [kind.code, kind]))

interface Written {
  readonly id: string
  readonly category: NotificationCategory
  readonly universes: readonly Universe[] | null
  readonly told: Happened
}

const written = (told: Happened, place: number): Written => {
  const kind = kindOf.get(told.code)
  if (!kind) throw new Error(`No event ${told.code}.`)
  z.parse(kind.schema, told.parameters)
  const only = told.universe === null ? null : universes.filter((universe) => universe === told.universe)
  return { id: demoId(kinds.event, place), category: kind.category, universes: only, told }
}

/** Whom an event reaches, by the rule that the worker follows. */
const readersOf = async (client: pg.Client, now: Date, { category, universes: only, told }: Written) => {
  const facts = { category, siteId: told.site_id, universes: only }
  const audiences = audiencesOf(facts, {
    id: told.company_id,
    ambassadorId: told.ambassador_id,
    operatorId: told.operator_id,
    carrierId: told.carrier_id,
  })
  const people = (await transactionOn(client, now).all(candidates(audiences, category))).map(toCandidate)
  return recipients(facts, audiences, people, []).notified
}

const dayMilliseconds = 86_400_000
const readAt = ({ code, at }: Happened, now: Date): Date | null => {
  if (waiting.includes(code) || now.getTime() - at.getTime() < readAfterDays * dayMilliseconds) return null
  return new Date(at.getTime() + dayMilliseconds / 6)
}

/**
 * What happened to the demonstration's orders and contracts, told to the people who would have been: nothing is sent by mail, it is long past. An
 * event that the portal already told, in a demonstration that people worked in, is not told again.
 */
export const loadNews: Step = async (client, { now, contracts }) => {
  if ((contracts ?? 0) >= largeFrom) return
  await client.query(subscribeCarrier, [maskOf(['shop', 'deliveries', 'settings'])])
  const events = (await happened(client, now)).map((told, index) => written(told, index + 1))
  await copyRows(
    client,
    'notification_events',
    [
      'id',
      'company_id',
      'site_id',
      'category',
      'universes',
      'code',
      'object_kind',
      'object_reference',
      'parameters',
      'created_at',
      'fanned_out_at',
      // Written by the trigger, which the columns' constraints do not wait for.
      'company_reference',
      'company_name',
    ],
    events.map(({ id, category, universes: only, told }) => [
      id,
      told.company_id,
      told.site_id,
      category,
      only,
      told.code,
      kindOf.get(told.code)?.objectKind ?? '',
      told.object_reference,
      JSON.stringify(told.parameters),
      told.at,
      told.at,
      '',
      '',
    ]),
  )
  const rows: (string | Date | null)[][] = []
  for (const event of events)
    for (const { userId, universe } of await readersOf(client, now, event))
      rows.push([
        demoId(kinds.notification, rows.length + 1),
        event.id,
        userId,
        event.told.company_id,
        event.told.site_id,
        universe,
        event.category,
        readAt(event.told, now),
      ])
  await copyRows(client, 'notifications', ['id', 'event_id', 'user_id', 'company_id', 'site_id', 'universe', 'category', 'read_at'], rows)
}
