import type { BodyOf, ResponseOf } from '#api/endpoint'
import type { validateTermination as endpoint, readTerminationDecision, Termination } from '#api/orders/termination/terminations'
import { compareDates } from '#api/rules/civil-date'
import { dayOf } from '../../../../platform/clock.ts'
import { type Context, holds, type Scope, type ScopedTransaction } from '../../../../platform/context.ts'
import { db } from '../../../../platform/db/query.ts'
import { found } from '../../../../platform/db/questions.ts'
import { fieldProblem, Problem } from '../../../../platform/problem.ts'
import { publishEvent } from '../../../notifications/delivery/publish-event.ts'
import { checkVersion, lockOrder } from '../../life/lock-order.ts'
import { moveOrder } from '../../life/move-order.ts'
import { tellWhoEntered } from '../../life/placing/decide-order.ts'
import { orderValidated } from '../../life/placing/placing-events.ts'
import { recordOrder } from '../../life/record-order.ts'
import { computeTermination, type TerminationWish } from '../compute-termination.ts'
import { presentPreview } from '../termination.presenter.ts'
import { readFacts } from '../termination-facts.ts'
import { writeTermination } from './write-termination.ts'

const proposed = (reference: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('subscriptions as s', 's.id', 'o.subscription_id')
    .where('o.reference', '=', reference)
    .where('o.kind', '=', 'termination')
    .select(['o.reference', 'o.state', 'o.version', 'o.site_ids', 'o.payer_id', 'o.wished_on', 'o.placed_by_name'])
    .select('s.reference as contract')

/** Who pays, in its own universe, with the right to end every site's contract. */
const mayEnd = (scope: Scope, order: { readonly site_ids: readonly string[]; readonly payer_id: string }): boolean =>
  !scope.readOnly &&
  !scope.isEndClient &&
  scope.companyId === order.payer_id &&
  order.site_ids.every((siteId) => holds(scope, 'orders.terminate', siteId))

/** The notice starts on the day of the validation; a day wished for that is over is today. */
const wishOf = (wishedOn: string | null, today: string): TerminationWish => ({
  wishedOn: wishedOn !== null && compareDates(wishedOn, today) > 0 ? wishedOn : today,
  requestedOn: today,
  origin: 'portal',
})

/** What validating comes to, computed as of today. @throws Problem not_found, forbidden */
export const readDecision = async (ctx: Context, reference: string): Promise<ResponseOf<typeof readTerminationDecision>> => {
  const today = dayOf(ctx.request.now).toString()
  const { scope, order } = await ctx.read({ order: found(proposed(reference)) })
  // The database refuses amounts to an operator's client: they are not even asked for.
  if (scope.isEndClient) throw new Problem('forbidden')
  const known = await readFacts(ctx, scope, order.contract)
  const preview = presentPreview(scope, known, computeTermination(known, wishOf(order.wished_on, today), today))
  return {
    reference: order.reference,
    version: order.version,
    placedBy: order.placed_by_name,
    // What runs on the contract is this very request.
    preview: { ...preview, refusal: null },
    abilities: { decide: order.state === 'awaiting_client' && known.contract.state === 'active' && mayEnd(scope, order) },
  }
}

/** The client validates what its ambassador asked: from that day the notice runs, as it was shown. */
export const validateTermination = async (
  tx: ScopedTransaction,
  reference: string,
  body: BodyOf<typeof endpoint>,
): Promise<Termination> => {
  const today = dayOf(tx.now).toString()
  const asked = await tx.first(proposed(reference))
  if (!asked) throw new Problem('not_found')
  if (!mayEnd(tx.scope, asked)) throw new Problem('forbidden')
  const { order } = await lockOrder(tx, reference)
  if (order.state !== 'awaiting_client') throw new Problem('order_already_decided')
  await checkVersion(tx, order, body.version, order.version)
  const known = await readFacts(tx, tx.scope, asked.contract)
  if (known.contract.state !== 'active') throw new Problem('conflict')
  const computed = computeTermination(known, wishOf(order.wished_on, today), today)
  if (body.effectiveOn < computed.earliestOn) throw fieldProblem('effectiveOn', 'date_before_notice')
  if (body.effectiveOn !== computed.effectiveOn || body.totalCents !== computed.cost.totalCents)
    throw new Problem('version_conflict', { current: presentPreview(tx.scope, known, computed) })
  const moved = await moveOrder(tx, order, 'validate', 'customer', { submitted_at: tx.now })
  await recordOrder(tx, order, 'order.validated', { before: { state: order.state }, after: { state: moved.state } })
  await publishEvent(tx, orderValidated, await tellWhoEntered(tx, order))
  return writeTermination(tx, known, computed, { order, reason: null })
}
