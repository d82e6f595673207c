import { IconArrowRight } from '@tabler/icons-react'
import type { Addition } from '#api/shop/baskets/basket-lines'
import * as m from '#messages/shop'
import { formatMoney, formatNumber } from '../../../platform/format.ts'
import { words } from '../../../platform/words.ts'
import order from '../order.module.css'
import tables from '../tables.module.css'

const Change = ({ label, before, after }: { readonly label: string; readonly before: string; readonly after: string }) => (
  <tr>
    <th scope="row">{label}</th>
    <td>{before}</td>
    <td aria-hidden>
      <IconArrowRight size={14} stroke={1.6} />
    </td>
    <td data-after>{after}</td>
  </tr>
)

/** An addition beside the contract that it changes: quantity, monthly fee and simultaneous calls, before and after. */
export const BeforeAfter = ({ addition }: { readonly addition: Addition }) => {
  const { unit, calls, monthlyBeforeCents, monthlyAfterCents } = addition
  const number = formatNumber
  return (
    <div>
      <table className={tables.beforeAfter}>
        <caption className="visually-hidden">{m.shop_before_after()}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{m.shop_before()}</th>
            <td />
            <th scope="col">{m.shop_after()}</th>
          </tr>
        </thead>
        <tbody>
          <Change
            label={unit ? words(unit) : m.shop_quantity()}
            before={number(addition.quantityBefore)}
            after={number(addition.quantityAfter)}
          />
          {calls ? (
            <>
              <Change label={m.shop_calls_out()} before={number(calls.outgoingBefore)} after={number(calls.outgoingAfter)} />
              <Change label={m.shop_calls_in()} before={number(calls.incomingBefore)} after={number(calls.incomingAfter)} />
            </>
          ) : null}
          {monthlyBeforeCents !== null && monthlyAfterCents !== null ? (
            <Change
              label={m.shop_monthly()}
              before={m.shop_monthly_short({ amount: formatMoney(monthlyBeforeCents) })}
              after={m.shop_monthly_short({ amount: formatMoney(monthlyAfterCents) })}
            />
          ) : null}
        </tbody>
      </table>
      {calls ? <p className={order.offered}>{m.shop_free_incoming({ count: calls.freePerUnit })}</p> : null}
    </div>
  )
}
