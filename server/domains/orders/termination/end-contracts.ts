import { dayOf } from '../../../platform/clock.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { oneByOne } from '../../../platform/jobs/one-by-one.ts'
import { type PeriodicJob, periodicPayload } from '../../../platform/jobs/periodic.ts'
import { announceChange } from '../../activity/announce-change.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import { closeServices } from '../../services/close-services.ts'
import { terminateSubscription } from '../../subscriptions/end-subscription.ts'
import { lockSubscription } from '../../subscriptions/lock-subscription.ts'
import { holdOrder } from '../life/lock-order.ts'
import { moveOrder } from '../life/move-order.ts'
import { terminationDelivered } from '../news/order-events.ts'
import { terminationAfter } from './termination-lifecycle.ts'
import { terminationTold } from './termination-mails.ts'

/** Ends the contracts whose day has come. */
export const endContractsJob = defineJob('orders.end_contracts', periodicPayload)

/** At night, and again by day: a contract that could not end then does not wait for the next night. */
export const endContractsPeriodicJobs: readonly PeriodicJob[] = [{ identifier: endContractsJob.identifier, schedule: { everyMinutes: 60 } }]

type InTransaction = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

const dueTermination = (today: string) =>
  db
    .selectFrom('terminations as t')
    .innerJoin('subscriptions as s', 's.id', 't.subscription_id')
    .where('t.state', '=', 'pending')
    .where('t.effective_on', '<=', today)
    .orderBy('t.effective_on')
    .orderBy('t.id')
    .select(['s.id', 's.reference'])

/** One contract, in a transaction of its own: its services close on its day, which may be earlier than today when no worker ran. */
const endContract = async (tx: Transaction, subscriptionId: string): Promise<void> => {
  const contract = await lockSubscription(tx, subscriptionId)
  const termination = await tx.first(
    db.selectFrom('terminations').selectAll().where('subscription_id', '=', contract.id).where('state', '=', 'pending').forUpdate(),
  )
  // Withdrawn, or ended by another worker, since it was looked for.
  if (!termination || termination.effective_on > dayOf(tx.now).toString() || contract.state !== 'termination_requested') return
  const day = termination.effective_on
  const services = await closeServices(tx, contract.id, day)
  await terminateSubscription(tx, contract.id, day)
  const state = terminationAfter(termination.state, 'take_effect', 'carrier')
  if (state === null) throw new Error(`The termination of ${contract.reference} is over.`)
  await tx.run(
    db
      .updateTable('terminations')
      .set({ state, closed_at: tx.now, version: termination.version + 1 })
      .where('id', '=', termination.id),
  )
  const order = await moveOrder(tx, await holdOrder(tx, termination.order_id), 'take_effect', 'carrier', { delivered_on: day })
  await recordActivityOf(
    tx,
    { userId: null, name: 'Portail', companyId: null, companyName: null, universe: null, ip: null, requestId: null },
    {
      companyId: contract.company_id,
      siteId: contract.site_id,
      action: 'subscription.terminated',
      objectKind: 'subscription',
      objectReference: contract.reference,
      objectLabel: contract.name,
      before: { state: contract.state },
      after: { state: 'terminated', terminatedOn: day, services: services.length },
    },
  )
  await announceChange(tx, contract.company_id, 'subscription')
  const site =
    contract.site_ids.length === 1 ? await tx.first(db.selectFrom('sites').where('id', '=', contract.site_id).select('name')) : null
  await publishEvent(tx, terminationDelivered, {
    mails: terminationTold.about({ terminationId: termination.id, news: 'effective' }),
    companyId: contract.company_id,
    siteId: contract.site_ids.length === 1 ? contract.site_id : null,
    objectReference: order.reference,
    parameters: { offer: contract.name, company: contract.company_name, site: site?.name ?? null, contract: contract.reference },
  })
}

/**
 * Ends everything that is due, one contract per transaction; safe to run twice and by several workers. One that cannot end keeps no other from
 * ending. Returns how many were looked at.
 */
export const endContracts = async (inTransaction: InTransaction, signal?: AbortSignal): Promise<number> => {
  const due = await inTransaction((tx) => tx.all(dueTermination(dayOf(tx.now).toString())))
  await oneByOne(
    due,
    ({ reference }) => reference,
    ({ id }) => inTransaction((tx) => endContract(tx, id)),
    signal,
  )
  return due.length
}
