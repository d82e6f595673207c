import { queryOptions } from '@tanstack/react-query'
import { listAccountSessions, listFactors, readAccount } from '#api/identity/account/account'
import { call } from '../../../platform/call.ts'

export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: ({ signal }) => call(readAccount, { signal }) })

export const factorsQuery = queryOptions({ queryKey: ['account', 'factors'], queryFn: ({ signal }) => call(listFactors, { signal }) })

export const accountSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => call(listAccountSessions, { signal }),
})
