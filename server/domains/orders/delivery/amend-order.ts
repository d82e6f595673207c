import { modificationTotals } from '#api/catalog/rules/modification'
import type { CharacteristicValues, OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { BodyOf } from '#api/endpoint'
import type { amendOrder as endpoint } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import { compareDates } from '#api/rules/civil-date'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem } from '../../../platform/problem.ts'
import { actorNameFor } from '../../activity/record-activity.ts'
import { reviseSubscription } from '../../subscriptions/revise-subscription.ts'
import { checkVersion, type LockedOrder, lockOrder } from '../life/lock-order.ts'
import { moveOrder } from '../life/move-order.ts'
import { contractLines, pricedItems, rewriteItems } from '../life/order-items.ts'
import { recordOrder } from '../life/record-order.ts'
import { tellOrderNews } from '../news/tell-customer.ts'
import { writePaperJob } from '../papers/paper-jobs.ts'
import { formInWords, totalsOf } from '../reading/order-words.ts'
import { readOrder } from '../reading/read-order.ts'
import { checkAmendable, weighAmendment } from './weigh-amendment.ts'

type Body = BodyOf<typeof endpoint>
type Changes = Order['amendments'][number]['changes']

const both = (text: string | null) => (text === null ? null : { fr: text, en: text })
const frenchDay = (day: string | null) => (day === null ? null : { fr: day.split('-').reverse().join('/'), en: day })

/** What differs, in words that the customer reads. */
const differences = (
  definition: OfferDefinition,
  order: LockedOrder,
  after: { values: CharacteristicValues; quantity: number; wishedOn: string | null },
): Changes => {
  const before = new Map(formInWords(definition, order.values).map((answer) => [answer.key, answer]))
  const now = new Map(formInWords(definition, after.values).map((answer) => [answer.key, answer]))
  const form = [...new Set([...before.keys(), ...now.keys()])].flatMap((key): Changes => {
    const label = (now.get(key) ?? before.get(key))?.label
    const [was, is] = [before.get(key)?.value ?? null, now.get(key)?.value ?? null]
    const raw = [order.values[key], after.values[key]]
    return label && (JSON.stringify(was) !== JSON.stringify(is) || raw[0] !== raw[1]) ? [{ field: key, label, before: was, after: is }] : []
  })
  return [
    ...(order.quantity_after === after.quantity
      ? []
      : [
          {
            field: 'quantity',
            label: { fr: 'Quantité', en: 'Quantity' },
            before: both(order.quantity_after === null ? null : String(order.quantity_after)),
            after: both(String(after.quantity)),
          },
        ]),
    ...form,
    ...(order.wished_on === after.wishedOn
      ? []
      : [
          {
            field: 'wished_on',
            label: { fr: 'Date souhaitée', en: 'Wished date' },
            before: frenchDay(order.wished_on),
            after: frenchDay(after.wishedOn),
          },
        ]),
  ]
}

const keepAmendment = async (
  tx: ScopedTransaction,
  order: LockedOrder,
  { changes, reason, after }: { changes: Changes; reason: string; after: { readonly oneOffCents: number; readonly monthlyCents: number } },
): Promise<void> => {
  const before = totalsOf(await tx.all(pricedItems(order.id)))
  const id = newId()
  await tx.run(
    db.insertInto('order_amendments').values({
      id,
      order_id: order.id,
      company_id: order.company_id,
      site_ids: order.site_ids,
      at: tx.now,
      author_name: actorNameFor(tx.scope, order.company_id),
      reason,
      changes: JSON.stringify(changes),
    }),
  )
  await tx.run(
    db.insertInto('order_amendment_amounts').values({
      amendment_id: id,
      order_id: order.id,
      payer_id: order.payer_id,
      company_id: order.company_id,
      one_off_before_cents: before.oneOffCents,
      monthly_before_cents: before.monthlyCents,
      one_off_after_cents: after.oneOffCents,
      monthly_after_cents: after.monthlyCents,
    }),
  )
}

/**
 * Changes what a running order asks for, before its delivery, at the prices of the version that was ordered. Before and after are kept, the
 * customer is told.
 */
export const amendOrder = async (tx: ScopedTransaction, reference: string, body: Body): Promise<Order> => {
  const { order, subscription } = await lockOrder(tx, reference)
  await checkVersion(tx, order, body.version, order.version)
  checkAmendable(order)
  const wishedOn = body.wishedOn === undefined ? order.wished_on : body.wishedOn
  if (wishedOn !== null && wishedOn !== order.wished_on && compareDates(wishedOn, dayOf(tx.now).toString()) < 0)
    throw fieldProblem('wishedOn', 'date_past')
  const { definition, values, quantity, priced, items } = await weighAmendment(tx, { order, subscription }, body)
  const changes = differences(definition, order, { values, quantity, wishedOn })
  if (changes.length === 0) throw fieldProblem('reason', 'unchanged')
  await keepAmendment(tx, order, { changes, reason: body.reason, after: modificationTotals(items) })
  await rewriteItems(tx, order, items)
  if (order.kind === 'creation')
    await reviseSubscription(tx, order.subscription_id, { quantity, values, prices: { ...priced, lines: contractLines(priced.lines) } })
  const moved = await moveOrder(tx, order, 'amend', 'carrier', {
    values: JSON.stringify(values),
    quantity_after: quantity,
    wished_on: wishedOn,
  })
  await recordOrder(tx, order, 'order.amended', {
    before: Object.fromEntries(changes.map(({ field, before }) => [field, before?.fr ?? null])),
    after: { ...Object.fromEntries(changes.map(({ field, after }) => [field, after?.fr ?? null])), reason: body.reason },
  })
  // The form that was ordered stays; the amended one stands beside it.
  if (order.state !== 'awaiting_client') await writePaperJob.enqueue(tx, { orderId: order.id, paper: 'order_form' })
  await tellOrderNews(tx, moved, { news: 'amended', reason: body.reason })
  return readOrder(tx, reference)
}
