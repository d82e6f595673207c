import { priceableItems } from '#api/catalog/admin/definition'
import type { Characteristic, PriceItem } from '#api/catalog/rules/offer-definition'
import { terminationItem } from '#api/catalog/rules/pricing'
import * as m from '#messages/catalog'
import { formatMoney, formatNumber } from '../../../../../platform/format.ts'
import table from '../../../../../ui/small-table.module.css'
import { itemLabel } from '../item-labels.ts'

interface PricesReadProps {
  readonly prices: readonly PriceItem[]
  readonly characteristics: readonly Characteristic[]
}

/** Prices that nobody may change: what is charged, each step under its item. */
export const PricesRead = ({ prices, characteristics }: PricesReadProps) => {
  const order = priceableItems({ characteristics })
  const place = ({ item }: PriceItem) => order.indexOf(item)
  const lines = prices
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((price) => [{ from: 1, ...price }, ...price.steps.map((step) => ({ item: price.item, ...step }))])
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{m.catalog_item()}</th>
            <th scope="col" data-end>
              {m.catalog_volume_from()}
            </th>
            <th scope="col" data-end>
              {m.catalog_one_off()}
            </th>
            <th scope="col" data-end>
              {m.catalog_monthly()}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ item, from, oneOffCents, monthlyCents }) => (
            <tr key={`${item} ${from}`}>
              <td>{itemLabel(characteristics, item)}</td>
              <td data-end>{formatNumber(from)}</td>
              <td data-end>{formatMoney(oneOffCents)}</td>
              <td data-end>{item === terminationItem ? '' : formatMoney(monthlyCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
