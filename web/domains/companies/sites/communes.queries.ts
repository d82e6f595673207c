import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { findCommunes } from '#api/companies/sites/communes'
import { call } from '../../../platform/call.ts'

/** Official communes; the list changes once a year. */
export const communesQuery = (search: { readonly q?: string; readonly postcode?: string }) =>
  queryOptions({
    queryKey: ['communes', search],
    enabled: Boolean(search.q || search.postcode),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => call(findCommunes, { query: search, signal }),
    placeholderData: keepPreviousData,
  })
