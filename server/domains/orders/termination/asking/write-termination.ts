import type { ModificationItem } from '#api/catalog/rules/modification'
import type { Termination } from '#api/orders/termination/terminations'
import type { OrderState } from '#api/subscriptions/rules/operations'
import type { ScopedTransaction } from '../../../../platform/context.ts'
import { db } from '../../../../platform/db/query.ts'
import { newId } from '../../../../platform/ids.ts'
import { actorNameFor, recordActivity } from '../../../activity/record-activity.ts'
import { publishEvent } from '../../../notifications/delivery/publish-event.ts'
import { requestTermination } from '../../../subscriptions/end-subscription.ts'
import { recordLastOrder } from '../../../subscriptions/record-last-order.ts'
import { announceOrder } from '../../life/move-order.ts'
import { writeItems } from '../../life/order-items.ts'
import { writePaperJob } from '../../papers/paper-jobs.ts'
import type { ComputedTermination } from '../compute-termination.ts'
import { presentTermination } from '../termination.presenter.ts'
import { terminationRequested } from '../termination-events.ts'
import type { TerminationFacts } from '../termination-facts.ts'
import { terminationTold } from '../termination-mails.ts'

export interface TerminationOrder {
  readonly id: string
  readonly number: number
  readonly reference: string
  readonly company_id: string
  readonly ambassador_id: string | null
  readonly operator_id: string | null
  readonly site_ids: string[]
}

/** The order « Résiliation », for the wished day: submitted, or waiting for the client. */
export const writeTerminationOrder = async (
  tx: ScopedTransaction,
  { contract }: Pick<TerminationFacts, 'contract'>,
  wishedOn: string,
  state: Extract<OrderState, 'awaiting_client' | 'submitted'>,
): Promise<TerminationOrder> => {
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
        state,
        offer_id: contract.offer_id,
        offer_version_id: contract.offer_version_id,
        offer_name: contract.name,
        values: JSON.stringify(contract.values ?? {}),
        quantity_before: contract.quantity,
        quantity_after: 0,
        wished_on: wishedOn,
        placed_at: tx.now,
        placed_by_user_id: tx.scope.userId,
        placed_by_name: actorNameFor(tx.scope, contract.company_id),
        placed_universe: tx.scope.universe,
        submitted_at: state === 'submitted' ? tx.now : null,
      })
      .returning(['id', 'number', 'reference', 'company_id', 'ambassador_id', 'operator_id', 'site_ids']),
  )
  if (!order) throw new Error('The order was not written.')
  return order
}

/** What the order changes, in lines: the fee that ends, the one-off fee, the penalties. */
const itemsOf = ({ contract }: TerminationFacts, { cost, monthlyCents }: ComputedTermination): ModificationItem[] => {
  const once = (item: string, fr: string, en: string, cents: number): ModificationItem => ({
    action: 'add',
    item,
    label: { fr, en },
    quantityBefore: null,
    quantityAfter: 1,
    unitOneOffCents: cents,
    unitMonthlyCents: 0,
  })
  return [
    {
      action: 'delete',
      item: 'base',
      label: { fr: contract.name, en: contract.name },
      quantityBefore: 1,
      quantityAfter: 0,
      unitOneOffCents: 0,
      unitMonthlyCents: monthlyCents,
    },
    ...(cost.oneOffCents > 0 ? [once('termination', 'Frais de résiliation', 'Termination fee', cost.oneOffCents)] : []),
    ...cost.penalties.map(({ label, months, cents }) =>
      once('penalty', `Mois restants : ${label} (${months})`, `Remaining months: ${label} (${months})`, cents),
    ),
  ]
}

/** The contract will end on its day: items and costs, its state, who is told. The order is already submitted, and the contract locked. */
export const writeTermination = async (
  tx: ScopedTransaction,
  known: TerminationFacts,
  computed: ComputedTermination,
  { order, reason }: { readonly order: TerminationOrder; readonly reason: string | null },
): Promise<Termination> => {
  const { contract } = known
  const { cost } = computed
  await writeItems(tx, { id: order.id, company_id: contract.company_id, site_ids: contract.site_ids }, itemsOf(known, computed))
  const termination = {
    id: newId(),
    subscription_id: contract.id,
    order_id: order.id,
    company_id: contract.company_id,
    site_ids: contract.site_ids,
    state: 'pending' as const,
    origin: computed.origin,
    requested_on: computed.requestedOn,
    wished_on: computed.wishedOn,
    notice_count: computed.notice.count,
    notice_unit: computed.notice.unit,
    effective_on: computed.effectiveOn,
    billed_until: cost.billedUntil,
    remaining_months: cost.remainingMonths,
    reason,
    requested_at: tx.now,
    requested_by_name: actorNameFor(tx.scope, contract.company_id),
  }
  const amounts = { one_off_cents: cost.oneOffCents, penalty_cents: cost.penaltyCents }
  await tx.run(db.insertInto('terminations').values(termination))
  await tx.run(
    db
      .insertInto('termination_amounts')
      .values({ termination_id: termination.id, payer_id: contract.payer_id, company_id: contract.company_id, ...amounts }),
  )
  await requestTermination(tx, contract.id)
  await recordLastOrder(tx, contract.id, { ...order, kind: 'termination', state: 'submitted' })
  await recordActivity(tx, {
    companyId: contract.company_id,
    siteId: contract.site_id,
    action: 'subscription.termination_requested',
    objectKind: 'subscription',
    objectReference: contract.reference,
    objectLabel: contract.name,
    after: { order: order.reference, origin: computed.origin, wishedOn: computed.wishedOn, effectiveOn: computed.effectiveOn },
  })
  await publishEvent(tx, terminationRequested, {
    mails: terminationTold.about({ terminationId: termination.id, news: 'requested' }),
    companyId: contract.company_id,
    siteId: contract.site_ids.length === 1 ? contract.site_id : null,
    objectReference: contract.reference,
    parameters: {
      offer: contract.name,
      company: contract.company_name,
      effectiveOn: computed.effectiveOn,
      by: termination.requested_by_name,
    },
  })
  await writePaperJob.enqueue(tx, { orderId: order.id, paper: 'termination_notice' })
  await announceOrder(tx, order)
  return presentTermination(termination, order.reference, amounts)
}
