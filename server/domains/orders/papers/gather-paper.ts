import { orderWords } from '#api/orders/words'
import { dayOf } from '../../../platform/clock.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import type { DeliveryNoteDocument, OrderFormDocument, TerminationNoticeDocument } from '../../../platform/documents/order-paper.ts'
import { dayIn, durationIn, type Say } from '../../../platform/documents/words/words.ts'
import { pricedItems } from '../life/order-items.ts'
import { totalsOf, unitsAdded } from '../reading/order-words.ts'
import type { Paper } from './paper-jobs.ts'
import { commonParts, nameIn, type PaperOrder, paperLanguage, servicesOf } from './paper-source.ts'

type Language = OrderFormDocument['language']

const commitmentOf = (say: Say, language: Language, count: number): string =>
  count === 0 ? say('noCommitment') : durationIn(language, count, 'month')

const noticeUnit = (unit: string): 'day' | 'month' => (unit === 'day' ? 'day' : 'month')

const conditionsOf = (say: Say, language: Language, order: PaperOrder): string[] => [
  say('pricesInEuros'),
  say(order.kind === 'modification' ? 'amountsAreDifferences' : 'billedFromDelivery'),
  ...(order.commitment_months > 0 ? [say('commitmentFromDelivery', { months: order.commitment_months })] : []),
  ...(order.kind === 'creation'
    ? [say('noticeOfContract', { notice: durationIn(language, order.notice_count, noticeUnit(order.notice_unit)) })]
    : []),
  ...(order.kind === 'creation' && order.commitment_months > 0 && order.definition.tacitRenewal ? [say('tacitlyRenewed')] : []),
]

const acceptanceOf = (say: Say, language: Language, order: PaperOrder): string | null => {
  if (!order.terms_version || !order.terms_accepted_at) return null
  const said = { version: order.terms_version, day: dayIn(language, dayOf(order.terms_accepted_at).toString()) }
  return order.terms_accepted_by ? say('termsAcceptedBy', { ...said, name: order.terms_accepted_by }) : say('termsAccepted', said)
}

/** What the order form prints: with the amounts of who pays. */
const orderForm = async (tx: Transaction, order: PaperOrder): Promise<OrderFormDocument> => {
  const language = await paperLanguage(tx, order, order.payer_id)
  const { paper, say } = await commonParts(tx, order, language)
  const items = await tx.all(pricedItems(order.id))
  const amendments = await tx.all(
    db.selectFrom('order_amendments').where('order_id', '=', order.id).select(['at', 'reason']).orderBy('at').orderBy('id'),
  )
  const placed = dayOf(order.submitted_at ?? order.placed_at).toString()
  const isChange = order.kind !== 'creation' && order.quantity_before !== null && order.quantity_after !== null
  return {
    ...paper,
    day: placed,
    facts: [
      [say('date'), dayIn(language, placed)],
      [say('contract'), order.contract],
      [say('wishedOn'), order.wished_on ? dayIn(language, order.wished_on) : say('soonest')],
      [say('commitment'), commitmentOf(say, language, order.commitment_months)],
      [say('orderedBy'), order.placed_by_name],
      ...(order.purchase_order ? [[orderWords.purchaseOrder[language], order.purchase_order] as const] : []),
    ],
    items: items.map((item) => ({
      label: nameIn(language, item.label, item.label_en),
      quantity: unitsAdded(item),
      unitOneOffCents: item.one_off_cents,
      unitMonthlyCents: item.monthly_cents,
      oneOffCents: Math.round(item.one_off_cents * unitsAdded(item)),
      monthlyCents: Math.round(item.monthly_cents * unitsAdded(item)),
    })),
    totals: { ...totalsOf(items), commitmentMonths: order.commitment_months },
    change: isChange
      ? say('changeOfContract', {
          contract: order.contract,
          before: order.quantity_before ?? 0,
          after: order.quantity_after ?? 0,
        })
      : null,
    conditions: conditionsOf(say, language, order),
    amendments: amendments.map(({ at, reason }) => [dayIn(language, dayOf(at).toString()), reason] as const),
    acceptance: acceptanceOf(say, language, order),
  }
}

/** What the delivery note prints: no amount, an operator's client reads it too. */
const deliveryNote = async (tx: Transaction, order: PaperOrder): Promise<DeliveryNoteDocument> => {
  const language = await paperLanguage(tx, order, order.company_id)
  const { paper, siteNames, say } = await commonParts(tx, order, language)
  const delivered = order.delivered_on ?? dayOf(order.placed_at).toString()
  const steps = await tx.all(db.selectFrom('order_steps').where('order_id', '=', order.id).selectAll().orderBy('position').orderBy('id'))
  const commitment = await tx.first(
    db.selectFrom('commitments').where('order_id', '=', order.id).select(['starts_on', 'ends_on', 'months']),
  )
  return {
    ...paper,
    day: delivered,
    facts: [
      [say('deliveredOn'), dayIn(language, delivered)],
      [say('contract'), order.contract],
      [say('orderedOn'), dayIn(language, dayOf(order.placed_at).toString())],
      [say('commitment'), commitmentOf(say, language, order.commitment_months)],
      ...(order.pilot_name ? [[say('pilot'), order.pilot_name] as const] : []),
    ],
    services: await servicesOf(tx, order, { siteNames, language, createdOn: delivered }),
    steps: steps.map(({ label, label_en: english, done_on: doneOn, state }) => ({
      label: nameIn(language, label, english),
      doneOn: doneOn && dayIn(language, doneOn),
      skipped: state === 'skipped',
    })),
    commitment: commitment
      ? say('commitmentRuns', {
          months: commitment.months,
          from: dayIn(language, commitment.starts_on),
          until: dayIn(language, commitment.ends_on),
        })
      : null,
    conditions: [say('billingStarts'), say('howToObject')],
  }
}

/** What the notice of a termination prints, with the amounts of who pays; null when nothing ends any more. */
const terminationNotice = async (tx: Transaction, order: PaperOrder): Promise<TerminationNoticeDocument | null> => {
  const termination = await tx.first(
    db.selectFrom('terminations').where('order_id', '=', order.id).where('state', '<>', 'withdrawn').selectAll(),
  )
  if (!termination) return null
  const language = await paperLanguage(tx, order, order.payer_id)
  const { paper, siteNames, say } = await commonParts(tx, order, language)
  const items = await tx.all(pricedItems(order.id))
  const asked = dayIn(language, termination.requested_on)
  return {
    ...paper,
    day: termination.requested_on,
    // What was configured ends with the rest.
    characteristics: [],
    facts: [
      [say('requestedOn'), asked],
      [say('contract'), order.contract],
      [say('effectiveOn'), dayIn(language, termination.effective_on)],
      [say('billedUntil'), dayIn(language, termination.billed_until)],
      [say('notice'), durationIn(language, termination.notice_count, noticeUnit(termination.notice_unit))],
      [say('requestedBy'), termination.requested_by_name],
    ],
    ends: say('ends', { contract: order.contract, day: dayIn(language, termination.effective_on) }),
    costs: items
      .filter((item) => item.one_off_cents > 0)
      .map((item) => ({
        label: nameIn(language, item.label, item.label_en),
        cents: Math.round(item.one_off_cents * Math.abs(unitsAdded(item))),
      })),
    endingMonthlyCents: items
      .filter((item) => item.action === 'delete')
      .reduce((sum, item) => sum + Math.round(item.monthly_cents * Math.abs(unitsAdded(item))), 0),
    services: await servicesOf(tx, order, { siteNames, language, closedOn: termination.effective_on }),
    conditions: [
      say('startedMonthDue', { day: dayIn(language, termination.billed_until) }),
      // A number that leaves for another operator does not come back.
      ...(termination.origin === 'port_out' ? [] : [say('mayWithdraw')]),
      say('lastInvoice'),
    ],
  }
}

/** Everything that a paper prints; null when there is nothing to write any more. */
export const gatherPaper = (
  tx: Transaction,
  order: PaperOrder,
  paper: Paper,
): Promise<OrderFormDocument | DeliveryNoteDocument | TerminationNoticeDocument | null> =>
  ({ order_form: orderForm, delivery_note: deliveryNote, termination_notice: terminationNotice })[paper](tx, order)
