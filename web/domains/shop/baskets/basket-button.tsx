import { ActionIcon } from '@mantine/core'
import { IconShoppingCart } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { pages } from '#api/pages'
import { countBaskets } from '#api/shop/baskets/baskets'
import * as m from '#messages/basket'
import classes from '../../../app/shell/header-count.module.css'
import { formatNumber } from '../../../platform/format.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'

/** In the header of every page: how many lines one's basket holds, live. Whoever orders for clients is led to the only basket, or to the choice. */
export const BasketButton = () => {
  const universe = useUniverse()
  const { items = [] } = useQuery(read(countBaskets, { params: { universe } })).data ?? {}
  const count = items.reduce((sum, { lines }) => sum + lines, 0)
  const [only] = items
  const search = universe !== 'client' && items.length === 1 && only ? { client: only.company.reference } : {}
  return (
    <ActionIcon
      component={Link}
      to={pages.basket}
      params={{ universe } as never}
      search={search as never}
      className={classes.button}
      size={38}
      aria-label={m.basket_button({ count })}
    >
      <IconShoppingCart size={20} stroke={1.6} aria-hidden />
      {count > 0 ? (
        <span className={classes.count} aria-hidden>
          {formatNumber(count)}
        </span>
      ) : null}
    </ActionIcon>
  )
}
