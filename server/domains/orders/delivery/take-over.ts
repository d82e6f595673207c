import { sql } from 'kysely'
import type { BodyOf } from '#api/endpoint'
import type { handOver as handOverEndpoint, takeOver as takeOverEndpoint } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import { orderAfter } from '#api/orders/rules/order-lifecycle'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db, raw } from '../../../platform/db/query.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { checkVersion, type LockedOrder, lockOrder } from '../life/lock-order.ts'
import { moveOrder } from '../life/move-order.ts'
import { recordOrder } from '../life/record-order.ts'
import { readOrder } from '../reading/read-order.ts'

/** « Céline B. »: how customers read a pilot. */
const pilotName = (displayName: string): string => {
  const [first = '', ...rest] = displayName.trim().split(/\s+/)
  const initial = rest.at(-1)?.[0]
  return initial ? `${first} ${initial.toUpperCase()}.` : first
}

export interface Pilot {
  readonly id: string
  readonly login: string
  readonly display_name: string
}

/** The carrier's people who may deliver, by name. */
export const pilots = raw<Pilot>(sql`
  select u.id, u.login, u.display_name from users u join effective_rights er on er.user_id = u.id and er.universe = 'carrier'
  where u.state = 'active' and er.grants ?| array['carrier.pilot', 'carrier.administer']
  order by u.display_name, u.id`)

/** What changes when an order gets a pilot, or none. */
export const piloted = (pilot: Pilot | null, now: Date) => ({
  pilot_user_id: pilot?.id ?? null,
  pilot_name: pilot ? pilotName(pilot.display_name) : null,
  taken_at: pilot ? now : null,
})

/** Whoever acts, as a pilot. */
export const selfAsPilot = ({ scope }: ScopedTransaction): Pilot => ({
  id: scope.userId,
  login: scope.login,
  display_name: scope.actorName,
})

const give = async (tx: ScopedTransaction, order: LockedOrder, pilot: Pilot | null): Promise<void> => {
  if (order.pilot_user_id === (pilot?.id ?? null)) return
  const changes = piloted(pilot, tx.now)
  await moveOrder(tx, order, 'take_over', 'carrier', changes)
  await recordOrder(tx, order, 'order.pilot_changed', { before: { pilot: order.pilot_name }, after: { pilot: changes.pilot_name } })
}

export const takeOver = async (tx: ScopedTransaction, reference: string, { version }: BodyOf<typeof takeOverEndpoint>): Promise<Order> => {
  const { order } = await lockOrder(tx, reference)
  await checkVersion(tx, order, version, order.version)
  if (orderAfter(order, 'take_over', 'carrier') === null) throw new Problem('conflict')
  await give(tx, order, selfAsPilot(tx))
  return readOrder(tx, reference)
}

export const handOver = async (
  tx: ScopedTransaction,
  reference: string,
  { version, login }: BodyOf<typeof handOverEndpoint>,
): Promise<Order> => {
  const { order } = await lockOrder(tx, reference)
  await checkVersion(tx, order, version, order.version)
  if (orderAfter(order, 'take_over', 'carrier') === null) throw new Problem('conflict')
  const pilot = login === null ? null : (await tx.all(pilots)).find((candidate) => candidate.login === login)
  if (pilot === undefined) throw fieldProblem('login', 'pilot_unknown')
  await give(tx, order, pilot)
  return readOrder(tx, reference)
}

export const runningByPilot = db
  .selectFrom('orders')
  .where('state', 'in', ['submitted', 'in_delivery'])
  .where('pilot_user_id', 'is not', null)
  .groupBy('pilot_user_id')
  .select(['pilot_user_id', (of) => of.fn.countAll<number>().as('running')])
