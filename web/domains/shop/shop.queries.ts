import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { compareOffers, listOffers, listResalePrices, readOffer } from '#api/catalog/offers/offers'
import type { QueryInput } from '#api/endpoint'
import { type Basket, listAdditions, readBasket } from '#api/shop/baskets/baskets'
import { readModifiable } from '#api/shop/baskets/modifications'
import { listPurchaseRequests, type PurchaseRequest, readPurchaseRequest } from '#api/shop/requests/purchase-requests'
import type { Universe } from '#api/universes'
import { call } from '../../platform/call.ts'
import { queryClient } from '../../platform/query-client.ts'

const asked = (company: string | null) => (company === null ? {} : { company })

/** The whole catalogue, with the prices of who would pay: a few dozen offers, filtered in the page. */
export const offersQuery = (universe: Universe, company: string | null) =>
  queryOptions({
    queryKey: ['catalog', universe, 'offers', company],
    queryFn: ({ signal }) => call(listOffers, { params: { universe }, query: asked(company), signal }),
    staleTime: 60_000,
  })

export const offerQuery = (universe: Universe, company: string | null, offer: string) =>
  queryOptions({
    queryKey: ['catalog', universe, 'offer', company, offer],
    queryFn: ({ signal }) => call(readOffer, { params: { universe, offer }, query: asked(company), signal }),
    staleTime: 60_000,
  })

export const comparisonQuery = (universe: Universe, company: string | null, offers: string) =>
  queryOptions({
    queryKey: ['catalog', universe, 'comparison', company, offers],
    queryFn: ({ signal }) => call(compareOffers, { params: { universe }, query: { offers, ...asked(company) }, signal }),
    placeholderData: keepPreviousData,
  })

export const resalePricesQuery = (universe: Universe) =>
  queryOptions({
    queryKey: ['catalog', universe, 'resale-prices'],
    queryFn: ({ signal }) => call(listResalePrices, { params: { universe }, signal }),
  })

export const basketQuery = (universe: Universe, company: string) =>
  queryOptions({
    queryKey: ['baskets', universe, company],
    queryFn: ({ signal }) => call(readBasket, { params: { universe, company }, signal }),
  })

/** Shows a basket as a verb answered it. */
export const keepBasket = (universe: Universe, basket: Basket): void => {
  queryClient.setQueryData(basketQuery(universe, basket.company.reference).queryKey, basket)
  void queryClient.invalidateQueries({ queryKey: ['home'] })
}

export const refreshBasket = (universe: Universe, company: string): Promise<unknown> =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['baskets', universe, company] }),
    queryClient.invalidateQueries({ queryKey: ['home'] }),
  ])

export const additionsQuery = (universe: Universe, company: string, contract: string) =>
  queryOptions({
    queryKey: ['subscriptions', contract, universe, 'additions'],
    queryFn: ({ signal }) => call(listAdditions, { params: { universe, company, subscription: contract }, signal }),
  })

export const modifiableQuery = (universe: Universe, company: string, contract: string) =>
  queryOptions({
    queryKey: ['subscriptions', contract, universe, 'modification'],
    queryFn: ({ signal }) => call(readModifiable, { params: { universe, company, subscription: contract }, signal }),
  })

export const requestsQuery = (universe: Universe, search: QueryInput<typeof listPurchaseRequests>) =>
  queryOptions({
    queryKey: ['purchase-requests', universe, 'list', search],
    queryFn: ({ signal }) => call(listPurchaseRequests, { params: { universe }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const requestQuery = (universe: Universe, request: string) =>
  queryOptions({
    queryKey: ['purchase-requests', universe, 'one', request],
    queryFn: ({ signal }) => call(readPurchaseRequest, { params: { universe, request }, signal }),
  })

/** Shows a request as a verb answered it, and what hangs from it. */
export const keepRequest = (universe: Universe, request: PurchaseRequest): Promise<unknown> => {
  queryClient.setQueryData(requestQuery(universe, request.id).queryKey, request)
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: ['purchase-requests', universe, 'list'] }),
    ...['home', 'activity', 'baskets'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })),
  ])
}

/** After orders were placed: contracts, orders and counts. */
export const refreshAfterOrder = (): Promise<unknown> =>
  Promise.all(
    ['baskets', 'orders', 'subscriptions', 'home', 'activity'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })),
  )
