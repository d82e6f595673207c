import { Skeleton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { pages } from '#api/pages'
import { type OrderState, orderStates } from '#api/subscriptions/rules/operations'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { AnchorLink, ButtonLink } from '../../../../ui/links.tsx'
import { Page } from '../../../../ui/page.tsx'
import order from '../../../shop/order.module.css'
import classes from '../../../shop/shop.module.css'
import { useShopPlace } from '../../../shop/shop-place.ts'
import { orderStateLabel } from '../../../subscriptions/order-labels.ts'
import { type PlacedOrder, placedQuery } from './placed-orders.ts'

const route = getRouteApi(pages.placed)

const Orders = ({ orders }: { readonly orders: readonly PlacedOrder[] }) => {
  const { universe } = useShopPlace()
  return (
    <ul className={order.placed} aria-label={shell.entry_orders()}>
      {orders.map(({ reference, state, contract, offer, site }) => {
        const known: OrderState | undefined = orderStates.find((one) => one === state)
        return (
          <li key={reference}>
            <div className={classes.grow}>
              <AnchorLink to={pages.order} params={{ universe, order: reference }} fw={600}>
                {reference}
              </AnchorLink>{' '}
              {offer}
              <p className={classes.small}>
                {site.name} · {contract}
              </p>
            </div>
            {known ? <StatePill of="order" state={known} label={orderStateLabel(known)} /> : null}
          </li>
        )
      })}
    </ul>
  )
}

/** After « Commander »: the orders with their references, and what happens next. */
export const PlacedPage = () => {
  const { commandes = '' } = route.useSearch()
  const { universe, search } = useShopPlace()
  const { data: orders, error } = useQuery({ ...placedQuery(universe, commandes), enabled: commandes !== '' })
  if (error && !orders) return <PageProblem error={error} />
  const count = orders?.length ?? commandes.split(',').length
  const waits = orders?.some(({ state }) => state === 'awaiting_client') ?? false
  return (
    <Page
      title={waits ? m.shop_proposed_title() : m.shop_placed_title()}
      breadcrumb={[{ label: shell.entry_shop(), to: pages.shop, search }]}
      narrow
    >
      <section className={order.thanks} role="status">
        <IconCircleCheck size={32} stroke={1.5} aria-hidden />
        <div>
          <p className={classes.strong}>{m.shop_placed({ count })}</p>
          <p>{waits ? m.shop_placed_waits({ count }) : m.shop_placed_text({ count })}</p>
        </div>
      </section>
      {orders ? <Orders orders={orders} /> : <Skeleton height={160} />}
      <section aria-labelledby="placed-next">
        <h2 id="placed-next">{m.shop_next()}</h2>
        <ol className={classes.steps}>
          {waits ? <li>{m.shop_next_validation()}</li> : <li>{m.shop_next_mail()}</li>}
          <li>{m.shop_next_pilot()}</li>
          <li>{m.shop_next_delivery()}</li>
        </ol>
      </section>
      <div className={classes.inline}>
        <ButtonLink to={pages.orders} params={{ universe }}>
          {m.shop_follow_orders()}
        </ButtonLink>
        <ButtonLink to={pages.shop} params={{ universe }} search={search} variant="default">
          {m.shop_back_to_shop()}
        </ButtonLink>
      </div>
    </Page>
  )
}
