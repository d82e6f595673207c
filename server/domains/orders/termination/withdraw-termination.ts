import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { actorNameFor, recordActivity } from '../../activity/record-activity.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import { withdrawTermination as reactivate } from '../../subscriptions/end-subscription.ts'
import { holdOrder } from '../life/lock-order.ts'
import { moveOrder } from '../life/move-order.ts'
import { contractInHands } from './contract-in-hands.ts'
import { mayAskTermination, mayWithdraw } from './termination.policy.ts'
import { terminationWithdrawn } from './termination-events.ts'
import { pendingTermination } from './termination-facts.ts'
import { terminationAfter } from './termination-lifecycle.ts'
import { terminationTold } from './termination-mails.ts'

/** The contract goes on as before; the order stays in the history as cancelled. @throws Problem conflict from the effective day on, or a port-out */
export const withdrawTermination = async (tx: ScopedTransaction, reference: string): Promise<void> => {
  const { scope } = tx
  const contract = await contractInHands(tx, reference)
  if (!mayAskTermination(scope, contract)) throw new Problem('forbidden')
  const termination = await tx.first(pendingTermination(contract.id).forUpdate())
  const facts = termination && {
    state: termination.state,
    origin: termination.origin,
    effectiveOn: termination.effective_on,
  }
  if (!facts || !mayWithdraw(scope, contract, facts, dayOf(tx.now).toString())) throw new Problem('conflict')
  const by = actorNameFor(scope, contract.company_id)
  const actor = scope.universe === 'carrier' ? 'carrier' : 'customer'
  const state = terminationAfter(termination.state, 'withdraw', actor)
  if (state === null) throw new Problem('conflict')
  await tx.run(
    db
      .updateTable('terminations')
      .set({ state, withdrawn_at: tx.now, withdrawn_by_name: by, version: termination.version + 1 })
      .where('id', '=', termination.id),
  )
  const order = await moveOrder(tx, await holdOrder(tx, termination.order_id), 'withdraw', actor)
  await reactivate(tx, contract.id)
  await recordActivity(tx, {
    companyId: contract.company_id,
    siteId: contract.site_id,
    action: 'subscription.termination_withdrawn',
    objectKind: 'subscription',
    objectReference: contract.reference,
    objectLabel: contract.name,
    before: { order: order.reference, effectiveOn: termination.effective_on },
  })
  await publishEvent(tx, terminationWithdrawn, {
    mails: terminationTold.about({ terminationId: termination.id, news: 'withdrawn' }),
    companyId: contract.company_id,
    siteId: contract.site_ids.length === 1 ? contract.site_id : null,
    objectReference: contract.reference,
    parameters: { offer: contract.name, company: contract.company_name, by },
  })
}
