import type { ProblemCode } from '#contract/problems'
import type { Termination, TerminationOrigin, TerminationRefusal } from '#contract/terminations'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { actorNameFor, recordActivity } from '../../activity/record-activity.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import { requestTermination } from '../../subscriptions/end-subscription.ts'
import { recordLastOrder } from '../../subscriptions/record-last-order.ts'
import { announceOrder } from '../orders/move-order.ts'
import { type ComputedTermination, computeTermination, judgeWish, type TerminationWish } from './compute-termination.ts'
import { contractInHands } from './contract-in-hands.ts'
import { mayAskTermination, refusalOfContract } from './termination.policy.ts'
import { presentPreview, presentTermination } from './termination.presenter.ts'
import { terminationRequested } from './termination-events.ts'
import * as facts from './termination-facts.ts'
import { terminationMailsJob } from './termination-mails.ts'

/** What was on the screen when it was confirmed. */
export interface ConfirmedTermination {
  readonly version: number
  readonly wishedOn: string
  readonly effectiveOn: string
  readonly totalCents: number
  readonly reason?: string | undefined
  readonly origin: TerminationOrigin
  /** Day that starts the notice; today for a request through the portal. */
  readonly receivedOn?: string
}

const refusals: Readonly<Record<TerminationRefusal, ProblemCode>> = {
  terminated: 'subscription_terminated',
  already_requested: 'termination_pending',
  running_order: 'running_order',
  not_active: 'conflict',
  operator_only: 'forbidden',
  no_right: 'forbidden',
  other_sites: 'forbidden',
}

/** The facts of a termination inside a transaction. */
const factsOf = async (tx: ScopedTransaction, reference: string): Promise<facts.TerminationFacts> => {
  const contract = await tx.first(facts.contract(reference))
  if (!contract) throw new Problem('not_found')
  return {
    contract,
    prices: await tx.first(facts.prices(reference)),
    commitments: await tx.all(facts.commitments(reference)),
    services: await tx.all(facts.services(reference)),
    accountcodes: tx.scope.universe === 'client' ? [] : await tx.all(facts.accountcodes(reference)),
    dependents: await tx.all(facts.dependents(reference)),
  }
}

const writeOrder = async (tx: ScopedTransaction, { contract }: facts.TerminationFacts, computed: ComputedTermination) => {
  const order = await tx.first(
    db
      .insertInto('orders')
      .values({
        id: newId(),
        subscription_id: contract.id,
        company_id: contract.company_id,
        // Who pays, and the name, are the database's to say.
        payer_id: contract.payer_id,
        company_name: '',
        site_id: contract.site_id,
        site_ids: contract.site_ids,
        kind: 'termination',
        state: 'submitted',
        offer_id: contract.offer_id,
        offer_version_id: contract.offer_version_id,
        offer_name: contract.name,
        values: JSON.stringify(contract.values ?? {}),
        quantity_before: contract.quantity,
        quantity_after: 0,
        wished_on: computed.wishedOn,
        placed_at: tx.now,
        placed_by_user_id: tx.scope.userId,
        placed_by_name: actorNameFor(tx.scope, contract.company_id),
        placed_universe: tx.scope.universe,
        submitted_at: tx.now,
        planned_on: computed.effectiveOn,
      })
      .returning(['id', 'number', 'reference', 'company_id', 'ambassador_id', 'operator_id']),
  )
  if (!order) throw new Error('The order was not written.')
  return order
}

/** What the order changes, in lines: the fee that ends, the one-off fee, the penalties. */
const writeItems = async (
  tx: ScopedTransaction,
  orderId: string,
  { contract }: facts.TerminationFacts,
  { cost, monthlyCents }: ComputedTermination,
): Promise<void> => {
  const lines = [
    { item: 'base', label: contract.name, labelEn: contract.name, action: 'delete', before: 1, after: 0, oneOff: 0, monthly: monthlyCents },
    ...(cost.oneOffCents > 0
      ? [
          {
            item: 'termination',
            label: 'Frais de résiliation',
            labelEn: 'Termination fee',
            action: 'add',
            before: null,
            after: 1,
            oneOff: cost.oneOffCents,
            monthly: 0,
          },
        ]
      : []),
    ...cost.penalties.map(({ label, months, cents }) => ({
      item: 'penalty',
      label: `Mois restants : ${label} (${months})`,
      labelEn: `Remaining months: ${label} (${months})`,
      action: 'add',
      before: null,
      after: 1,
      oneOff: cents,
      monthly: 0,
    })),
  ]
  for (const [position, line] of lines.entries()) {
    const id = newId()
    await tx.run(
      db.insertInto('order_items').values({
        id,
        order_id: orderId,
        company_id: contract.company_id,
        site_ids: contract.site_ids,
        position,
        action: line.action,
        item: line.item,
        label: line.label,
        label_en: line.labelEn,
        quantity_before: line.before,
        quantity_after: line.after,
      }),
    )
    await tx.run(
      db.insertInto('order_item_amounts').values({
        order_item_id: id,
        order_id: orderId,
        payer_id: contract.payer_id,
        company_id: contract.company_id,
        one_off_cents: line.oneOff,
        monthly_cents: line.monthly,
      }),
    )
  }
}

/**
 * Orders a termination as it was confirmed. The contract is locked, everything is computed again, and another result than the one on the
 * screen is refused with the new one.
 */
export const placeTermination = async (tx: ScopedTransaction, reference: string, confirmed: ConfirmedTermination): Promise<Termination> => {
  const { scope } = tx
  const locked = await contractInHands(tx, reference)
  if (!mayAskTermination(scope, locked)) throw new Problem('forbidden')
  const refusal = refusalOfContract(locked)
  if (refusal) throw new Problem(refusals[refusal])

  const today = dayOf(tx.now).toString()
  const wish: TerminationWish = { wishedOn: confirmed.wishedOn, requestedOn: confirmed.receivedOn ?? today, origin: confirmed.origin }
  judgeWish(wish, today)
  const known = await factsOf(tx, reference)
  const computed = computeTermination(known, wish, today)
  if (confirmed.effectiveOn < computed.earliestOn) throw fieldProblem('effectiveOn', 'date_before_notice')
  const { cost } = computed
  if (confirmed.version !== locked.version || confirmed.effectiveOn !== computed.effectiveOn || confirmed.totalCents !== cost.totalCents)
    throw new Problem('version_conflict', { current: presentPreview(scope, known, computed) })

  const order = await writeOrder(tx, known, computed)
  await writeItems(tx, order.id, known, computed)
  const termination = {
    id: newId(),
    subscription_id: locked.id,
    order_id: order.id,
    company_id: locked.company_id,
    site_ids: locked.site_ids,
    state: 'pending',
    origin: wish.origin,
    requested_on: wish.requestedOn,
    wished_on: wish.wishedOn,
    notice_count: computed.notice.count,
    notice_unit: computed.notice.unit,
    effective_on: computed.effectiveOn,
    billed_until: cost.billedUntil,
    remaining_months: cost.remainingMonths,
    reason: confirmed.reason || null,
    requested_at: tx.now,
    requested_by_name: actorNameFor(scope, locked.company_id),
  }
  const amounts = { one_off_cents: cost.oneOffCents, penalty_cents: cost.penaltyCents }
  await tx.run(db.insertInto('terminations').values(termination))
  await tx.run(
    db
      .insertInto('termination_amounts')
      .values({ termination_id: termination.id, payer_id: locked.payer_id, company_id: locked.company_id, ...amounts }),
  )
  await requestTermination(tx, locked.id)
  await recordLastOrder(tx, locked.id, { ...order, kind: 'termination', state: 'submitted' })
  await recordActivity(tx, {
    companyId: locked.company_id,
    siteId: locked.site_id,
    action: 'subscription.termination_requested',
    objectKind: 'subscription',
    objectReference: locked.reference,
    objectLabel: locked.name,
    after: { order: order.reference, origin: wish.origin, wishedOn: wish.wishedOn, effectiveOn: computed.effectiveOn },
  })
  await publishEvent(tx, terminationRequested, {
    companyId: locked.company_id,
    siteId: locked.site_ids.length === 1 ? locked.site_id : null,
    objectReference: locked.reference,
    parameters: { offer: locked.name, company: locked.company_name, effectiveOn: computed.effectiveOn, by: termination.requested_by_name },
  })
  await terminationMailsJob.enqueue(tx, { terminationId: termination.id, news: 'requested' })
  await announceOrder(tx, order)
  return presentTermination(termination, order.reference, amounts)
}
