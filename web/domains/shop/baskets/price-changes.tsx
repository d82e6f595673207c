import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { Amounts, BasketLine } from '#api/shop/baskets/basket-lines'
import { acceptPrices, type Basket } from '#api/shop/baskets/baskets'
import * as m from '#messages/shop'
import { call } from '../../../platform/call.ts'
import { words } from '../../../platform/words.ts'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import order from '../order.module.css'
import classes from '../shop.module.css'
import { amountsText } from '../shop-labels.ts'
import type { ShopPlace } from '../shop-place.ts'

const changedText = (amounts: Amounts | null, { modification }: BasketLine): string =>
  amounts ? amountsText(amounts, modification !== null) : m.shop_on_request()

const isChanged = (line: BasketLine): line is BasketLine & { readonly change: NonNullable<BasketLine['change']> } => line.change !== null

/** Prices that moved since the lines were put in: old and new, and nothing is ordered until they are accepted. */
export const PriceChanges = ({ basket, place: { universe } }: { readonly basket: Basket; readonly place: ShopPlace }) => {
  const [isSending, setSending] = useState(false)
  const changed = basket.lines.filter(isChanged)
  if (changed.length === 0) return null
  const company = basket.company.reference
  const accept = async () => {
    setSending(true)
    try {
      const lines = changed.map(({ id, change }) => ({ id, price: change.after }))
      await call(acceptPrices, { params: { universe, company }, body: { lines } })
      notifySuccess(m.shop_prices_accepted())
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <section className={order.changes} role="alert" aria-labelledby="price-changes">
      <h2 id="price-changes">{m.shop_prices_changed()}</h2>
      <p>{m.shop_prices_changed_text()}</p>
      <ul className={classes.plainList}>
        {changed.map((line) => (
          <li key={line.id}>
            <span className={classes.strong}>{words(line.offer.name)}</span>
            {line.offer.standing === 'new_version' ? <span className={classes.small}> · {m.shop_new_version()}</span> : null}
            <div>
              <del className={order.before}>{changedText(line.change.before, line)}</del>{' '}
              <IconArrowRight size={14} stroke={1.6} aria-hidden className={classes.glyph} />{' '}
              <ins className={order.after}>{changedText(line.change.after, line)}</ins>
            </div>
          </li>
        ))}
      </ul>
      <Button onClick={() => void accept()} loading={isSending}>
        {m.shop_accept_prices({ count: changed.length })}
      </Button>
    </section>
  )
}
