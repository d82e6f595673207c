import { queryOptions } from '@tanstack/react-query'
import { explainRights, listRights, readRight } from '#api/access/rights'
import type { Universe } from '#api/universes'
import { call } from '../../platform/call.ts'
import { queryClient } from '../../platform/query-client.ts'

export const rightsQuery = (universe: Universe, company: string) =>
  queryOptions({
    queryKey: ['rights', universe, company],
    queryFn: ({ signal }) => call(listRights, { params: { universe, company }, signal }),
  })

export const rightQuery = (universe: Universe, company: string, right: string) =>
  queryOptions({
    queryKey: ['rights', universe, company, right],
    queryFn: ({ signal }) => call(readRight, { params: { universe, company, right }, signal }),
  })

export const explanationQuery = (universe: Universe, company: string, login: string) =>
  queryOptions({
    queryKey: ['rights', universe, company, 'why', login],
    queryFn: ({ signal }) => call(explainRights, { params: { universe, company, login }, signal }),
  })

/** After a change: rights and users show each other, and the history tells it. */
export const refreshAccess = (): Promise<unknown> =>
  Promise.all(['rights', 'users', 'activity'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })))
