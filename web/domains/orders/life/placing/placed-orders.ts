import type { Placed } from '#api/orders/life/placing'
import { readOrder } from '#api/orders/reading/orders'
import type { Universe } from '#api/universes'
import { call } from '../../../../platform/call.ts'
import { queryClient } from '../../../../platform/query-client.ts'
import { gather } from '../../../../platform/reading/read.ts'
import { nameOf, words } from '../../../../platform/words.ts'

export type PlacedOrder = Pick<Placed['orders'][number], 'reference' | 'contract' | 'offer'> & {
  readonly state: string
  readonly site: { readonly name: string }
}

/** Orders that were just placed; read one by one when the page is opened again. */
export const placedQuery = (universe: Universe, references: string) =>
  gather(
    'orders',
    'placed',
    { universe, references },
    (signal): Promise<readonly PlacedOrder[]> =>
      Promise.all(
        references.split(',').map(async (order) => {
          const { reference, state, subscription, offer, site } = await call(readOrder, { params: { universe, order }, signal })
          return { reference, state, contract: subscription.reference, offer: nameOf(offer), site: { name: site.name } }
        }),
      ),
  )

/** Keeps what was placed for the page that tells it; gives the page's `commandes`. */
export const keepPlaced = (universe: Universe, { orders }: Placed): string => {
  const references = orders.map(({ reference }) => reference).join(',')
  queryClient.setQueryData(
    placedQuery(universe, references).queryKey,
    orders.map((order) => ({ ...order, offer: words({ fr: order.offer, en: order.offerEn }) })),
  )
  return references
}
