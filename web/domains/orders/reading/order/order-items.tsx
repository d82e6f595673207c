import { Text } from '@mantine/core'
import type { Order } from '#api/orders/reading/orders'
import { type ReadItem, readItems } from '#api/orders/rules/repriced-items'
import * as m from '#messages/orders'
import { formatMoney, formatNumber } from '../../../../platform/format.ts'
import { words } from '../../../../platform/words.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import table from '../../../../ui/small-table.module.css'
import stacking from '../../../../ui/stacked-table.module.css'
import { itemActionLabel } from '../../../subscriptions/order-labels.ts'
import classes from '../../orders.module.css'

type Item = ReadItem<Order['items'][number]>

const Change = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <>
    <del className={classes.before}>
      <span className="visually-hidden">{m.orders_before()} </span>
      {before}
    </del>{' '}
    <span aria-hidden>→</span>{' '}
    <span className={classes.after}>
      <span className="visually-hidden">{m.orders_after()} </span>
      {after}
    </span>
  </>
)

const quantity = ({ quantityBefore, quantityAfter }: Item) => {
  if (quantityBefore !== null && quantityAfter !== null && quantityBefore !== quantityAfter)
    return <Change before={formatNumber(quantityBefore)} after={formatNumber(quantityAfter)} />
  const one = quantityAfter ?? quantityBefore
  return one === null ? '' : formatNumber(one)
}

const money = (cents: number | null) => (cents === null ? '' : cents === 0 ? '—' : formatMoney(cents))

/** Brought or kept for nothing: it comes with the rest. */
const isIncluded = ({ action, oneOffCents, monthlyCents }: Item) => action !== 'delete' && oneOffCents === 0 && monthlyCents === 0

/** The old price beside the new one when the line goes on at another. */
const monthly = (item: Item) => {
  const { monthlyCents, monthlyBeforeCents } = item
  if (monthlyBeforeCents !== null && monthlyCents !== null && monthlyBeforeCents !== monthlyCents)
    return <Change before={formatMoney(monthlyBeforeCents)} after={formatMoney(monthlyCents)} />
  return isIncluded(item) ? m.orders_included() : money(monthlyCents)
}

/** What is ordered: each line with its action, and amounts where the reader may see them. */
export const OrderItems = ({ order }: { readonly order: Order }) => {
  const { items, totals } = order
  return (
    <SectionCard title={m.orders_content()} description={totals ? m.orders_amounts_without_vat() : m.orders_prices_by_operator()}>
      {items.length === 0 ? (
        <Text c="dimmed">{m.orders_no_item()}</Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        <section className={table.scroll} tabIndex={0} aria-label={m.orders_items_table()}>
          <table className={`${table.table} ${stacking.stacked}`}>
            <thead>
              <tr>
                <th scope="col">{m.orders_item()}</th>
                <th scope="col">{m.orders_item_action()}</th>
                <th scope="col" data-end>
                  {m.orders_quantity()}
                </th>
                {totals ? (
                  <>
                    <th scope="col" data-end>
                      {m.orders_one_off_unit()}
                    </th>
                    <th scope="col" data-end>
                      {m.orders_monthly_unit()}
                    </th>
                  </>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {readItems(items).map((item) => (
                <tr key={`${item.item} ${item.action}`}>
                  <td>{words(item.label)}</td>
                  <td data-label={m.orders_item_action()}>{itemActionLabel(item.action)}</td>
                  <td data-end data-label={m.orders_quantity()}>
                    {quantity(item)}
                  </td>
                  {totals ? (
                    <>
                      <td data-end data-label={m.orders_one_off_unit()}>
                        {money(item.oneOffCents)}
                      </td>
                      <td data-end data-label={m.orders_monthly_unit()}>
                        {monthly(item)}
                      </td>
                    </>
                  ) : null}
                </tr>
              ))}
            </tbody>
            {totals ? (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={3}>
                    {m.orders_total()}
                  </th>
                  <td data-end data-label={order.kind === 'termination' ? m.orders_termination_cost() : m.orders_one_off()}>
                    {formatMoney(totals.oneOffCents)}
                  </td>
                  <td data-end data-label={m.orders_monthly()}>
                    {m.orders_per_month({ amount: formatMoney(totals.monthlyCents) })}
                  </td>
                </tr>
              </tfoot>
            ) : null}
          </table>
        </section>
      )}
    </SectionCard>
  )
}

/** The form as filled. */
export const OrderForm = ({ order }: { readonly order: Order }) =>
  order.characteristics.length === 0 ? null : (
    <SectionCard title={m.orders_characteristics()}>
      <DescriptionList items={order.characteristics.map(({ label, value }) => ({ label: words(label), value: words(value) }))} />
    </SectionCard>
  )
