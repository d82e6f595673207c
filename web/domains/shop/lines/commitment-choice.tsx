import { Radio } from '@mantine/core'
import type { CommitmentOption } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/shop'
import order from '../order.module.css'
import classes from '../shop.module.css'
import { commitmentLabel, percentLabel } from '../shop-labels.ts'

interface CommitmentChoiceProps {
  readonly commitments: readonly CommitmentOption[]
  readonly value: number
  /** The discount is on the carrier's price: who reads another one is not told of it. */
  readonly tellsDiscount: boolean
  /** What choosing no new commitment means, for a contract that has one. */
  readonly keptLabel?: string | null
  readonly onChange: (months: number) => void
  readonly error: string | null
}

/** The lengths that the offer proposes, with what each takes off the monthly fee. */
export const CommitmentChoice = ({ commitments, value, tellsDiscount, keptLabel = null, onChange, error }: CommitmentChoiceProps) => (
  <Radio.Group value={String(value)} onChange={(months) => onChange(Number(months))} error={error} aria-label={m.shop_commitment()}>
    <div className={order.commitments}>
      {commitments.map(({ months, discountBasisPoints }) => (
        <Radio.Card key={months} value={String(months)} className={order.commitment} p="sm" radius="md">
          <Radio.Indicator />
          <span>
            <span className={classes.strong}>{months === 0 && keptLabel !== null ? keptLabel : commitmentLabel(months)}</span>
            {tellsDiscount ? (
              <span className={classes.small}>
                {discountBasisPoints > 0 ? m.shop_discount({ percent: percentLabel(discountBasisPoints) }) : m.shop_full_price()}
              </span>
            ) : null}
          </span>
        </Radio.Card>
      ))}
    </div>
  </Radio.Group>
)
