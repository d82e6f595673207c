import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CharacteristicValues } from '#api/catalog/rules/offer-definition'
import type { ResponseOf } from '#api/endpoint'
import { listPilots, listQueue, previewAmendment } from '#api/orders/delivery/delivery'
import { readPendingDecision } from '#api/orders/life/placing'
import { readOrderForm } from '#api/orders/reading/order-form'
import { listOrders, type Order, readOrder } from '#api/orders/reading/orders'
import { readTerminationDecision } from '#api/orders/termination/terminations'
import { readSaleTerms } from '#api/shop/terms/sale-terms'
import type { Universe } from '#api/universes'
import { call } from '../../platform/call.ts'
import { queryClient } from '../../platform/query-client.ts'
import { showsOthers } from '../../platform/realtime.ts'
import type { ListSearch } from '../../ui/data-list/list-search.ts'

export const ordersQuery = (universe: Universe, search: ListSearch<typeof listOrders>) =>
  queryOptions({
    queryKey: ['orders', universe, 'list', search],
    queryFn: ({ signal }) => call(listOrders, { params: { universe }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const orderQuery = (universe: Universe, order: string) =>
  queryOptions({
    queryKey: ['orders', order, universe],
    queryFn: ({ signal }) => call(readOrder, { params: { universe, order }, signal }),
    meta: showsOthers<Order>(({ together }) => together.map(({ reference }) => reference)),
  })

export const decisionQuery = (universe: Universe, order: string) =>
  queryOptions({
    queryKey: ['orders', order, universe, 'decision'],
    queryFn: ({ signal }) => call(readPendingDecision, { params: { universe, order }, signal }),
    meta: showsOthers<ResponseOf<typeof readPendingDecision>>(({ waiting }) => waiting),
  })

/** What validating a termination comes to today. */
export const terminationDecisionQuery = (universe: Universe, order: string) =>
  queryOptions({
    queryKey: ['orders', order, universe, 'termination-decision'],
    queryFn: ({ signal }) => call(readTerminationDecision, { params: { universe, order }, signal }),
  })

export const saleTermsQuery = (universe: Universe) =>
  queryOptions({
    queryKey: ['terms-of-sale', universe],
    queryFn: ({ signal }) => call(readSaleTerms, { params: { universe }, signal }),
    staleTime: 60_000,
  })

export const queueQuery = (query: Readonly<Record<string, string | undefined>>) =>
  queryOptions({
    queryKey: ['orders', 'queue', query],
    queryFn: ({ signal }) => call(listQueue, { params: { universe: 'carrier' }, query, signal }),
    placeholderData: keepPreviousData,
  })

export const pilotsQuery = () =>
  queryOptions({
    queryKey: ['orders', 'pilots'],
    queryFn: ({ signal }) => call(listPilots, { params: { universe: 'carrier' }, signal }),
    staleTime: 60_000,
  })

/** What runs, as the home page counts and shows it. */
export const homeOrdersQuery = (universe: Universe) => ordersQuery(universe, { state: 'running' })
export const homeQueueQuery = () => queueQuery({ scope: 'mine' })

/** The offer as it was ordered, and what its delivery creates. */
export const orderFormQuery = (order: string) =>
  queryOptions({
    queryKey: ['orders', order, 'carrier', 'form'],
    queryFn: ({ signal }) => call(readOrderForm, { params: { universe: 'carrier', order }, signal }),
  })

/** What an order would come to with other answers; kept on screen while the next ones are reckoned. */
export const amendmentPreviewQuery = (order: string, values: CharacteristicValues) =>
  queryOptions({
    queryKey: ['orders', order, 'carrier', 'amendment', values],
    queryFn: ({ signal }) => call(previewAmendment, { params: { universe: 'carrier', order }, body: { values }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })

/** Lists, counts and contracts that an order shows in. */
export const refreshAround = (): Promise<unknown> =>
  Promise.all([
    queryClient.invalidateQueries({ predicate: ({ queryKey: [topic, what] }) => topic === 'orders' && !/\d/.test(String(what)) }),
    ...['subscriptions', 'home', 'activity'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })),
  ])

/** Shows an order as a verb answered it, everywhere. */
export const keepOrder = (universe: Universe, order: Order): void => {
  queryClient.setQueryData(orderQuery(universe, order.reference).queryKey, order)
  void refreshAround()
}

/** Reads an order again, with what depends on it. */
export const refreshOrder = (order: string): Promise<unknown> =>
  Promise.all([queryClient.invalidateQueries({ queryKey: ['orders', order] }), refreshAround()])
