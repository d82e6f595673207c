import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle, IconUserCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { BasketMode } from '#api/shop/baskets/baskets'
import { readBasket } from '#api/shop/baskets/baskets'
import * as m from '#messages/shop'
import { Problem, problemMessage } from '../../../../platform/problem.ts'
import { read } from '../../../../platform/reading/read.ts'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import order from '../../order.module.css'
import classes from '../../shop.module.css'
import type { ShopPlace } from '../../shop-place.ts'
import { CustomerPicker } from './customer-picker.tsx'

const ways: Readonly<Record<BasketMode, () => string>> = {
  order: m.shop_mode_order,
  propose: m.shop_mode_propose,
  request: m.shop_mode_request,
}

/**
 * Above the shop: for whom one orders, what becomes of the order, and why none may be placed now, before any form is filled in. A client
 * that orders for itself reads the last only.
 */
export const CustomerBar = ({ place, isFixed = false }: { readonly place: ShopPlace; readonly isFixed?: boolean }) => {
  const { universe, company, forClient } = place
  const navigate = useNavigate()
  const { data: basket, error } = useQuery({
    ...read(readBasket, { params: { universe, company: company ?? '' } }),
    enabled: company !== null,
  })
  const choose = (client: string) =>
    void navigate({ to: '.', search: (search: Readonly<Record<string, unknown>>) => ({ ...search, client }) } as never)
  const change = async () => {
    const leave =
      !basket ||
      basket.lines.length === 0 ||
      (await confirm({
        title: m.shop_change_client(),
        message: m.shop_change_client_text({ name: basket.company.name }),
        confirmLabel: m.shop_change_client(),
      }))
    if (leave) void navigate({ to: '.', search: ({ client: _, ...search }: { readonly client?: string }) => search } as never)
  }
  const unknown = company !== null && error
  return (
    <>
      {forClient && (company === null || unknown) ? (
        <section className={order.customer} aria-labelledby="shop-customer">
          <h2 id="shop-customer">{m.shop_choose_client()}</h2>
          <p className={classes.small}>{m.shop_choose_client_hint()}</p>
          {unknown ? <p role="alert">{m.shop_client_unknown()}</p> : null}
          <CustomerPicker universe={universe} onChoose={choose} />
        </section>
      ) : null}
      {forClient && basket ? (
        <section className={order.customer} data-chosen aria-label={m.shop_ordering_for({ name: basket.company.name })}>
          <IconUserCheck size={22} stroke={1.6} aria-hidden />
          <div className={classes.grow}>
            <p className={classes.strong}>
              {m.shop_ordering_for({ name: basket.company.name })} <span className={classes.small}>{basket.company.reference}</span>
            </p>
            <p className={classes.small}>{ways[basket.mode]()}</p>
          </div>
          {isFixed ? null : (
            <Button variant="default" size="sm" onClick={() => void change()}>
              {m.shop_change_client()}
            </Button>
          )}
        </section>
      ) : null}
      {!forClient && basket?.mode === 'request' ? (
        <Alert color="gray" icon={<IconUserCheck size={18} aria-hidden />} title={m.shop_request_title()}>
          {m.shop_request_text()}
        </Alert>
      ) : null}
      {basket?.block ? (
        <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />} title={m.shop_blocked_title()}>
          {problemMessage(new Problem({ code: basket.block, status: 409 }))}
        </Alert>
      ) : null}
    </>
  )
}
