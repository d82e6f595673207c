import { sql } from 'kysely'
import { needsWaiver } from '#api/catalog/rules/commitment/long-commitment'
import type { BodyOf, ResponseOf } from '#api/endpoint'
import type { readPendingDecision, refuseOrder as refuseEndpoint, validateOrder as validateEndpoint } from '#api/orders/life/placing'
import type { OrderingBlock } from '#api/shop/baskets/baskets'
import { type Universe, universes } from '#api/universes'
import { dayOf } from '../../../../platform/clock.ts'
import type { Context, Scope, ScopedTransaction } from '../../../../platform/context.ts'
import { db } from '../../../../platform/db/query.ts'
import { found } from '../../../../platform/db/questions.ts'
import { fieldProblem, Problem } from '../../../../platform/problem.ts'
import { publishEvent } from '../../../notifications/delivery/publish-event.ts'
import { currentSaleTerms } from '../../../shop/terms/current-sale-terms.ts'
import { siteNameOf } from '../../news/tell-customer.ts'
import { writePaperJob } from '../../papers/paper-jobs.ts'
import { readableOrder } from '../../reading/read-order.ts'
import { checkVersion, type LockedOrder, lockOrder } from '../lock-order.ts'
import { moveOrder } from '../move-order.ts'
import { mayDecide } from '../order.policy.ts'
import { recordOrder } from '../record-order.ts'
import { orderRefused, orderValidated } from './placing-events.ts'
import { writeSteps } from './plan-steps.ts'
import { confirmOrder } from './tell-placed.ts'

type Decision = ResponseOf<typeof validateEndpoint>

const pending = (reference: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('companies as c', 'c.id', 'o.company_id')
    .where('o.reference', '=', reference)
    .select([
      'o.reference',
      'o.kind',
      'o.state',
      'o.version',
      'o.site_ids',
      'o.payer_id',
      'o.commitment_months',
      'o.placed_by_name',
      'c.size',
    ])
    .select(sql<OrderingBlock | null>`app.ordering_block(c.id)`.as('block'))

/** Orders placed in the same go that still wait. */
const waitingBeside = (reference: string) =>
  db
    .selectFrom('orders as o')
    .where('o.batch_id', 'in', db.selectFrom('orders').where('reference', '=', reference).select('batch_id'))
    .where('o.reference', '<>', reference)
    .where('o.state', '=', 'awaiting_client')
    .orderBy('o.number')
    .select(['o.reference', 'o.site_ids', 'o.payer_id'])

const decidable = (scope: Scope, rows: readonly { readonly reference: string; readonly site_ids: string[]; readonly payer_id: string }[]) =>
  rows.filter((row) => mayDecide(scope, { siteIds: row.site_ids, payerId: row.payer_id })).map(({ reference }) => reference)

/** What a decision asks of whoever may take it. */
export const readDecision = async (ctx: Context, reference: string): Promise<ResponseOf<typeof readPendingDecision>> => {
  const { scope, order, beside, terms } = await ctx.read({
    order: found(pending(reference)),
    beside: waitingBeside(reference),
    terms: found(currentSaleTerms(ctx.request.now)),
  })
  const decides = order.state === 'awaiting_client' && mayDecide(scope, { siteIds: order.site_ids, payerId: order.payer_id })
  return {
    reference: order.reference,
    version: order.version,
    termsVersion: terms.version,
    placedBy: order.placed_by_name,
    waiting: decidable(scope, beside),
    needsWaiver: needsWaiver(order.size, order.commitment_months),
    // A client never reads its operator's state; nobody is kept from leaving.
    block: scope.isEndClient || order.kind === 'termination' ? null : order.block,
    abilities: { decide: decides },
  }
}

/** The order, held, for somebody who may decide on it and while it waits. @throws Problem */
const holdPending = async (tx: ScopedTransaction, reference: string, version: number): Promise<LockedOrder> => {
  const known = await readableOrder(tx, reference)
  if (!mayDecide(tx.scope, { siteIds: known.site_ids, payerId: known.payer_id })) throw new Problem('forbidden')
  const { order } = await lockOrder(tx, reference)
  if (order.state !== 'awaiting_client') throw new Problem('order_already_decided')
  await checkVersion(tx, order, version, order.version)
  return order
}

/** What an event says to who entered the order. */
export const tellWhoEntered = async (tx: ScopedTransaction, order: LockedOrder) => ({
  companyId: order.company_id,
  siteId: order.site_ids.length === 1 ? order.site_id : null,
  objectReference: order.reference,
  universes: universes.filter((universe): universe is Universe => universe === order.placed_universe),
  parameters: { offer: order.offer_name, company: order.company_name, site: await siteNameOf(tx, order), by: tx.scope.actorName },
})

const answer = async (tx: ScopedTransaction, order: LockedOrder): Promise<Decision> => ({
  order: { reference: order.reference, state: order.state, version: order.version },
  waiting: decidable(tx.scope, await tx.all(waitingBeside(order.reference))),
})

/** @returns whether a small company consented to a long commitment. @throws Problem */
const checkConsent = async (tx: ScopedTransaction, order: LockedOrder, body: BodyOf<typeof validateEndpoint>): Promise<boolean> => {
  const facts = await tx.first(pending(order.reference))
  if (facts?.block) throw new Problem(facts.block)
  const terms = await tx.first(currentSaleTerms(tx.now))
  if (body.termsVersion !== terms?.version) throw new Problem('terms_of_sale_changed')
  const isAsked = needsWaiver(facts?.size ?? '', order.commitment_months)
  if (isAsked && body.longCommitmentWaiver !== true) throw fieldProblem('longCommitmentWaiver', 'waiver_required')
  return isAsked
}

/** The terms of the go are those first accepted; each order's own acceptance is in its history. */
const keepAcceptance = async (tx: ScopedTransaction, order: LockedOrder, termsVersion: string): Promise<void> => {
  if (order.batch_id === null) return
  await tx.run(
    db
      .updateTable('order_batches')
      .set({
        terms_version: termsVersion,
        terms_accepted_at: tx.now,
        terms_accepted_by: tx.scope.actorName,
        terms_accepted_ip: tx.request.ip,
      })
      .where('id', '=', order.batch_id)
      .where('terms_version', 'is', null),
  )
}

/** The client (or the operator who pays) validates: « Commande déposée », and its delivery may begin. */
export const validateOrder = async (tx: ScopedTransaction, reference: string, body: BodyOf<typeof validateEndpoint>): Promise<Decision> => {
  const order = await holdPending(tx, reference, body.version)
  // Its own endpoint shows what it costs first.
  if (order.kind === 'termination') throw new Problem('conflict')
  const isConsented = await checkConsent(tx, order, body)
  const moved = await moveOrder(tx, order, 'validate', 'customer', {
    submitted_at: tx.now,
    ...(isConsented ? { long_commitment_waiver: true } : {}),
  })
  await keepAcceptance(tx, order, body.termsVersion)
  const version = await tx.first(db.selectFrom('offer_versions').where('id', '=', order.offer_version_id).select('definition'))
  if (version) await writeSteps(tx, order, version.definition, dayOf(tx.now).toString())
  await writePaperJob.enqueue(tx, { orderId: order.id, paper: 'order_form' })
  await recordOrder(tx, order, 'order.validated', {
    before: { state: order.state },
    after: { state: moved.state, termsVersion: body.termsVersion, ...(isConsented ? { longCommitmentWaiver: true } : {}) },
  })
  await publishEvent(tx, orderValidated, await tellWhoEntered(tx, order))
  await confirmOrder(tx, order, body.termsVersion)
  return answer(tx, moved)
}

/** The client refuses: « Commande annulée (client) »; a contract that would have been made is « Sans suite ». */
export const refuseOrder = async (tx: ScopedTransaction, reference: string, body: BodyOf<typeof refuseEndpoint>): Promise<Decision> => {
  const order = await holdPending(tx, reference, body.version)
  const moved = await moveOrder(tx, order, 'refuse', 'customer', { closing_reason: body.reason || null })
  await recordOrder(tx, order, 'order.refused', {
    before: { state: order.state },
    after: { state: moved.state, ...(body.reason ? { reason: body.reason } : {}) },
  })
  const event = await tellWhoEntered(tx, order)
  await publishEvent(tx, orderRefused, { ...event, parameters: { ...event.parameters, reason: body.reason } })
  return answer(tx, moved)
}
