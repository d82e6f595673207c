import type { OfferDefinition, PriceItem } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/shop'
import { formatMoney } from '../../../../platform/format.ts'
import stacking from '../../../../ui/stacked-table.module.css'
import classes from '../../shop.module.css'
import tables from '../../tables.module.css'
import { itemLabel, sortedItems } from './price-items.ts'

interface PriceTableProps {
  readonly definition: OfferDefinition
  readonly prices: readonly PriceItem[]
}

const amount = (cents: number) => (cents === 0 ? '—' : formatMoney(cents))

/** The whole price list of an offer, volume steps under their item. Without VAT. */
export const PriceTable = ({ definition, prices }: PriceTableProps) => (
  <div className={classes.scroll}>
    <table className={`${tables.table} ${stacking.stacked}`}>
      <thead>
        <tr>
          <th scope="col">{m.shop_item()}</th>
          <th scope="col" data-end>
            {m.shop_one_off()}
          </th>
          <th scope="col" data-end>
            {m.shop_monthly()}
          </th>
        </tr>
      </thead>
      {sortedItems(definition, prices).map((price) => {
        const { item, oneOffCents, monthlyCents, steps } = price
        return (
          <tbody key={item}>
            <tr>
              <th scope="row">{itemLabel(definition, price)}</th>
              <td data-end data-label={m.shop_one_off()}>
                {amount(oneOffCents)}
              </td>
              <td data-end data-label={m.shop_monthly()}>
                {amount(monthlyCents)}
              </td>
            </tr>
            {steps
              .toSorted((one, other) => one.from - other.from)
              .map((step) => (
                <tr key={step.from} data-step>
                  <th scope="row">{m.shop_from_quantity({ count: step.from })}</th>
                  <td data-end data-label={m.shop_one_off()}>
                    {amount(step.oneOffCents)}
                  </td>
                  <td data-end data-label={m.shop_monthly()}>
                    {amount(step.monthlyCents)}
                  </td>
                </tr>
              ))}
          </tbody>
        )
      })}
    </table>
  </div>
)
