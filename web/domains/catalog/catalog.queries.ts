import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listAdminOffers, type OfferVersion, readAdminOffer, readOfferVersion } from '#api/catalog/admin/offer-versions'
import { call } from '../../platform/call.ts'
import { queryClient } from '../../platform/query-client.ts'
import type { ListSearch } from '../../ui/data-list/list-search.ts'

const params = { universe: 'carrier' } as const

export type OffersSearch = ListSearch<typeof listAdminOffers>

export const adminOffersQuery = (search: OffersSearch) =>
  queryOptions({
    queryKey: ['catalog', 'offers', search],
    queryFn: ({ signal }) => call(listAdminOffers, { params, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const adminOfferQuery = (offer: string) =>
  queryOptions({
    queryKey: ['catalog', 'offer', offer],
    queryFn: ({ signal }) => call(readAdminOffer, { params: { ...params, offer }, signal }),
  })

export const offerVersionQuery = (offer: string, number: number) =>
  queryOptions({
    queryKey: ['catalog', 'version', offer, number],
    queryFn: ({ signal }) => call(readOfferVersion, { params: { ...params, offer, number }, signal }),
  })

/** Every offer, page after page: what can be added to, and the names behind codes. */
export const everyOfferQuery = () =>
  queryOptions({
    queryKey: ['catalog', 'every'],
    queryFn: async ({ signal }) => {
      const first = await call(listAdminOffers, { params, query: {}, signal })
      const items = [...first.items]
      for (let { next } = first; next; ) {
        const page = await call(listAdminOffers, { params, query: { cursor: next }, signal })
        items.push(...page.items)
        next = page.next
      }
      return items
    },
    staleTime: 60_000,
  })

/** Reads again whatever an act on the catalogue shows in, the shop included. */
export const refreshCatalog = (): Promise<unknown> =>
  Promise.all(['catalog', 'shop'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })))

/** Shows a version as an act answered it, then the lists that it stands in. */
export const keepVersion = (version: OfferVersion): Promise<unknown> => {
  queryClient.setQueryData(offerVersionQuery(version.offer.code, version.number).queryKey, version)
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: ['shop'] }),
    queryClient.invalidateQueries({
      queryKey: ['catalog'],
      predicate: ({ queryKey }) => !(queryKey[1] === 'version' && queryKey[2] === version.offer.code && queryKey[3] === version.number),
    }),
  ])
}
