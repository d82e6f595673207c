import type { Subscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import * as m from '#messages/subscriptions'
import { formatMoney, formatNumber } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from './overview.module.css'

type Line = NonNullable<Subscription['costs']>['lines'][number]

const shown = 6

/** « 10 × 11,45 € », where a unit's fee is told by the line. */
const unitsOf = ({ quantity, monthlyCents }: Line): string => {
  if (quantity === 1) return ''
  const count = formatNumber(quantity)
  return quantity > 0 && monthlyCents % quantity === 0
    ? m.subscriptions_units({ quantity: count, amount: formatMoney(monthlyCents / quantity) })
    : count
}

/** What makes the monthly fee, the dearest first, each beside its share; nothing for who may not see amounts. */
export const FeeCard = ({ contract: { reference, costs } }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  const lines = costs?.lines.filter(({ monthlyCents }) => monthlyCents !== 0).sort((a, b) => b.monthlyCents - a.monthlyCents) ?? []
  if (!costs || lines.length === 0) return null
  const most = Math.max(1, ...lines.map(({ monthlyCents }) => monthlyCents))
  const rest = lines.slice(shown)
  const isPayer = universe === 'client' || universe === 'operator'
  return (
    <SectionCard
      title={isPayer ? m.subscriptions_you_pay() : m.subscriptions_monthly()}
      description={m.subscriptions_summary_fee()}
      actions={
        <AnchorLink to={pages.subscription} params={{ universe, subscription: reference }} search={{ tab: 'costs' }} fz="sm">
          {m.subscriptions_all_costs()}
        </AnchorLink>
      }
    >
      <table className={classes.fee}>
        <caption className="visually-hidden">{m.subscriptions_monthly()}</caption>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <tr key={line.item}>
              <th scope="row">
                {words(line.label)}
                <small>{unitsOf(line)}</small>
              </th>
              <td className={classes.units}>{unitsOf(line)}</td>
              <td>{formatMoney(line.monthlyCents)}</td>
              <td className={classes.share} aria-hidden>
                <span style={{ inlineSize: `${Math.max(0, Math.round((line.monthlyCents / most) * 100))}%` }} />
              </td>
            </tr>
          ))}
          {rest.length > 0 ? (
            <tr>
              <th scope="row">{m.subscriptions_other_items({ count: rest.length })}</th>
              <td className={classes.units} />
              <td>{formatMoney(rest.reduce((sum, { monthlyCents }) => sum + monthlyCents, 0))}</td>
              <td className={classes.share} />
            </tr>
          ) : null}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m.subscriptions_total_monthly()}</th>
            <td className={classes.units} />
            <td>{formatMoney(costs.monthlyCents)}</td>
            <td className={classes.after}>
              {costs.monthlyAfterCents === null ? null : m.subscriptions_after({ amount: formatMoney(costs.monthlyAfterCents) })}
            </td>
          </tr>
        </tfoot>
      </table>
    </SectionCard>
  )
}
