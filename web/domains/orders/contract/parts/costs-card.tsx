import { Text } from '@mantine/core'
import type { Subscription } from '#api/orders/contract/contract'
import * as m from '#messages/subscriptions'
import { formatMoney, formatNumber } from '../../../../platform/format.ts'
import { words } from '../../../../platform/words.ts'
import { SectionCard } from '../../../../ui/section-card.tsx'
import table from '../../../../ui/small-table.module.css'
import stacking from '../../../../ui/stacked-table.module.css'
import classes from '../../../subscriptions/subscriptions.module.css'

type Costs = NonNullable<Subscription['costs']>

const Figure = ({ label, value, isMain }: { readonly label: string; readonly value: string; readonly isMain?: boolean }) => (
  <div className={classes.figure} data-main={isMain || undefined}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

const Lines = ({ lines }: Pick<Costs, 'lines'>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
  <section className={table.scroll} tabIndex={0} aria-label={m.subscriptions_cost_lines()}>
    <table className={`${table.table} ${stacking.stacked}`}>
      <thead>
        <tr>
          <th scope="col">{m.subscriptions_item()}</th>
          <th scope="col" data-end>
            {m.subscriptions_quantity()}
          </th>
          <th scope="col" data-end>
            {m.subscriptions_one_off()}
          </th>
          <th scope="col" data-end>
            {m.subscriptions_monthly()}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.item}>
            <td>{words(line.label)}</td>
            <td data-end data-label={m.subscriptions_quantity()}>
              {formatNumber(line.quantity)}
            </td>
            <td data-end data-label={m.subscriptions_one_off()}>
              {formatMoney(line.oneOffCents)}
            </td>
            <td data-end data-label={m.subscriptions_monthly()}>
              {formatMoney(line.monthlyCents)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** What the contract costs; to an operator's client, what the operator asks or « prix sur demande ». */
export const CostsCard = ({ contract: { costs, resalePrice, commitments } }: { readonly contract: Subscription }) => {
  if (!costs)
    return (
      <SectionCard title={m.subscriptions_cost()} description={resalePrice ? m.subscriptions_without_vat() : undefined}>
        {resalePrice ? (
          <dl className={classes.figures}>
            <Figure label={m.subscriptions_one_off()} value={formatMoney(resalePrice.oneOffCents)} />
            <Figure
              label={m.subscriptions_monthly()}
              value={m.subscriptions_per_month({ amount: formatMoney(resalePrice.monthlyCents) })}
              isMain
            />
          </dl>
        ) : (
          <Text>{m.subscriptions_price_on_request()}</Text>
        )}
      </SectionCard>
    )
  return (
    <SectionCard title={m.subscriptions_cost()} description={m.subscriptions_without_vat()}>
      <dl className={classes.figures}>
        <Figure label={m.subscriptions_one_off()} value={formatMoney(costs.oneOffCents)} />
        <Figure label={m.subscriptions_monthly()} value={m.subscriptions_per_month({ amount: formatMoney(costs.monthlyCents) })} isMain />
        {commitments.length > 0 ? (
          <Figure label={m.subscriptions_commitment_total()} value={formatMoney(costs.commitmentTotalCents)} />
        ) : null}
      </dl>
      {costs.lines.length > 0 ? <Lines lines={costs.lines} /> : null}
      {costs.terminationCents > 0 ? (
        <p className={classes.small}>{m.subscriptions_termination_fee({ amount: formatMoney(costs.terminationCents) })}</p>
      ) : null}
    </SectionCard>
  )
}
