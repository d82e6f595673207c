import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { BodyOf } from '#api/endpoint'
import type { completeDelivery as endpoint } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import { isOpenStep } from '#api/orders/rules/step-lifecycle'
import { compareDates } from '#api/rules/civil-date'
import type { FeeLine } from '#api/subscriptions/rules/fee-line'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { actorNameFor } from '../../activity/record-activity.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import { orderDelivered } from '../../notifications/first-events.ts'
import { createServices, servicesOf } from '../../services/create-services.ts'
import { activateSubscription, amendSubscription, type StartedCommitment } from '../../subscriptions/activate-subscription.ts'
import type { SubscriptionRow } from '../../subscriptions/lock-subscription.ts'
import { checkVersion, type LockedOrder, lockOrder } from '../life/lock-order.ts'
import { moveOrder } from '../life/move-order.ts'
import { pricedItems } from '../life/order-items.ts'
import { recordOrder } from '../life/record-order.ts'
import { modificationDelivered } from '../news/order-events.ts'
import { aboutOrder, orderTold } from '../news/tell-customer.ts'
import { writePaperJob } from '../papers/paper-jobs.ts'
import { totalsOf, unitsAdded } from '../reading/order-words.ts'
import { readOrder } from '../reading/read-order.ts'
import { deliverModification } from './deliver-modification.ts'
import { piloted, selfAsPilot } from './take-over.ts'

type Body = BodyOf<typeof endpoint>

/** Everything is done, or said to be; what is blocked never is. */
const finishSteps = async (tx: ScopedTransaction, order: LockedOrder, { deliveredOn, finishSteps: said }: Body): Promise<void> => {
  const steps = await tx.all(db.selectFrom('order_steps').where('order_id', '=', order.id).select(['id', 'state', 'label']))
  if (steps.some(({ state }) => state === 'blocked')) throw fieldProblem('finishSteps', 'step_blocked')
  if (!steps.some(({ state }) => isOpenStep(state))) return
  if (said !== true) throw fieldProblem('finishSteps', 'steps_open')
  await tx.run(
    db
      .updateTable('order_steps')
      .set((step) => ({
        state: 'done',
        done_on: deliveredOn,
        done_by_name: actorNameFor(tx.scope, order.company_id),
        version: step('version', '+', 1),
      }))
      .where('order_id', '=', order.id)
      .where('state', 'in', ['to_do', 'in_progress']),
  )
}

const checkDay = (tx: Transaction, order: LockedOrder, day: string): void => {
  if (compareDates(day, dayOf(tx.now).toString()) > 0) throw fieldProblem('deliveredOn', 'date_future')
  if (compareDates(day, dayOf(order.submitted_at ?? order.placed_at).toString()) < 0)
    throw fieldProblem('deliveredOn', 'delivered_before_order')
}

const definitionOf = async (tx: Transaction, versionId: string): Promise<OfferDefinition> => {
  const version = await tx.first(db.selectFrom('offer_versions').where('id', '=', versionId).select('definition'))
  if (!version) throw new Problem('not_found')
  return version.definition
}

const pricesOf = async (tx: Transaction, subscriptionId: string) => {
  const prices = await tx.first(db.selectFrom('subscription_prices').where('subscription_id', '=', subscriptionId).selectAll())
  if (!prices) throw new Problem('not_found')
  return { ...prices, lines: prices.lines }
}

/** What its company consented to when it ordered or validated goes to the contract. */
const consentOf = (order: LockedOrder): { readonly longCommitmentWaiver?: true } =>
  order.long_commitment_waiver ? { longCommitmentWaiver: true } : {}

/** The contract begins: active and committed from the day of its delivery. */
const deliverCreation = async (tx: Transaction, order: LockedOrder, day: string): Promise<void> => {
  const { monthly_cents } = await pricesOf(tx, order.subscription_id)
  const commitment: StartedCommitment = {
    orderId: order.id,
    label: order.offer_name,
    months: order.commitment_months,
    monthlyCents: monthly_cents,
  }
  await activateSubscription(tx, order.subscription_id, { day, commitment, ...consentOf(order) })
}

/** What an addition brings is added to the contract's form, fee and commitments; the rest of the contract stays. */
const deliverAddition = async (tx: Transaction, order: LockedOrder, subscription: SubscriptionRow, day: string): Promise<void> => {
  const items = await tx.all(pricedItems(order.id))
  const added = totalsOf(items)
  const prices = await pricesOf(tx, order.subscription_id)
  const lines = items.map((item): FeeLine => {
    const units = unitsAdded(item)
    return {
      item: `${order.reference}:${item.item}`,
      label: { fr: `${order.offer_name} – ${item.label}`, en: `${order.offer_name} – ${item.label_en}` },
      quantity: units,
      oneOffCents: Math.round(item.one_off_cents * units),
      monthlyCents: Math.round(item.monthly_cents * units),
    }
  })
  const { quantityKey } = await definitionOf(tx, subscription.offer_version_id)
  const quantity = order.quantity_after ?? subscription.quantity
  const own = subscription.values
  await amendSubscription(tx, order.subscription_id, {
    day,
    quantity,
    values: quantityKey === undefined ? own : { ...own, [quantityKey]: quantity },
    ...consentOf(order),
    prices: {
      oneOffCents: Math.max(0, prices.one_off_cents + added.oneOffCents),
      monthlyCents: Math.max(0, prices.monthly_cents + added.monthlyCents),
      terminationCents: prices.termination_cents,
      lines: [...prices.lines, ...lines],
    },
    commitment: {
      orderId: order.id,
      label: order.offer_name,
      months: order.commitment_months,
      monthlyCents: Math.max(0, added.monthlyCents),
    },
  })
}

/** What the order does to its contract and services. */
const bring = async (tx: Transaction, order: LockedOrder, subscription: SubscriptionRow, day: string) => {
  if (order.kind === 'modification') return deliverModification(tx, order, subscription, day)
  if (order.kind === 'creation') await deliverCreation(tx, order, day)
  else await deliverAddition(tx, order, subscription, day)
  const definition = await definitionOf(tx, order.offer_version_id)
  const services = servicesOf(definition, {
    siteId: order.site_id,
    siteIds: order.site_ids,
    values: order.values,
  })
  return { created: await createServices(tx, order.subscription_id, services, day), closed: [] }
}

const tell = async (tx: Transaction, order: LockedOrder): Promise<void> => {
  const about = { ...(await aboutOrder(tx, order)), mails: orderTold.about({ orderId: order.id, news: 'delivered', detail: '' }) }
  if (order.kind === 'modification') await publishEvent(tx, modificationDelivered, about)
  else {
    const { offer, company, site } = about.parameters
    await publishEvent(tx, orderDelivered, { ...about, parameters: { offer, company, site } })
  }
}

/**
 * « Commande livrée »: in one transaction the contract is active or amended from that day, its commitment starts, its services and accountcodes
 * exist, and the delivery note and the mails are on their way.
 */
export const completeDelivery = async (tx: ScopedTransaction, reference: string, body: Body): Promise<Order> => {
  const { order, subscription } = await lockOrder(tx, reference)
  await checkVersion(tx, order, body.version, order.version)
  const { deliveredOn: day } = body
  const pilot = order.pilot_user_id === null ? piloted(selfAsPilot(tx), tx.now) : {}
  // The state is judged before the form: an order that cannot be delivered says so whatever was typed.
  const moved = await moveOrder(tx, order, 'deliver', 'carrier', { ...pilot, delivered_on: day })
  checkDay(tx, order, day)
  await finishSteps(tx, order, body)
  const { created, closed } = await bring(tx, order, subscription, day)
  await recordOrder(tx, order, 'order.delivered', {
    before: { state: order.state },
    after: {
      state: moved.state,
      deliveredOn: day,
      services: created.map((service) => service.reference),
      ...(closed.length > 0 ? { closedServices: closed } : {}),
    },
  })
  await tell(tx, moved)
  await writePaperJob.enqueue(tx, { orderId: order.id, paper: 'delivery_note' })
  return readOrder(tx, reference)
}
