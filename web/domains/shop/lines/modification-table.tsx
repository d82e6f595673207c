import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { Modification } from '#api/shop/baskets/basket-lines'
import * as m from '#messages/shop'
import { formatDay, formatMoney } from '../../../platform/format.ts'
import { words } from '../../../platform/words.ts'
import { type NamedAnswers, valueText } from '../baskets/value-texts.ts'
import classes from '../shop.module.css'
import tables from '../tables.module.css'

type Change = Modification['changes'][number]

/** A difference keeps its sign: what is more and what is less read at once. */
const signed = (cents: number): string => (cents > 0 ? `+ ${formatMoney(cents)}` : cents < 0 ? `− ${formatMoney(-cents)}` : formatMoney(0))

const difference = ({ amounts }: Change): string => {
  if (amounts === null) return ''
  const monthly = amounts.monthlyCents === 0 ? [] : [m.shop_monthly_short({ amount: signed(amounts.monthlyCents) })]
  const once = amounts.oneOffCents === 0 ? [] : [m.shop_once({ amount: signed(amounts.oneOffCents) })]
  return [...monthly, ...once].join(', ') || m.shop_same_price()
}

/** What was or is answered; the price itself where only the price changes, as for the subscription. */
const answer = (definition: OfferDefinition, change: Change, side: 'before' | 'after', named: NamedAnswers): string => {
  const { key, fees } = change
  const characteristic = definition.characteristics.find((one) => one.key === key)
  const value = change[side]
  const text = !characteristic || value === null || value === '' ? '' : valueText(characteristic, value, named)
  if (change.before === change.after && fees) return m.shop_monthly_short({ amount: formatMoney(fees[`${side}Cents`]) })
  return text || '—'
}

interface ModificationTableProps {
  readonly modification: Modification
  readonly definition: OfferDefinition
  readonly named: NamedAnswers
}

/** Each characteristic that changes, before and after, with the difference of its price; then what the contract costs. */
export const ModificationTable = ({ modification, definition, named }: ModificationTableProps) => {
  const { changes, monthlyBeforeCents, monthlyAfterCents, versionBefore, versionAfter, committedUntil } = modification
  const seesAmounts = monthlyBeforeCents !== null && monthlyAfterCents !== null
  const labelOf = ({ key }: Change): string => {
    const characteristic = definition.characteristics.find((one) => one.key === key)
    return characteristic ? words(characteristic.label) : m.shop_subscription_fee()
  }
  return (
    <div>
      {versionBefore === versionAfter ? null : (
        <p className={classes.small}>{m.shop_version_changes({ before: versionBefore, after: versionAfter })}</p>
      )}
      {changes.length === 0 ? (
        <p className={classes.small}>{m.shop_no_change()}</p>
      ) : (
        <table className={tables.changed}>
          <caption className="visually-hidden">{m.shop_changes()}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{m.shop_before()}</th>
              <th scope="col">{m.shop_after()}</th>
              {seesAmounts ? <th scope="col">{m.shop_difference()}</th> : null}
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.key}>
                <th scope="row">{labelOf(change)}</th>
                <td>{answer(definition, change, 'before', named)}</td>
                <td data-after>{answer(definition, change, 'after', named)}</td>
                {seesAmounts ? <td data-difference>{difference(change)}</td> : null}
              </tr>
            ))}
            {seesAmounts ? (
              <tr>
                <th scope="row">{m.shop_monthly()}</th>
                <td>{m.shop_monthly_short({ amount: formatMoney(monthlyBeforeCents) })}</td>
                <td data-after>{m.shop_monthly_short({ amount: formatMoney(monthlyAfterCents) })}</td>
                <td data-difference>{m.shop_monthly_short({ amount: signed(monthlyAfterCents - monthlyBeforeCents) })}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
      )}
      {committedUntil ? <p className={classes.small}>{m.shop_committed_until({ day: formatDay(committedUntil) })}</p> : null}
    </div>
  )
}
