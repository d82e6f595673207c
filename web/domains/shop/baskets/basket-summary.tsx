import type { BasketSummary as Summary } from '#api/shop/baskets/baskets'
import * as m from '#messages/shop'
import { words } from '../../../platform/words.ts'
import order from '../order.module.css'
import classes from '../shop.module.css'
import { amountsLabel, monthlyLabel, oneOffLabel } from '../shop-labels.ts'

/** A site's own lines; its total is told by month, were it of nothing. */
const Site = ({ of: { site, lines, monthlyCents, oneOffCents } }: { readonly of: Summary['bySite'][number] }) => {
  const amounts = amountsLabel({ monthlyCents, oneOffCents }, oneOffCents === 0)
  return (
    <li>
      <div className={order.siteHead}>
        <span className={classes.strong}>{site.name}</span>
        <span>{amounts.main}</span>
      </div>
      <div className={classes.small}>{lines.map(({ offer }) => words(offer)).join(', ')}</div>
      {amounts.beside ? <div className={classes.small}>{amounts.beside}</div> : null}
    </li>
  )
}

/** One-off and monthly totals, whole and by site. */
export const BasketSummary = ({ summary, isResale }: { readonly summary: Summary; readonly isResale: boolean }) => (
  <section className={classes.pricePanel} aria-labelledby="basket-summary">
    <h2 id="basket-summary">{isResale ? m.shop_price_of_operator() : m.shop_recap()}</h2>
    <dl className={order.totals}>
      <div>
        <dt>{m.shop_one_off_plain()}</dt>
        <dd>{oneOffLabel(summary.oneOffCents)}</dd>
      </div>
      <div data-main>
        <dt>{m.shop_monthly_plain()}</dt>
        <dd>{monthlyLabel(summary.monthlyCents)}</dd>
      </div>
    </dl>
    {summary.hasUnpriced ? <p className={classes.small}>{m.shop_some_unpriced()}</p> : null}
    {summary.bySite.length > 0 ? (
      <>
        <h3>{m.shop_by_site()}</h3>
        <ul className={order.bySite}>
          {summary.bySite.map((of) => (
            <Site key={of.site.id} of={of} />
          ))}
        </ul>
      </>
    ) : null}
  </section>
)
