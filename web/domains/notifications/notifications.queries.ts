import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { QueryInput } from '#api/endpoint'
import { countUnread, listNotifications } from '#api/notifications/inbox/notifications'
import type { NotificationCategory } from '#api/notifications/notification-categories'
import {
  listFailingAddresses,
  listNotificationSubscriptions,
  previewRecipients,
  readCompanyAddresses,
  readContactSubscriptions,
  readOwnSubscriptions,
} from '#api/notifications/subscriptions/subscriptions'
import type { Universe } from '#api/universes'
import { call } from '../../platform/call.ts'
import { language } from '../../platform/language.ts'
import { queryClient } from '../../platform/query-client.ts'

type InboxSearch = Omit<QueryInput<typeof listNotifications>, 'language'>

/** Live topic `notifications`: the server's sentences come in the language on screen. */
export const inboxQuery = (universe: Universe, search: InboxSearch) =>
  queryOptions({
    queryKey: ['notifications', universe, 'list', search, language()],
    queryFn: ({ signal }) => call(listNotifications, { params: { universe }, query: { ...search, language: language() }, signal }),
    placeholderData: keepPreviousData,
  })

export const unreadQuery = (universe: Universe) =>
  queryOptions({
    queryKey: ['notifications', universe, 'unread'],
    queryFn: ({ signal }) => call(countUnread, { params: { universe }, signal }),
  })

export const refreshInbox = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['notifications'] })

/** Everybody's: the filters of the dashboard work on what is in memory. */
export const subscriptionsQuery = (universe: Universe, company: string) =>
  queryOptions({
    queryKey: ['subscriptions', universe, company, 'all'],
    queryFn: ({ signal }) => call(listNotificationSubscriptions, { params: { universe, company }, query: {}, signal }),
  })

export const contactSubscriptionsQuery = (universe: Universe, company: string, contact: string) =>
  queryOptions({
    queryKey: ['subscriptions', universe, company, 'contact', contact],
    queryFn: ({ signal }) => call(readContactSubscriptions, { params: { universe, company, contact }, signal }),
  })

export const ownSubscriptionsQuery = (universe: Universe) =>
  queryOptions({
    queryKey: ['subscriptions', universe, 'own'],
    queryFn: ({ signal }) => call(readOwnSubscriptions, { params: { universe }, signal }),
  })

export const companyAddressesQuery = (universe: Universe, company: string) =>
  queryOptions({
    queryKey: ['subscriptions', universe, company, 'addresses'],
    queryFn: ({ signal }) => call(readCompanyAddresses, { params: { universe, company }, signal }),
  })

export const recipientsQuery = (universe: Universe, company: string, category: NotificationCategory, site: string | undefined) =>
  queryOptions({
    queryKey: ['subscriptions', universe, company, 'recipients', category, site],
    queryFn: ({ signal }) =>
      call(previewRecipients, { params: { universe, company }, query: site ? { category, site } : { category }, signal }),
    placeholderData: keepPreviousData,
  })

export const failingAddressesQuery = (universe: Universe, company: string) =>
  queryOptions({
    queryKey: ['subscriptions', universe, company, 'failing'],
    queryFn: ({ signal }) => call(listFailingAddresses, { params: { universe, company }, signal, silent: true }),
    staleTime: 300_000,
  })

/** After a save: every screen that shows subscriptions reads them again. */
export const refreshSubscriptions = (): Promise<unknown> =>
  Promise.all(['subscriptions', 'activity'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })))
