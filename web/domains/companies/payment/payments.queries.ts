import { queryOptions } from '@tanstack/react-query'
import { listPayments } from '#api/companies/payment/payment'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'

/** Payment coordinates of a company and its sites: few enough to come whole. */
export const paymentsQuery = (universe: Universe, company: string) =>
  queryOptions({
    queryKey: ['payments', universe, company],
    queryFn: ({ signal }) => call(listPayments, { params: { universe, company }, signal }),
  })
