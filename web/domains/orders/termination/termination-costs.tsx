import type { TerminationPreview } from '#api/orders/termination/terminations'
import * as m from '#messages/terminations'
import { formatDay, formatMoney } from '../../../platform/format.ts'
import classes from './termination.module.css'

/** One-off cost, penalties commitment by commitment, total without VAT. */
export const TerminationCosts = ({ preview: { costs, shortened } }: { readonly preview: TerminationPreview }) => (
  <>
    <table className={classes.costs}>
      <caption className="visually-hidden">{m.terminations_costs()}</caption>
      <tbody>
        <tr>
          <th scope="row">{m.terminations_one_off()}</th>
          <td>{formatMoney(costs.oneOffCents)}</td>
        </tr>
        <tr>
          <th scope="row">
            {m.terminations_penalties()}
            {costs.penalties.map((penalty) => (
              <div key={`${penalty.label} ${penalty.endsOn}`} className={classes.why}>
                {m.terminations_penalty_of({
                  label: penalty.label,
                  months: m.terminations_months({ count: penalty.months }),
                  amount: formatMoney(penalty.monthlyCents),
                  day: formatDay(penalty.endsOn),
                })}
              </div>
            ))}
            {costs.penalties.length === 0 ? <div className={classes.why}>{m.terminations_no_penalty()}</div> : null}
          </th>
          <td>{formatMoney(costs.penaltyCents)}</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{m.terminations_total_without_vat()}</th>
          <td>{formatMoney(costs.totalCents)}</td>
        </tr>
      </tfoot>
    </table>
    {shortened.map(({ label, months, heldUntil, sparedCents }) => (
      <p key={`${label} ${heldUntil}`} className={classes.note}>
        {m.terminations_shortened({
          label,
          months: m.terminations_months({ count: months }),
          day: formatDay(heldUntil),
          amount: formatMoney(sparedCents),
        })}
      </p>
    ))}
  </>
)
