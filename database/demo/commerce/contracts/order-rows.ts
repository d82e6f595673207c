import { demoId } from '../../identifiers.ts'
import { demoOfferId } from '../catalogue/load-catalogue.ts'
import type { DemoContract, DemoOrder } from './demo-contract.ts'
import { kinds, room } from './row-ids.ts'
import { at, type ContractLoad, payer, payerColumns, tenant, tenantColumns } from './row-parts.ts'

const orders: ContractLoad = {
  table: 'orders',
  columns: [
    'id',
    'number',
    'subscription_id',
    ...tenantColumns,
    'payer_id',
    'site_id',
    'site_ids',
    'kind',
    'state',
    'offer_id',
    'offer_version_id',
    'offer_name',
    'company_name',
    'values',
    'quantity_before',
    'quantity_after',
    'commitment_months',
    'wished_on',
    'placed_at',
    'placed_by_user_id',
    'placed_by_name',
    'placed_universe',
    'onsite_contact_id',
    'onsite_contact_name',
    'onsite_contact_phone',
    'submitted_at',
    'pilot_user_id',
    'pilot_name',
    'taken_at',
    'planned_on',
    'delivered_on',
    'closed_at',
    'closing_reason',
  ],
  rows: (contract) =>
    contract.orders.map((order) => [
      order.id,
      order.number,
      contract.id,
      ...tenant(contract),
      contract.plan.customer.payerId,
      contract.siteId,
      contract.siteIds,
      order.kind,
      order.state,
      demoOfferId(order.offer.code),
      order.version.id,
      order.offer.name.fr,
      contract.plan.customer.name,
      JSON.stringify(order.values),
      order.quantityBefore,
      order.quantityAfter,
      order.months,
      order.wishedOn,
      at(order.placedOn),
      order.placedBy.userId,
      order.placedBy.name,
      order.placedBy.universe,
      contract.plan.customer.onsite?.id ?? null,
      contract.plan.customer.onsite?.name ?? null,
      contract.plan.customer.onsite?.phone ?? null,
      order.submitted ? at(order.placedOn, 9) : null,
      order.pilot?.userId ?? null,
      order.pilot?.name ?? null,
      order.pilot ? at(order.placedOn, 10) : null,
      order.plannedOn,
      order.deliveredOn,
      order.closedOn ? at(order.closedOn, 11) : null,
      order.closingReason,
    ]),
}

const ofOrders = function* <T>(
  contract: DemoContract,
  list: (order: DemoOrder) => readonly T[],
): Generator<[DemoOrder, number, T, number]> {
  for (const [rank, order] of contract.orders.entries()) {
    const place = contract.plan.index * room.orders + rank
    for (const [index, one] of list(order).entries()) yield [order, place, one, index]
  }
}
const itemId = (place: number, index: number) => demoId(kinds.item, place * room.items + index)

const items: ContractLoad = {
  table: 'order_items',
  columns: [
    'id',
    'order_id',
    ...tenantColumns,
    'site_ids',
    'position',
    'action',
    'item',
    'label',
    'label_en',
    'quantity_before',
    'quantity_after',
  ],
  *rows(contract) {
    for (const [order, place, item, index] of ofOrders(contract, (one) => one.items))
      yield [
        itemId(place, index),
        order.id,
        ...tenant(contract),
        contract.siteIds,
        index,
        item.action,
        item.item,
        item.label.fr,
        item.label.en,
        item.before,
        item.after,
      ]
  },
}

const itemAmounts: ContractLoad = {
  table: 'order_item_amounts',
  columns: ['order_item_id', 'order_id', ...payerColumns, 'one_off_cents', 'monthly_cents'],
  *rows(contract) {
    for (const [order, place, item, index] of ofOrders(contract, (one) => one.items))
      yield [itemId(place, index), order.id, ...payer(contract), item.oneOffCents, item.monthlyCents]
  },
}

const steps: ContractLoad = {
  table: 'order_steps',
  columns: [
    'id',
    'order_id',
    ...tenantColumns,
    'site_ids',
    'position',
    'label',
    'label_en',
    'actor',
    'state',
    'planned_on',
    'done_on',
    'done_by_name',
    'blocked_by',
    'blocked_cause',
    'blocked_at',
  ],
  *rows(contract) {
    for (const [order, place, step, index] of ofOrders(contract, (one) => one.steps))
      yield [
        demoId(kinds.step, place * room.steps + index),
        order.id,
        ...tenant(contract),
        contract.siteIds,
        index + 1,
        step.label.fr,
        step.label.en,
        step.actor,
        step.state,
        step.plannedOn,
        step.doneOn,
        step.doneBy,
        step.blockedBy,
        step.blockedCause,
        step.blockedOn ? at(step.blockedOn) : null,
      ]
  },
}

const comments: ContractLoad = {
  table: 'order_comments',
  columns: ['id', 'order_id', ...tenantColumns, 'site_ids', 'at', 'author_name', 'author_universe', 'body'],
  *rows(contract) {
    for (const [order, place, one, index] of ofOrders(contract, (each) => each.comments))
      yield [
        demoId(kinds.comment, place * room.steps + index),
        order.id,
        ...tenant(contract),
        contract.siteIds,
        at(one.on, 9 + index),
        one.author,
        one.universe,
        one.body,
      ]
  },
}

const notes: ContractLoad = {
  table: 'order_notes',
  columns: ['id', 'order_id', 'company_id', 'at', 'author_name', 'body'],
  *rows(contract) {
    for (const [order, place, one, index] of ofOrders(contract, (each) => each.notes))
      yield [demoId(kinds.note, place * room.steps + index), order.id, contract.plan.customer.id, at(one.on), one.author, one.body]
  },
}

const terminationId = (contract: DemoContract) => demoId(kinds.termination, contract.plan.index)
const terminations: ContractLoad = {
  table: 'terminations',
  columns: [
    'id',
    'subscription_id',
    'order_id',
    ...tenantColumns,
    'site_ids',
    'state',
    'origin',
    'requested_on',
    'wished_on',
    'notice_count',
    'notice_unit',
    'effective_on',
    'billed_until',
    'remaining_months',
    'requested_at',
    'requested_by_name',
    'withdrawn_at',
    'withdrawn_by_name',
    'closed_at',
  ],
  rows: (contract) => {
    const { termination, plan } = contract
    if (!termination) return []
    const { notice } = plan.offer.definition
    const { order } = termination
    return [
      [
        terminationId(contract),
        contract.id,
        order.id,
        ...tenant(contract),
        contract.siteIds,
        termination.state,
        plan.index % 4 === 0 ? 'letter' : 'portal',
        termination.requestedOn,
        termination.effectiveOn,
        notice.count,
        notice.unit,
        termination.effectiveOn,
        termination.billedUntil,
        termination.remainingMonths,
        at(termination.requestedOn),
        order.placedBy.name,
        termination.withdrawnOn ? at(termination.withdrawnOn, 11) : null,
        termination.withdrawnOn ? order.placedBy.name : null,
        order.closedOn ? at(order.closedOn, 11) : null,
      ],
    ]
  },
}

const terminationAmounts: ContractLoad = {
  table: 'termination_amounts',
  columns: ['termination_id', ...payerColumns, 'one_off_cents', 'penalty_cents'],
  rows: (contract) =>
    contract.termination
      ? [[terminationId(contract), ...payer(contract), contract.termination.oneOffCents, contract.termination.penaltyCents]]
      : [],
}

/** Orders and what hangs from them, each after those that it names. */
export const orderLoads: readonly ContractLoad[] = [orders, items, itemAmounts, steps, comments, notes]
/** After the orders. */
export const terminationLoads: readonly ContractLoad[] = [terminations, terminationAmounts]
