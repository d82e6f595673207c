import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { QueryInput } from '#api/endpoint'
import { listOrderClients, listOrderContacts, listOrderContracts, listOrderSites } from '#api/shop/choices/order-choices'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'

/** Keyed as the company's own sites, contacts and contracts: whoever changes those refreshes these. */

export const orderSitesQuery = (universe: Universe, company: string, query: QueryInput<typeof listOrderSites> = {}) =>
  queryOptions({
    queryKey: ['sites', universe, company, 'choice', query],
    queryFn: ({ signal }) => call(listOrderSites, { params: { universe, company }, query, signal }),
    placeholderData: keepPreviousData,
  })

export const orderContactsQuery = (universe: Universe, company: string, query: QueryInput<typeof listOrderContacts> = {}) =>
  queryOptions({
    queryKey: ['contacts', universe, company, 'choice', query],
    queryFn: ({ signal }) => call(listOrderContacts, { params: { universe, company }, query, signal }),
    placeholderData: keepPreviousData,
  })

export const orderContractsQuery = (universe: Universe, company: string, query: QueryInput<typeof listOrderContracts> = {}) =>
  queryOptions({
    queryKey: ['subscriptions', universe, company, 'choice', query],
    queryFn: ({ signal }) => call(listOrderContracts, { params: { universe, company }, query, signal }),
    placeholderData: keepPreviousData,
  })

export const orderClientsQuery = (universe: Universe, query: QueryInput<typeof listOrderClients> = {}) =>
  queryOptions({
    queryKey: ['companies', universe, 'choice', query],
    queryFn: ({ signal }) => call(listOrderClients, { params: { universe }, query, signal }),
    placeholderData: keepPreviousData,
  })
