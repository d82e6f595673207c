import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listContacts, readContact } from '#api/companies/contacts/contacts'
import type { QueryInput } from '#api/endpoint'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'

export const contactsQuery = (universe: Universe, company: string, search: QueryInput<typeof listContacts> = {}) =>
  queryOptions({
    queryKey: ['contacts', universe, company, 'list', search],
    queryFn: ({ signal }) => call(listContacts, { params: { universe, company }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const contactQuery = (universe: Universe, company: string, contact: string) =>
  queryOptions({
    queryKey: ['contacts', universe, company, 'one', contact],
    queryFn: ({ signal }) => call(readContact, { params: { universe, company, contact }, signal }),
  })
