import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { PriceLine } from '#api/catalog/rules/pricing'
import type { Estimate } from '#api/shop/baskets/baskets'
import * as m from '#messages/shop'
import { formatDay, formatMoney, formatNumber } from '../../../platform/format.ts'
import { words } from '../../../platform/words.ts'
import type { NamedAnswers } from '../baskets/value-texts.ts'
import order from '../order.module.css'
import classes from '../shop.module.css'
import { monthlyLabel, oneOffLabel, percentLabel } from '../shop-labels.ts'
import { BeforeAfter } from './before-after.tsx'
import { ModificationTable } from './modification-table.tsx'

interface ShownPrice {
  readonly lines: readonly PriceLine[]
  readonly oneOffCents: number
  readonly monthlyCents: number
}

interface PricePanelProps {
  /** Of one contract; null: « prix sur demande »; undefined: not known yet. */
  readonly price: ShownPrice | null | undefined
  /** The answers can be ordered as they are, but for those that miss. */
  readonly isPriced: boolean
  /** Contracts that the line makes. */
  readonly contracts: number
  readonly discountBasisPoints: number
  readonly estimate: Estimate | undefined
  readonly isResale: boolean
  readonly definition: OfferDefinition
  /** Names of what the answers hold. */
  readonly named: NamedAnswers
}

const Lines = ({ price }: { readonly price: ShownPrice }) => (
  <ul className={order.priceLines}>
    {price.lines.map(({ item, label, quantity, unitMonthlyCents, monthlyCents, oneOffCents }) => (
      <li key={item}>
        <span>
          {words(label)}
          {quantity > 1 ? (
            <span className={classes.small}>
              {' '}
              {formatNumber(quantity)} × {formatMoney(unitMonthlyCents)}
            </span>
          ) : null}
        </span>
        <span data-end>
          {monthlyCents === 0 && oneOffCents === 0 ? m.shop_included() : null}
          {monthlyCents > 0 ? m.shop_monthly_short({ amount: formatMoney(monthlyCents) }) : null}
          {oneOffCents > 0 ? (
            <span className={classes.small}>
              {monthlyCents > 0 ? '+ ' : ''}
              {formatMoney(oneOffCents)}
            </span>
          ) : null}
        </span>
      </li>
    ))}
  </ul>
)

const Priced = ({ price, contracts, discountBasisPoints, estimate, definition, named }: Omit<PricePanelProps, 'isPriced' | 'isResale'>) => (
  <>
    {price === null ? <p className={classes.onRequest}>{m.shop_on_request()}</p> : null}
    {price ? (
      <>
        {estimate?.modification ? null : <Lines price={price} />}
        {discountBasisPoints > 0 ? (
          <p className={classes.small}>{m.shop_discount_held({ percent: percentLabel(discountBasisPoints) })}</p>
        ) : null}
        <div aria-live="polite">
          <dl className={order.totals}>
            <div>
              <dt>{contracts > 1 ? m.shop_one_off_each() : m.shop_one_off_plain()}</dt>
              <dd>{oneOffLabel(price.oneOffCents)}</dd>
            </div>
            <div>
              <dt>
                {contracts > 1 ? m.shop_monthly_each() : estimate?.modification ? m.shop_monthly_difference() : m.shop_monthly_plain()}
              </dt>
              <dd>{monthlyLabel(price.monthlyCents)}</dd>
            </div>
            {contracts > 1 ? (
              <>
                <div>
                  <dt>{m.shop_one_off_all({ count: contracts })}</dt>
                  <dd>{oneOffLabel(price.oneOffCents * contracts)}</dd>
                </div>
                <div data-main>
                  <dt>{m.shop_monthly_all({ count: contracts })}</dt>
                  <dd>{monthlyLabel(price.monthlyCents * contracts)}</dd>
                </div>
              </>
            ) : null}
          </dl>
        </div>
      </>
    ) : null}
    {estimate?.modification ? <ModificationTable modification={estimate.modification} definition={definition} named={named} /> : null}
    {estimate?.addition ? <BeforeAfter addition={estimate.addition} /> : null}
    {estimate ? <p className={classes.small}>{m.shop_expected_on({ day: formatDay(estimate.expectedOn) })}</p> : null}
  </>
)

/** Beside the form, as it is filled in: what it costs, line by line, and from when. */
export const PricePanel = ({ isPriced, isResale, ...priced }: PricePanelProps) => (
  <section className={classes.pricePanel} aria-labelledby="line-price">
    <h2 id="line-price">{isResale ? m.shop_price_of_operator() : m.shop_price()}</h2>
    {isPriced ? <Priced {...priced} /> : <p className={classes.small}>{m.shop_price_once_right()}</p>}
  </section>
)
