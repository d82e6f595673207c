import type { TerminationOrigin } from '#api/orders/termination/terminations'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { actorNameFor, recordActivity } from '../../activity/record-activity.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import { withdrawTermination as reactivate } from '../../subscriptions/end-subscription.ts'
import { recordLastOrder } from '../../subscriptions/record-last-order.ts'
import { announceOrder } from '../life/move-order.ts'
import { contractInHands } from './contract-in-hands.ts'
import { mayAskTermination, mayWithdraw } from './termination.policy.ts'
import { terminationWithdrawn } from './termination-events.ts'
import { pendingTermination } from './termination-facts.ts'
import { terminationMailsJob } from './termination-mails.ts'

/** The contract goes on as before; the order stays in the history as cancelled. @throws Problem conflict from the effective day on, or a port-out */
export const withdrawTermination = async (tx: ScopedTransaction, reference: string): Promise<void> => {
  const { scope } = tx
  const contract = await contractInHands(tx, reference)
  if (!mayAskTermination(scope, contract)) throw new Problem('forbidden')
  const termination = await tx.first(pendingTermination(contract.id).forUpdate())
  const facts = termination && {
    state: termination.state,
    origin: termination.origin as TerminationOrigin,
    effectiveOn: termination.effective_on,
  }
  if (!facts || !mayWithdraw(scope, contract, facts, dayOf(tx.now).toString())) throw new Problem('conflict')
  const by = actorNameFor(scope, contract.company_id)
  const state = scope.universe === 'carrier' ? 'cancelled' : 'cancelled_by_client'
  await tx.run(
    db
      .updateTable('terminations')
      .set({ state: 'withdrawn', withdrawn_at: tx.now, withdrawn_by_name: by, version: termination.version + 1 })
      .where('id', '=', termination.id),
  )
  const order = await tx.first(
    db
      .updateTable('orders')
      .set({ state, closed_at: tx.now })
      .where('id', '=', termination.order_id)
      .returning(['id', 'number', 'reference', 'company_id', 'ambassador_id', 'operator_id', 'site_ids']),
  )
  if (!order) throw new Problem('conflict')
  await reactivate(tx, contract.id)
  await recordLastOrder(tx, contract.id, { ...order, kind: 'termination', state })
  await recordActivity(tx, {
    companyId: contract.company_id,
    siteId: contract.site_id,
    action: 'subscription.termination_withdrawn',
    objectKind: 'subscription',
    objectReference: contract.reference,
    objectLabel: contract.name,
    before: { order: order.reference, effectiveOn: termination.effective_on },
  })
  const eventId = await publishEvent(tx, terminationWithdrawn, {
    isToldByMailsJob: true,
    companyId: contract.company_id,
    siteId: contract.site_ids.length === 1 ? contract.site_id : null,
    objectReference: contract.reference,
    parameters: { offer: contract.name, company: contract.company_name, by },
  })
  await terminationMailsJob.enqueue(tx, { terminationId: termination.id, news: 'withdrawn', eventId, actorId: scope.userId })
  await announceOrder(tx, order)
}
