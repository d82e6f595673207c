import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { QueryInput } from '#api/endpoint'
import { listMails, readMail } from '#api/notifications/sent-mails/sent-mails'
import { call } from '../../../platform/call.ts'

const universe = 'carrier'

export const mailsQuery = (search: QueryInput<typeof listMails>) =>
  queryOptions({
    queryKey: ['mails', universe, 'list', search],
    queryFn: ({ signal }) => call(listMails, { params: { universe }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const mailQuery = (mail: string) =>
  queryOptions({
    queryKey: ['mails', universe, 'one', mail],
    queryFn: ({ signal }) => call(readMail, { params: { universe, mail }, signal }),
    // A mail on its way settles within seconds.
    refetchInterval: ({ state }) => (state.data?.state === 'queued' || state.data?.state === 'sending' ? 3000 : false),
  })
