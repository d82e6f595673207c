import { Button, Skeleton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { pages } from '#api/pages'
import { type Basket, emptyBasket, readBasket } from '#api/shop/baskets/baskets'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { call } from '../../../../platform/call.ts'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ButtonLink } from '../../../../ui/links.tsx'
import { notifyProblem } from '../../../../ui/notify.tsx'
import { Page } from '../../../../ui/page.tsx'
import { familiesQuery } from '../../../catalog/families/families.queries.ts'
import { BasketLineCard } from '../../../shop/baskets/basket-line-card.tsx'
import { BasketSummary } from '../../../shop/baskets/basket-summary.tsx'
import { FirstInvoices } from '../../../shop/baskets/first-invoices.tsx'
import { PriceChanges } from '../../../shop/baskets/price-changes.tsx'
import { CustomerBar } from '../../../shop/choices/customer/customer-bar.tsx'
import order from '../../../shop/order.module.css'
import classes from '../../../shop/shop.module.css'
import { basketReads } from '../../../shop/shop.queries.ts'
import { type ShopPlace, useShopPlace } from '../../../shop/shop-place.ts'
import { OrderPanel } from './order-panel.tsx'

export const reads = (place: Place<object, { readonly client?: string }>) => [...basketReads(place), familiesQuery(place.universe)]

const More = ({ place: { universe, search } }: { readonly place: ShopPlace }) => (
  <ButtonLink to={pages.shop} params={{ universe }} search={search} variant="default">
    {m.shop_add_more()}
  </ButtonLink>
)

const Content = ({ basket, place }: { readonly basket: Basket; readonly place: ShopPlace }) => (
  <div className={classes.sheet}>
    <div className={classes.column}>
      <PriceChanges basket={basket} place={place} />
      <ul className={order.lines} aria-label={m.shop_lines()}>
        {basket.lines.map((line) => (
          <BasketLineCard key={line.id} line={line} basket={basket} place={place} />
        ))}
      </ul>
      <div>
        <More place={place} />
      </div>
      {basket.summary ? <FirstInvoices summary={basket.summary} /> : null}
    </div>
    <div className={classes.aside}>
      {basket.summary ? <BasketSummary summary={basket.summary} isResale={basket.mode === 'request'} /> : null}
      <OrderPanel basket={basket} place={place} />
    </div>
  </div>
)

/** « Mon panier »: what is about to be ordered for one company. */
export const BasketPage = () => {
  const place = useShopPlace()
  const { universe, company } = place
  const { data: basket, error } = useQuery({
    ...read(readBasket, { params: { universe, company: company ?? '' } }),
    enabled: company !== null,
    refetchOnMount: 'always',
  })
  if (error && !basket && !place.forClient) return <PageProblem error={error} />
  const empty = async () => {
    if (company === null) return
    const agreed = await confirm({
      title: m.shop_empty_basket(),
      message: m.shop_empty_basket_text(),
      confirmLabel: m.shop_empty_basket(),
      danger: true,
    })
    if (!agreed) return
    await call(emptyBasket, { params: { universe, company } }).catch(notifyProblem)
  }
  return (
    <Page
      title={shell.entry_basket()}
      breadcrumb={[{ label: shell.entry_shop(), to: pages.shop, search: place.search }]}
      actions={
        basket && basket.lines.length > 0 && basket.abilities.edit ? (
          <Button variant="subtle" leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />} onClick={() => void empty()}>
            {m.shop_empty_basket()}
          </Button>
        ) : null
      }
    >
      <CustomerBar place={place} />
      {basket && basket.lines.length > 0 ? <Content basket={basket} place={place} /> : null}
      {basket && basket.lines.length === 0 ? (
        <EmptyState
          title={m.shop_basket_empty()}
          description={m.shop_basket_empty_hint()}
          action={
            <ButtonLink to={pages.shop} params={{ universe }} search={place.search}>
              {m.shop_browse()}
            </ButtonLink>
          }
        />
      ) : null}
      {company !== null && !basket && !error ? <Skeleton height={520} /> : null}
    </Page>
  )
}
