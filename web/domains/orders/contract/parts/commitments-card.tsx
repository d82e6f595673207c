import type { Subscription } from '#api/orders/contract/contract'
import * as m from '#messages/subscriptions'
import { formatDay, formatMoney } from '../../../../platform/format.ts'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../../subscriptions/subscriptions.module.css'

type Commitment = Subscription['commitments'][number]

const Row = ({ commitment, endedOn }: { readonly commitment: Commitment; readonly endedOn: string | null }) => {
  const { months, remainingMonths, startsOn, endsOn } = commitment
  const isBroken = endedOn !== null && endsOn !== null && endedOn <= endsOn && remainingMonths > 0
  const left =
    startsOn === null
      ? m.subscriptions_commitment_to_come()
      : isBroken
        ? m.subscriptions_commitment_broken({ day: formatDay(endedOn) })
        : remainingMonths === 0
          ? m.subscriptions_commitment_over()
          : m.subscriptions_months_left({ count: remainingMonths, total: months })
  const done = months === 0 ? 100 : Math.min(100, Math.max(0, Math.round(((months - remainingMonths) / months) * 100)))
  return (
    <li className={classes.commitment} data-over={remainingMonths === 0 || undefined} data-broken={isBroken || undefined}>
      <div className={classes.commitmentHead}>
        <span className={classes.commitmentName}>{commitment.label}</span>
        <span>{left}</span>
      </div>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={commitment.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={done}
        aria-valuetext={left}
      >
        <span style={{ inlineSize: `${done}%` }} />
      </div>
      <div className={classes.commitmentFoot}>
        <span>
          {startsOn === null
            ? m.subscriptions_from_delivery()
            : m.subscriptions_from_to({ from: formatDay(startsOn), to: formatDay(endsOn) })}
        </span>
        <span>
          {[
            m.subscriptions_months({ count: months }),
            commitment.enforceableUntil === null
              ? null
              : m.subscriptions_enforceable_until({ day: formatDay(commitment.enforceableUntil) }),
            commitment.monthlyCents === null ? null : m.subscriptions_per_month({ amount: formatMoney(commitment.monthlyCents) }),
            commitment.orderReference,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </li>
  )
}

/** « Périmètres d'engagement »: each with how much of it is behind. */
export const CommitmentsCard = ({ contract: { commitments, terminatedOn } }: { readonly contract: Subscription }) =>
  commitments.length === 0 ? null : (
    <SectionCard title={m.subscriptions_commitments()}>
      <ul className={classes.plain}>
        {commitments.map((commitment) => (
          <Row
            key={`${commitment.label} ${commitment.startsOn} ${commitment.orderReference}`}
            commitment={commitment}
            endedOn={terminatedOn}
          />
        ))}
      </ul>
    </SectionCard>
  )
