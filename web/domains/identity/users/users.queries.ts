import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listContacts } from '#api/companies/contacts/contacts'
import type { QueryInput } from '#api/endpoint'
import { listAllUsers, listUsers, readUser } from '#api/identity/users/users'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'

export const usersQuery = (universe: Universe, company: string, search: QueryInput<typeof listUsers>) =>
  queryOptions({
    queryKey: ['users', universe, company, 'list', search],
    queryFn: ({ signal }) => call(listUsers, { params: { universe, company }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const allUsersQuery = (universe: Universe, search: QueryInput<typeof listAllUsers>) =>
  queryOptions({
    queryKey: ['users', universe, 'all', search],
    queryFn: ({ signal }) => call(listAllUsers, { params: { universe }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const userQuery = (universe: Universe, company: string, login: string) =>
  queryOptions({
    queryKey: ['users', universe, company, 'one', login],
    queryFn: ({ signal }) => call(readUser, { params: { universe, company, login }, signal }),
  })

/** Contacts that may be invited: without access yet. */
export const invitableContactsQuery = (universe: Universe, company: string, q: string) =>
  queryOptions({
    queryKey: ['contacts', universe, company, 'invitable', q],
    queryFn: ({ signal }) =>
      call(listContacts, { params: { universe, company }, query: { access: 'without', ...(q === '' ? {} : { q }) }, signal }),
    placeholderData: keepPreviousData,
  })
