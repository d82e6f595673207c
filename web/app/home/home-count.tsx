import type { HomeCount } from '#api/home/home'
import * as m from '#messages/home'
import classes from './home-count.module.css'

/** « 3 commandes vous attendent ». */
const homeCountLabel = ({ of, count }: HomeCount): string => {
  const texts = {
    users: m.home_count_users,
    company: m.home_count_company,
    orders: m.home_count_orders,
    basket: m.home_count_basket,
    requests: m.home_count_requests,
    delivery: m.home_count_delivery,
    proposals: m.home_count_proposals,
    mails: m.home_count_mails,
    imports: m.home_count_imports,
  } as const
  return texts[of]({ count })
}

/** A number that counts (grey) or calls (amber, red); in words for who does not see it. */
export const HomeCountMark = ({ count }: { readonly count: HomeCount }) => (
  <span className={classes.count} data-tone={count.tone}>
    <span aria-hidden>{count.count > 99 ? '99+' : count.count}</span>
    <span className="visually-hidden">{homeCountLabel(count)}</span>
  </span>
)
