import { queryOptions } from '@tanstack/react-query'
import { readCompany } from '#api/companies/company/company'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'
import { queryClient } from '../../../platform/query-client.ts'

export const companyQuery = (universe: Universe, company: string) =>
  queryOptions({
    queryKey: ['companies', universe, company],
    queryFn: ({ signal }) => call(readCompany, { params: { universe, company }, signal }),
  })

/** After a change on the sheet or of what hangs from it: the blocks show each other, and the history tells it. */
export const refreshCompany = (): Promise<unknown> =>
  Promise.all(
    ['companies', 'sites', 'contacts', 'payments', 'home', 'activity'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })),
  )
