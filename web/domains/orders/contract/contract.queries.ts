import { keepPreviousData } from '@tanstack/react-query'
import type { ResponseOf } from '#api/endpoint'
import { readSubscription } from '#api/orders/contract/contract'
import { previewTermination, type TerminationOrigin } from '#api/orders/termination/terminations'
import type { Universe } from '#api/universes'
import { isProblem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'

export interface Wish {
  readonly wishedOn?: string | undefined
  readonly requestedOn?: string | undefined
  readonly origin?: TerminationOrigin | undefined
}

/** What leaving on a day would come to. A refused day keeps the last answer on screen; asking again does not change a refusal. */
export const terminationPreviewQuery = (universe: Universe, subscription: string, wish: Wish) => ({
  ...read(previewTermination, {
    params: { universe, subscription },
    query: Object.fromEntries(Object.entries(wish).filter(([, value]) => value)),
  }),
  placeholderData: keepPreviousData,
  retry: (count: number, error: Error) => !isProblem(error) && count < 2,
})

/** Whose contract it is, where the address does not say. */
export const contractOwnerQuery = (universe: Universe, subscription: string) => ({
  ...read(readSubscription, { params: { universe, subscription } }),
  select: ({ client }: ResponseOf<typeof readSubscription>) => client.reference,
})
