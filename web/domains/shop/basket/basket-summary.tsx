import type { BasketSummary as Summary } from '#contract/baskets'
import * as m from '#messages/shop'
import { words } from '../../../platform/words.ts'
import order from '../order.module.css'
import classes from '../shop.module.css'
import { monthlyLabel, oneOffLabel } from '../shop-labels.ts'

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
          {summary.bySite.map(({ site, lines, monthlyCents, oneOffCents }) => (
            <li key={site.id}>
              <div className={order.siteHead}>
                <span className={classes.strong}>{site.name}</span>
                <span>{monthlyLabel(monthlyCents)}</span>
              </div>
              <div className={classes.small}>
                {lines.map(({ offer }) => words(offer)).join(', ')}
                {oneOffCents > 0 ? ` · ${m.shop_setup({ amount: oneOffLabel(oneOffCents) })}` : ''}
              </div>
            </li>
          ))}
        </ul>
      </>
    ) : null}
  </section>
)
