import { queryOptions } from '@tanstack/react-query'
import { listSavedViews, type SavedView } from '#api/identity/views/saved-views'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'

export const savedViewsQuery = (universe: Universe, screen: SavedView['screen']) =>
  queryOptions({
    queryKey: ['saved-views', universe, screen],
    queryFn: ({ signal }) => call(listSavedViews, { params: { universe }, query: { screen }, signal }),
    staleTime: 60_000,
  })

/** Filters and sort as a view keeps them: in the order of their names, so that equal ones are equal texts; the page is left out. */
export const queryOf = (values: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(values)
      .flatMap(([name, value]): [string, string][] => (value && name !== 'cursor' ? [[name, value]] : []))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ).toString()

export const valuesOf = (query: string): Readonly<Record<string, string>> => Object.fromEntries(new URLSearchParams(query))
