import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { readSubscription } from '#api/orders/contract/contract'
import { previewTermination, type TerminationOrigin } from '#api/orders/termination/terminations'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'
import { isProblem } from '../../../platform/problem.ts'
import { queryClient } from '../../../platform/query-client.ts'

export const subscriptionQuery = (universe: Universe, subscription: string) =>
  queryOptions({
    queryKey: ['subscriptions', subscription, universe],
    queryFn: ({ signal }) => call(readSubscription, { params: { universe, subscription }, signal }),
  })

export interface Wish {
  readonly wishedOn?: string | undefined
  readonly requestedOn?: string | undefined
  readonly origin?: TerminationOrigin | undefined
}

/** What leaving on a day would come to. A refused day keeps the last answer on screen; asking again does not change a refusal. */
export const terminationPreviewQuery = (universe: Universe, subscription: string, wish: Wish) =>
  queryOptions({
    queryKey: ['subscriptions', subscription, universe, 'termination', wish],
    queryFn: ({ signal }) =>
      call(previewTermination, {
        params: { universe, subscription },
        query: Object.fromEntries(Object.entries(wish).filter(([, value]) => value)),
        signal,
      }),
    placeholderData: keepPreviousData,
    retry: (count, error) => !isProblem(error) && count < 2,
  })

/** After a termination was asked for or withdrawn: the contract, the lists, its order. */
export const refreshContract = (subscription: string): Promise<unknown> =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['subscriptions', subscription] }),
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [topic, what] }) => topic === 'subscriptions' && !/\d/.test(String(what)),
    }),
    ...['orders', 'home', 'activity'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })),
  ])

/** Whose contract it is, where the address does not say. */
export const contractOwnerQuery = (universe: Universe, subscription: string) =>
  queryOptions({
    queryKey: ['subscriptions', subscription, universe, 'owner'],
    queryFn: ({ signal }) => call(readSubscription, { params: { universe, subscription }, signal }),
    select: ({ client }) => client.reference,
  })
