import type { Subscription } from '#api/orders/contract/contract'
import { contractWords } from '#api/subscriptions/words'
import * as m from '#messages/subscriptions'
import { formatDay, formatLongDay, formatMoney } from '../../../platform/format.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { type SummaryFact, SummaryStrip } from '../../../ui/summary/summary-strip.tsx'
import { orderKindLabel } from '../../subscriptions/order-labels.ts'
import { contractBadge } from '../../subscriptions/subscription-labels.ts'
import { WhenLine } from '../../subscriptions/when.tsx'

type Commitment = Subscription['commitments'][number]

type Begun = Commitment & { readonly endsOn: string }
const isBinding = (commitment: Commitment): commitment is Begun => commitment.endsOn !== null && commitment.remainingMonths > 0

/** The one that binds longest; null once all are over. */
const lastCommitment = (commitments: readonly Commitment[]): Begun | null =>
  commitments.filter(isBinding).reduce<Begun | null>((last, one) => (last === null || one.endsOn > last.endsOn ? one : last), null)

const fee = ({ costs, resalePrice, runningOrder }: Subscription): SummaryFact => {
  const cents = costs?.monthlyCents ?? resalePrice?.monthlyCents
  const label = m.subscriptions_monthly()
  if (cents === undefined) return { label, value: m.subscriptions_summary_on_request() }
  const after = costs?.monthlyAfterCents ?? null
  if (after === null) return { label, value: formatMoney(cents), line: m.subscriptions_summary_fee() }
  const amount = formatMoney(after)
  const on = runningOrder?.when.on
  return {
    label,
    value: formatMoney(cents),
    line: on ? m.subscriptions_after_day({ amount, day: formatLongDay(on) }) : m.subscriptions_after({ amount }),
  }
}

const commitment = ({ commitments, state, terminatedOn }: Subscription): SummaryFact | null => {
  if (state === 'abandoned') return null
  const label = m.subscriptions_summary_commitment()
  const [first] = commitments
  if (state === 'creating')
    return first
      ? { label, value: m.subscriptions_months({ count: first.months }), line: m.subscriptions_from_delivery() }
      : { label, value: m.subscriptions_summary_free() }
  const last = terminatedOn === null ? lastCommitment(commitments) : null
  if (!last) return { label, value: m.subscriptions_summary_free() }
  const { months, remainingMonths, endsOn } = last
  const text = m.subscriptions_months_left({ count: remainingMonths, total: months })
  const percent = Math.min(100, Math.max(0, Math.round(((months - remainingMonths) / months) * 100)))
  return { label, value: m.subscriptions_summary_until({ day: formatLongDay(endsOn) }), progress: { percent, text }, line: text }
}

/** What comes next: a delivery, the contract's end, the end of what binds. */
const next = ({ runningOrder, termination, state, commitments }: Subscription): SummaryFact | null => {
  const label = m.subscriptions_summary_next()
  if (runningOrder?.when.on)
    return {
      label,
      value: formatLongDay(runningOrder.when.on),
      line: m.subscriptions_summary_delivery({ kind: orderKindLabel(runningOrder.kind), reference: runningOrder.reference }),
    }
  if (state === 'termination_requested' && termination)
    return { label, value: formatLongDay(termination.effectiveOn), line: m.subscriptions_summary_end() }
  const last = state === 'active' ? lastCommitment(commitments) : null
  return last ? { label, value: formatLongDay(last.endsOn), line: m.subscriptions_summary_commitment_end() } : null
}

/** What a contract opens with: its state, its fee, what binds, what comes next. */
export const ContractSummary = ({ contract }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  const end = contract.terminatedOn
  return (
    <SummaryStrip
      label={m.subscriptions_summary()}
      facts={[
        {
          label: words(contractWords.state),
          value: <StateBadge {...contractBadge(contract, universe)} />,
          inWords: true,
          line: end === null ? <WhenLine when={contract.when} /> : m.subscriptions_summary_ended({ day: formatDay(end) }),
        },
        fee(contract),
        ...[commitment(contract), next(contract)].filter((fact) => fact !== null),
      ]}
    />
  )
}
