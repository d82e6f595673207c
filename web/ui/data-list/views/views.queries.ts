import { listSavedViews, type SavedView } from '#api/identity/views/saved-views'
import type { Universe } from '#api/universes'
import { read } from '../../../platform/reading/read.ts'

export const savedViewsQuery = (universe: Universe, screen: SavedView['screen']) =>
  read(listSavedViews, { params: { universe }, query: { screen } })

/** Filters and sort as a view keeps them: in the order of their names, so that equal ones are equal texts; the page is left out. */
export const queryOf = (values: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(values)
      .flatMap(([name, value]): [string, string][] => (value && name !== 'cursor' ? [[name, value]] : []))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ).toString()

export const valuesOf = (query: string): Readonly<Record<string, string>> => Object.fromEntries(new URLSearchParams(query))
