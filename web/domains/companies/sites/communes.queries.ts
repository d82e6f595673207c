import { keepPreviousData } from '@tanstack/react-query'
import { findCommunes } from '#api/companies/sites/communes'
import { read } from '../../../platform/reading/read.ts'

/** Official communes; the list changes once a year. */
export const communesQuery = (search: { readonly q?: string; readonly postcode?: string }) => ({
  ...read(findCommunes, { query: search }),
  enabled: Boolean(search.q || search.postcode),
  staleTime: Number.POSITIVE_INFINITY,
  placeholderData: keepPreviousData,
})
