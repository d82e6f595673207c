import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listContacts, readContact } from '#api/companies/contacts/contacts'
import type { QueryInput } from '#api/endpoint'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'

export const contactsQuery = (universe: Universe, company: string, search: QueryInput<typeof listContacts> = {}) =>
  queryOptions({
    queryKey: ['contacts', universe, company, 'list', search],
    queryFn: ({ signal }) => call(listContacts, { params: { universe, company }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

/** What the address of a list asks of the API: an access or an archive that is none is left out. */
export const contactsSearch = ({
  access,
  archived,
  ...search
}: ListSearch<'access' | 'site' | 'archived'>): QueryInput<typeof listContacts> => ({
  ...search,
  ...(access === 'with' || access === 'without' ? { access } : {}),
  ...(archived === 'true' ? { archived } : {}),
})

export const contactQuery = (universe: Universe, company: string, contact: string) =>
  queryOptions({
    queryKey: ['contacts', universe, company, 'one', contact],
    queryFn: ({ signal }) => call(readContact, { params: { universe, company, contact }, signal }),
  })
