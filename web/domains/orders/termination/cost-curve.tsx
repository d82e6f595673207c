import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { TerminationPreview } from '#api/orders/termination/terminations'
import * as m from '#messages/terminations'
import { formatMoney } from '../../../platform/format.ts'
import { CostTable } from './cost-table.tsx'
import { formatMonth } from './format-month.ts'
import classes from './termination.module.css'

type Point = TerminationPreview['curve'][number]

interface CostCurveProps {
  readonly curve: readonly Point[]
  /** Month in which the contract would end as chosen: `2027-01`. */
  readonly chosen: string
  readonly onChoose: (point: Point) => void
}

const height = 190
const top = 26
const foot = 22

/** A column, stacked: fees until the end, penalties, one-off fee. */
const Column = ({ point, x, size, scale, isChosen }: { point: Point; x: number; size: number; scale: number; isChosen: boolean }) => {
  const parts = [
    ['recurring', point.recurringCents],
    ['penalty', point.penaltyCents],
    ['one-off', point.oneOffCents],
  ] as const
  let level = height - foot
  return (
    <g data-chosen={isChosen || undefined}>
      {parts.map(([part, cents]) => {
        const tall = cents * scale
        level -= tall
        return tall > 0 ? <rect key={part} data-part={part} x={x} y={level} width={size} height={tall} /> : null
      })}
    </g>
  )
}

/** What everything still to pay comes to, by the month of leaving; the cheapest is marked, and a table says the same. */
export const CostCurve = ({ curve, chosen, onChoose }: CostCurveProps) => {
  const [isOpen, setOpen] = useState(false)
  // Drawn about as wide as it is shown, so that its words keep their size.
  const isNarrow = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false })
  const width = isNarrow ? 330 : 640
  const [first, last] = [curve[0], curve.at(-1)]
  const cheapest = curve.find(({ isCheapest }) => isCheapest)
  if (!first || !last || !cheapest) return null
  // Of months that cost the same, the last one is marked.
  const asCheap = curve.filter(({ totalCents }) => totalCents === cheapest.totalCents)
  const firstAsCheap = asCheap[0]
  const most = Math.max(1, ...curve.map(({ totalCents }) => totalCents))
  const scale = (height - foot - top) / most
  const step = width / curve.length
  const size = Math.min(26, Math.max(2, step - (step > 8 ? 4 : 1)))
  const middle = (point: Point) => curve.indexOf(point) * step + step / 2
  const mark = Math.min(width - 46, Math.max(46, middle(cheapest)))
  const here = curve.find(({ month }) => month === chosen)
  return (
    <div className={classes.curve}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={m.terminations_curve_said({
          first: formatMonth(first.month),
          last: formatMonth(last.month),
          cheapest: formatMonth(cheapest.month),
          amount: formatMoney(cheapest.totalCents),
        })}
      >
        <line x1={0} x2={width} y1={height - foot} y2={height - foot} className={classes.axis} />
        {curve.map((point) => (
          <Column
            key={point.month}
            point={point}
            x={middle(point) - size / 2}
            size={size}
            scale={scale}
            isChosen={point.month === chosen}
          />
        ))}
        <path className={classes.mark} d={`M${middle(cheapest)} ${height - foot - cheapest.totalCents * scale - 4}l-5 -8h10z`} />
        <text className={classes.markText} x={mark} y={Math.max(11, height - foot - cheapest.totalCents * scale - 16)} textAnchor="middle">
          {m.terminations_cheapest()}
        </text>
        {here ? <circle className={classes.here} cx={middle(here)} cy={height - foot + 7} r={3.5} /> : null}
        <text className={classes.tick} x={0} y={height - 3}>
          {formatMonth(first.month)}
        </text>
        <text className={classes.tick} x={width} y={height - 3} textAnchor="end">
          {formatMonth(last.month)}
        </text>
      </svg>
      <ul className={classes.legend}>
        <li data-part="recurring">{m.terminations_part_recurring()}</li>
        <li data-part="penalty">{m.terminations_part_penalty()}</li>
        <li data-part="one-off">{m.terminations_part_one_off()}</li>
        {here ? <li data-part="here">{m.terminations_part_chosen()}</li> : null}
      </ul>
      <p className={classes.advice}>
        {firstAsCheap === undefined || firstAsCheap === cheapest
          ? m.terminations_cheapest_is({ month: formatMonth(cheapest.month), amount: formatMoney(cheapest.totalCents) })
          : m.terminations_cheapest_ties({
              month: formatMonth(cheapest.month),
              amount: formatMoney(cheapest.totalCents),
              count: asCheap.length,
              first: formatMonth(firstAsCheap.month),
            })}
        {cheapest.month === chosen ? null : (
          <Button size="compact-sm" variant="light" onClick={() => onChoose(cheapest)}>
            {m.terminations_choose_cheapest()}
          </Button>
        )}
      </p>
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconTable size={15} stroke={1.6} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? m.terminations_hide_table() : m.terminations_show_table()}
        </Button>
      </div>
      {isOpen ? <CostTable curve={curve} chosen={chosen} onChoose={onChoose} /> : null}
    </div>
  )
}
