import type { Order } from '#api/orders/reading/orders'
import { orderWords } from '#api/orders/words'
import { isRunning } from '#api/subscriptions/rules/operations'
import type { Universe } from '#api/universes'
import * as m from '#messages/orders'
import { formatDay, formatMoney, formatNumber } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { type SummaryFact, SummaryStrip } from '../../../../ui/summary/summary-strip.tsx'
import { whenFact } from '../../../subscriptions/when.tsx'
import { sideWords } from '../timeline/side-words.ts'
import { currentStep, progressOf } from '../timeline/timeline-order.ts'
import { RiskBadge } from './flag-badges.tsx'
import { OrderStateBadge } from './order-title.tsx'

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const state = (order: Order): SummaryFact => {
  const { done, total } = progressOf(order)
  const progress = total > 0 && isRunning(order.state) ? m.orders_progress({ count: done, total }) : null
  return {
    label: words(orderWords.state),
    value: <OrderStateBadge state={order.state} />,
    inWords: true,
    line: order.risk?.atRisk ? <RiskBadge {...order.risk} /> : progress,
  }
}

/** Whose turn it is; nobody's once the order is over. */
const turn = (order: Order, universe: Universe): SummaryFact | null => {
  if (!isRunning(order.state)) return null
  const label = m.orders_turn()
  if (order.state === 'awaiting_client')
    return { label, inWords: true, value: capital(sideWords('client', universe)), line: m.orders_turn_decide() }
  const step = currentStep(order)
  if (!step || order.state === 'submitted')
    return { label, inWords: true, value: capital(sideWords('carrier', universe)), line: m.orders_turn_take() }
  const name = words(step.label)
  return {
    label,
    inWords: true,
    value: capital(sideWords(step.blocked?.by ?? step.actor, universe)),
    line: step.plannedOn ? m.orders_turn_step({ step: name, day: formatDay(step.plannedOn) }) : name,
  }
}

const signed = (cents: number): string =>
  cents < 0 ? m.orders_less({ amount: formatMoney(-cents) }) : m.orders_more({ amount: formatMoney(cents) })

/** What it costs; to who may not see amounts, what it changes. */
const amount = ({ totals, kind, quantity: { before, after } }: Order): SummaryFact | null => {
  if (totals && kind === 'termination')
    return { label: m.orders_termination_cost(), value: formatMoney(totals.oneOffCents), line: m.orders_once_without_vat() }
  if (totals)
    return {
      label: m.orders_monthly(),
      value: kind === 'creation' ? formatMoney(totals.monthlyCents) : signed(totals.monthlyCents),
      line: totals.oneOffCents === 0 ? m.orders_fee() : m.orders_fee_with_one_off({ amount: formatMoney(totals.oneOffCents) }),
    }
  if (after === null || kind === 'termination') return null
  return {
    label: m.orders_quantity(),
    value:
      before === null || before === after
        ? formatNumber(after)
        : m.orders_from_to({ before: formatNumber(before), after: formatNumber(after) }),
  }
}

const commitment = ({ commitmentMonths }: Order): SummaryFact | null =>
  commitmentMonths === 0 ? null : { label: m.orders_commitment(), value: m.orders_months({ count: commitmentMonths }) }

const when = ({ kind, when }: Order, universe: Universe): SummaryFact => {
  const { value, line, isLate } = whenFact(when, universe)
  return {
    label: kind === 'termination' ? m.orders_end_termination() : m.orders_end_delivery(),
    value,
    inWords: when.on === null,
    line,
    isBad: isLate,
  }
}

/** What an order opens with: its state, when, whose turn it is, and what it costs. */
export const OrderSummary = ({ order }: { readonly order: Order }) => {
  const universe = useUniverse()
  return (
    <SummaryStrip
      label={m.orders_summary()}
      facts={[
        state(order),
        order.when.is === 'none' ? null : when(order, universe),
        turn(order, universe) ?? commitment(order),
        amount(order),
      ].filter((fact) => fact !== null)}
    />
  )
}
