import { IconClipboardList, IconShoppingCart } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { pages } from '#api/pages'
import { readBasket } from '#api/shop/baskets/baskets'
import { requestWords } from '#api/shop/words'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { ButtonLink } from '../../../../ui/links.tsx'
import type { ShopPlace } from '../../shop-place.ts'

/** At the top of the shop's pages: the basket with what it holds, and the requests of an operator's client. */
export const ShopActions = ({ place }: { readonly place: ShopPlace }) => {
  const { universe, company, search } = place
  const { data: basket } = useQuery({ ...read(readBasket, { params: { universe, company: company ?? '' } }), enabled: company !== null })
  const count = basket?.lines.length ?? 0
  return (
    <>
      {basket?.mode === 'request' ? (
        <ButtonLink
          to={pages.requests}
          params={{ universe }}
          variant="default"
          leftSection={<IconClipboardList size={16} stroke={1.6} aria-hidden />}
        >
          {words(requestWords.title)}
        </ButtonLink>
      ) : null}
      <ButtonLink
        to={pages.basket}
        params={{ universe }}
        search={search}
        variant={count > 0 ? 'filled' : 'default'}
        leftSection={<IconShoppingCart size={16} stroke={1.6} aria-hidden />}
      >
        {count > 0 ? m.shop_basket_count({ count }) : shell.entry_basket()}
      </ButtonLink>
    </>
  )
}
