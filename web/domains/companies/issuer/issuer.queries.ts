import { queryOptions } from '@tanstack/react-query'
import { readIssuer } from '#api/companies/issuer/issuer'
import { call } from '../../../platform/call.ts'
import { queryClient } from '../../../platform/query-client.ts'

export const issuerQuery = queryOptions({
  queryKey: ['issuer'],
  queryFn: ({ signal }) => call(readIssuer, { params: { universe: 'carrier' }, signal }),
})

export const refreshIssuer = (): Promise<unknown> => queryClient.invalidateQueries({ queryKey: ['issuer'] })
