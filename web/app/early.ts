import type { FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import type { Session } from '#api/identity/sign-in/session'
import { type Universe, universes } from '#api/universes'
import { sessionQuery } from '../platform/session.ts'

/** Where the person goes: what a page knows before it is drawn. */
export interface EarlyPlace<S = Record<never, never>> {
  readonly universe: Universe
  readonly session: Session
  /** The address' own, `company` for `$company`. */
  readonly params: Readonly<Record<string, string | undefined>>
  /** As the route's `validateSearch` reads it. */
  readonly search: S
}

// biome-ignore lint/suspicious/noExplicitAny: the queries of a page differ in everything, and only the query client reads them.
export type EarlyQuery = FetchQueryOptions<any, any, any, any>

interface LoaderPlace {
  readonly context: { readonly queryClient: QueryClient }
  readonly params: object
  readonly location: { readonly pathname: string; readonly search: object }
  readonly cause: 'preload' | 'enter' | 'stay'
}

/**
 * `loader` of a route that starts the page's queries while its code is loaded and drawn, instead of after. It never holds the page back and
 * never fails: the page asks for the same queries, by the same functions, and shows what comes. `load` imports them from the domain's
 * `<noun>.early.ts`, so that the portal's first file does not grow. A list gives its `validateSearch` too.
 */
export const early =
  <S = Record<never, never>>(
    load: () => Promise<(place: EarlyPlace<S>) => readonly EarlyQuery[]>,
    readSearch?: (raw: Record<string, unknown>) => S,
  ) =>
  // The router's word for what it gives differs by route; told here, it would take our `params` for those of the route.
  (given: unknown): void => {
    const { context, params, location, cause } = given as LoaderPlace
    const { queryClient } = context
    // Passing over a link loads the page's code, not its data.
    const session = cause === 'preload' ? null : queryClient.getQueryData(sessionQuery.queryKey)
    const named = params as EarlyPlace['params']
    const universe = universes.find((one) => one === named.universe)
    if (!session || !universe) return
    const search = (readSearch?.({ ...location.search }) ?? {}) as S
    Promise.all([load(), import('./early-reach.ts')])
      .then(([queriesOf, { isReached }]) => {
        if (!isReached(session, universe, location.pathname)) return
        for (const query of queriesOf({ universe, session, params: named, search })) void queryClient.prefetchQuery(query)
      })
      // Without its code the page says so itself.
      .catch(() => undefined)
  }
