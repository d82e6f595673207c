import type { Order, OrderDecision, OrderRow } from '#api/orders/reading/orders'
import { isAtRisk, openDays } from '#api/orders/rules/late-risk'
import { orderWords } from '#api/orders/words'
import { orderStateWords } from '#api/rules/order-words'
import { isRunning, type OrderKind, type OrderState } from '#api/subscriptions/rules/operations'
import { isStepLate, type WhenFacts, whenOf } from '#api/subscriptions/rules/when'
import { whenInWords } from '#api/subscriptions/when'
import { orderKindWords } from '#api/subscriptions/words'
import { dayOf } from '../../../platform/clock.ts'
import type { Scope } from '../../../platform/context.ts'
import type { RowsOf } from '../../../platform/db/query.ts'
import { dayColumn, type ExportColumn, instantColumn, textColumn } from '../../../platform/lists/export-columns.ts'
import { staffName } from '../../activity/staff-name.ts'
import { type OrderFacts, orderAbilities, stepAbilities } from '../life/order.policy.ts'
import type * as orders from './order.repository.ts'
import { formInWords, totalsOf } from './order-words.ts'

type Rows<Name extends keyof typeof orders> = (typeof orders)[Name] extends (reference: string) => infer Q ? RowsOf<Q> : never

/** What any reader of an order is given. */
export interface OrderParts {
  readonly order: orders.OrderRecord
  readonly sites: Rows<'sites'>
  readonly items: Rows<'items'>
  readonly steps: Rows<'steps'>
  readonly comments: Rows<'comments'>
  readonly documents: Rows<'documents'>
  readonly amendments: Rows<'amendments'>
  readonly together: Rows<'together'>
  readonly decisions: Rows<'decisions'>
}

/** What only some readers may ask the database: nobody without amounts, the rest to the carrier's people. */
export interface ReservedParts {
  readonly itemAmounts: Rows<'itemAmounts'>
  readonly amendmentAmounts: Rows<'amendmentAmounts'>
  readonly notes: Rows<'notes'> | null
  readonly usualDays: Rows<'usualDays'>[number] | undefined | null
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

/** What an order's row keeps of its days. */
export const whenFacts = (
  row: Pick<
    orders.OrderListRow,
    'state' | 'delivered_on' | 'planned_on' | 'wished_on' | 'next_due_on' | 'next_due_by' | 'steps_end_on' | 'waits_for'
  >,
): WhenFacts => ({
  state: row.state,
  deliveredOn: row.delivered_on,
  plannedOn: row.planned_on,
  wishedOn: row.wished_on,
  dueOn: row.next_due_on,
  dueBy: row.next_due_by,
  stepsEndOn: row.steps_end_on,
  waitsFor: row.waits_for,
})

export const presentOrderRow = (row: orders.OrderListRow, today: string): OrderRow => ({
  reference: row.reference,
  kind: row.kind,
  state: row.state,
  offer: { code: row.offer_code, name: row.offer_name, nameEn: row.offer_name_en, family: row.offer_family },
  subscription: row.subscription_reference,
  company: { reference: row.company_reference, name: row.company_name },
  site: { name: row.site_name ?? '', city: row.site_city },
  pilot: row.pilot_name,
  purchaseOrder: row.purchase_order,
  placedAt: row.placed_at.toISOString(),
  wishedOn: row.wished_on,
  plannedOn: row.planned_on,
  deliveredOn: row.delivered_on,
  blockedBy: row.blocked_step_id === null ? null : row.waits_for,
  when: whenOf(whenFacts(row), today),
})

/** What any list of orders is exported with. */
export const orderColumns = <Row extends OrderRow>(): readonly ExportColumn<Row>[] => [
  textColumn(orderWords.reference, ({ reference }) => reference),
  textColumn(orderWords.state, ({ state }) => orderStateWords[state]),
  textColumn(orderWords.kind, ({ kind }) => orderKindWords[kind]),
  textColumn(orderWords.offer, ({ offer }) => ({ fr: offer.name, en: offer.nameEn })),
  textColumn(orderWords.company, ({ company }) => company.name),
  textColumn(orderWords.companyReference, ({ company }) => company.reference),
  textColumn(orderWords.site, ({ site }) => site.name),
  textColumn(orderWords.city, ({ site }) => site.city),
  textColumn(orderWords.contract, ({ subscription }) => subscription),
  textColumn(orderWords.pilot, ({ pilot }) => pilot ?? orderWords.noPilot),
  textColumn(orderWords.purchaseOrder, ({ purchaseOrder }) => purchaseOrder),
  instantColumn(orderWords.placedAt, ({ placedAt }) => placedAt),
  dayColumn(orderWords.wishedOn, ({ wishedOn }) => wishedOn),
  dayColumn(orderWords.plannedOn, ({ plannedOn }) => plannedOn),
  dayColumn(orderWords.deliveredOn, ({ deliveredOn, when }) => deliveredOn ?? whenInWords(when)),
]

export const factsOf = (row: {
  readonly kind: OrderKind
  readonly state: OrderState
  readonly payer_id: string
  readonly site_ids: string[]
  readonly pilot_user_id: string | null
}): OrderFacts => ({
  kind: row.kind,
  state: row.state,
  payerId: row.payer_id,
  siteIds: row.site_ids,
  pilotUserId: row.pilot_user_id,
})

/** A name as the reader may know it: the carrier's people have a short one outside. */
const nameFor = (scope: Scope, name: string, universe: string): string =>
  universe === 'carrier' && scope.universe !== 'carrier' ? staffName(name.replace(/ \(exploitant\)$/, '')) : name

const presentSteps = (scope: Scope, { order, steps }: OrderParts, today: string): Order['steps'] =>
  steps.map((step) => {
    const state = step.state
    const blockedAt = step.blocked_at
    return {
      id: step.id,
      position: step.position,
      label: { fr: step.label, en: step.label_en },
      actor: step.actor,
      state,
      plannedOn: step.planned_on,
      doneOn: step.done_on,
      doneBy: step.done_by_name,
      blocked:
        step.blocked_by !== null && step.blocked_cause !== null && blockedAt !== null
          ? { by: step.blocked_by, cause: step.blocked_cause, since: blockedAt.toISOString() }
          : null,
      isLate: isStepLate({ state, plannedOn: step.planned_on }, order.state, today),
      version: step.version,
      abilities: stepAbilities(scope, factsOf(order), state),
    }
  })

const presentAmendments = (parts: OrderParts, reserved: ReservedParts | null): Order['amendments'] =>
  parts.amendments.map((amendment) => {
    const paid = reserved?.amendmentAmounts.find((row) => row.amendment_id === amendment.id)
    return {
      id: amendment.id,
      at: amendment.at.toISOString(),
      author: amendment.author_name,
      reason: amendment.reason,
      changes: amendment.changes,
      amounts: paid
        ? {
            before: { oneOffCents: paid.one_off_before_cents, monthlyCents: paid.monthly_before_cents },
            after: { oneOffCents: paid.one_off_after_cents, monthlyCents: paid.monthly_after_cents },
          }
        : null,
    }
  })

export const presentComment = (scope: Scope, comment: OrderParts['comments'][number]): Order['comments'][number] => ({
  id: comment.id,
  at: comment.at.toISOString(),
  author: nameFor(scope, comment.author_name, comment.author_universe),
  universe: comment.author_universe,
  isOurs: comment.author_universe === scope.universe,
  body: comment.body,
})

export const presentDocument = (row: Omit<OrderParts['documents'][number], 'storage_key'>): Order['documents'][number] => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  createdAt: row.created_at.toISOString(),
  internal: row.internal,
})

const decisionKinds: Readonly<Record<string, OrderDecision['kind']>> = {
  'order.validated': 'validated',
  'order.refused': 'refused',
  'order.cancelled': 'cancelled',
  'order.declared_impossible': 'impossible',
}

/** Each decision once: the history and the acceptance of the terms name the same person. */
const presentDecisions = ({ decisions }: OrderParts): OrderDecision[] => {
  const told = new Map<OrderDecision['kind'], OrderDecision>()
  for (const { action, by, at } of decisions) {
    const kind = decisionKinds[action]
    if (kind && !told.has(kind)) told.set(kind, { kind, by, at: at.toISOString() })
  }
  return [...told.values()]
}

export const presentOrder = (scope: Scope, now: Date, parts: OrderParts, reserved: ReservedParts | null): Order => {
  const { order, sites, items } = parts
  const notes = reserved?.notes ?? null
  const usualDays = reserved?.usualDays?.p80_days ?? null
  const today = dayOf(now).toString()
  const values = order.values
  const paid = new Map(reserved?.itemAmounts.map((row) => [row.order_item_id, row]))
  // Row security may hide amounts (another payer, of before): then there is no total rather than a wrong one.
  const priced = items.flatMap((item) => {
    const amount = paid.get(item.id)
    return amount ? [{ ...item, ...amount }] : []
  })
  const isOpen = isRunning(order.state) && order.submitted_at !== null
  const open = order.submitted_at ? openDays(dayOf(order.submitted_at).toString(), order.delivered_on ?? today) : 0
  return {
    ...presentOrderRow(order, today),
    subscription: { reference: order.subscription_reference, name: order.subscription_name, state: order.subscription_state },
    payerReference: order.payer_reference,
    sites: sites.map(({ id, name, street, postcode, city }) => ({ id, name, street, postcode, city })),
    onsiteContact: order.onsite_contact_name === null ? null : { name: order.onsite_contact_name, phone: order.onsite_contact_phone },
    quantity: { before: order.quantity_before, after: order.quantity_after },
    characteristics: formInWords(order.definition, values, new Map(sites.map(({ id, name }) => [id, name]))),
    values,
    offerVersionId: order.offer_version_id,
    commitmentMonths: order.commitment_months,
    placedBy: nameFor(scope, order.placed_by_name, order.placed_universe),
    placedUniverse: order.placed_universe,
    submittedAt: instant(order.submitted_at),
    takenAt: instant(order.taken_at),
    closedAt: instant(order.closed_at),
    closingReason: order.closing_reason,
    decisions: presentDecisions(parts),
    items: items.map((item) => ({
      action: item.action,
      item: item.item,
      label: { fr: item.label, en: item.label_en },
      quantityBefore: item.quantity_before,
      quantityAfter: item.quantity_after,
      oneOffCents: paid.get(item.id)?.one_off_cents ?? null,
      monthlyCents: paid.get(item.id)?.monthly_cents ?? null,
    })),
    totals: reserved && priced.length === items.length ? totalsOf(priced) : null,
    steps: presentSteps(scope, parts, today),
    comments: parts.comments.map((comment) => presentComment(scope, comment)),
    notes: (notes ?? []).map(({ id, at, author_name, body }) => ({ id, at: at.toISOString(), author: author_name, body })),
    documents: parts.documents.map(presentDocument),
    amendments: presentAmendments(parts, reserved),
    together: parts.together.map((other) => ({
      reference: other.reference,
      offerName: other.offer_name,
      offerNameEn: other.offer_name_en,
      state: other.state,
    })),
    risk: notes && { atRisk: isOpen && isAtRisk(open, usualDays), openDays: open, usualDays },
    version: order.version,
    abilities: orderAbilities(scope, factsOf(order)),
  }
}
