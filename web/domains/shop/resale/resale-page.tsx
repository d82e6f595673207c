import { ActionIcon, Button, Skeleton } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteResalePrice, listResalePrices, type ResalePrice } from '#api/catalog/offers/offers'
import type { ResponseOf } from '#api/endpoint'
import { pages } from '#api/pages'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { call } from '../../../platform/call.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { OfferPriceText } from '../offers/offer-price.tsx'
import classes from '../shop.module.css'
import { monthlyLabel, oneOffLabel } from '../shop-labels.ts'
import tables from '../tables.module.css'

const ResaleDrawer = lazyPart(() => import('./resale-drawer.tsx'), 'ResaleDrawer')

export const reads = ({ universe }: Place) => [read(listResalePrices, { params: { universe } })]
type Item = ResponseOf<typeof listResalePrices>['items'][number]

interface Editing {
  readonly item: Item
  readonly price: ResalePrice | null
}

const PriceRow = ({ item, price, onEdit }: { readonly item: Item; readonly price: ResalePrice; readonly onEdit: () => void }) => {
  const universe = useUniverse()
  const who = price.company?.name ?? m.shop_all_clients()
  const each = (amount: string) => (item.perUnit ? m.shop_each({ amount }) : amount)
  // A client's own price gives way to everybody's, where there is one.
  const common = price.company === null ? undefined : item.prices.find(({ company }) => company === null)
  const remove = async () => {
    const agreed = await confirm({
      title: m.shop_remove_resale(),
      message: common
        ? m.shop_apply_common_text({ name: words(item.offer.name), who, amount: each(monthlyLabel(common.monthlyCents)) })
        : m.shop_remove_resale_text({ name: words(item.offer.name), who }),
      confirmLabel: common ? m.shop_apply_common() : m.shop_remove(),
      danger: true,
    })
    if (!agreed) return
    try {
      await call(deleteResalePrice, { params: { universe, price: price.id } })
      notifySuccess()
    } catch (error) {
      notifyProblem(error)
    }
  }
  return (
    <li className={tables.resale}>
      <span className={classes.grow}>
        <span className={classes.strong}>{who}</span>{' '}
        <span className={classes.small}>
          {each(monthlyLabel(price.monthlyCents))} {m.shop_setup({ amount: each(oneOffLabel(price.oneOffCents)) })}
        </span>
      </span>
      <ActionIcon aria-label={m.shop_edit_resale({ name: words(item.offer.name), who })} onClick={onEdit}>
        <IconPencil size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon aria-label={m.shop_remove_resale_of({ name: words(item.offer.name), who })} onClick={() => void remove()}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </li>
  )
}

/** « Prix de revente »: what the operator pays beside what its clients read, for all of them or for one. */
export const ResalePage = () => {
  const universe = useUniverse()
  const { data, error } = useQuery(read(listResalePrices, { params: { universe } }))
  const [editing, edit] = useState<Editing | null>(null)
  if (error && !data) return <PageProblem error={error} />
  return (
    <Page title={shell.entry_resale_prices()} subtitle={m.shop_resale_hint()} breadcrumb={[{ label: shell.entry_shop(), to: pages.shop }]}>
      {data ? (
        <div className={classes.panel}>
          <table className={tables.resales}>
            <thead>
              <tr>
                <th scope="col">{m.shop_offer()}</th>
                <th scope="col">{m.shop_wholesale()}</th>
                <th scope="col">{m.shop_your_prices()}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <tr key={item.offer.code}>
                  <th scope="row">{words(item.offer.name)}</th>
                  <td data-label={m.shop_wholesale()}>
                    <OfferPriceText price={item.wholesale} />
                  </td>
                  <td data-label={m.shop_your_prices()}>
                    {item.prices.length === 0 ? <p className={classes.small}>{m.shop_on_request()}</p> : null}
                    <ul className={classes.plain}>
                      {item.prices.map((price) => (
                        <PriceRow key={price.id} item={item} price={price} onEdit={() => edit({ item, price })} />
                      ))}
                    </ul>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
                      onClick={() => edit({ item, price: null })}
                      aria-label={m.shop_set_price_of({ name: words(item.offer.name) })}
                    >
                      {m.shop_set_price()}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Skeleton height={640} />
      )}
      {editing ? (
        <ResaleDrawer offer={editing.item.offer} prices={editing.item.prices} price={editing.price} onClose={() => edit(null)} />
      ) : null}
    </Page>
  )
}
