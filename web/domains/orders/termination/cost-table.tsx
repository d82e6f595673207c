import { Button } from '@mantine/core'
import type { TerminationPreview } from '#api/orders/termination/terminations'
import * as m from '#messages/terminations'
import { formatMoney } from '../../../platform/format.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { formatMonth } from './format-month.ts'
import classes from './termination.module.css'

type Point = TerminationPreview['curve'][number]

interface CostTableProps {
  readonly curve: readonly Point[]
  readonly chosen: string
  readonly onChoose: (point: Point) => void
}

/** The curve in figures, and a month chosen by keyboard. */
export const CostTable = ({ curve, chosen, onChoose }: CostTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className={classes.tableScroll} tabIndex={0} aria-label={m.terminations_curve_table()}>
    <table className={classes.months}>
      <thead>
        <tr>
          <th scope="col">{m.terminations_month()}</th>
          <th scope="col" data-end>
            {m.terminations_part_recurring()}
          </th>
          <th scope="col" data-end>
            {m.terminations_part_penalty()}
          </th>
          <th scope="col" data-end>
            {m.terminations_part_one_off()}
          </th>
          <th scope="col" data-end>
            {m.terminations_still_to_pay()}
          </th>
        </tr>
      </thead>
      <tbody>
        {curve.map((point) => (
          <tr key={point.month} data-chosen={point.month === chosen || undefined}>
            <th scope="row">
              <Button
                size="compact-sm"
                variant={point.month === chosen ? 'light' : 'subtle'}
                aria-pressed={point.month === chosen}
                aria-label={m.terminations_choose_month({ month: formatMonth(point.month) })}
                onClick={() => onChoose(point)}
              >
                {formatMonth(point.month)}
              </Button>
              {point.isCheapest ? <StateBadge tone="success" label={m.terminations_cheapest()} /> : null}
            </th>
            <td data-end>{formatMoney(point.recurringCents)}</td>
            <td data-end>{formatMoney(point.penaltyCents)}</td>
            <td data-end>{formatMoney(point.oneOffCents)}</td>
            <td data-end>
              <strong>{formatMoney(point.totalCents)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
