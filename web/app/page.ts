import type { FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import { createRoute, redirect } from '@tanstack/react-router'
import type { Universe } from '#api/universes'
import type { Place } from '../platform/reading/place.ts'
import type { ReadKey } from '../platform/reading/reread.ts'
import { sessionQuery } from '../platform/session.ts'
import { lazyPage } from './lazy-page.ts'
import { isOutOfReach } from './modules.ts'
import type { UniverseRoute } from './universe-route.tsx'

/** The part of an address that stands below its universe. */
type Under<Path extends string> = Path extends `/$universe/${infer Rest}` ? Rest : '/'

/** The parameters that an address names. */
type Named<Path extends string> = Path extends `${infer Part}/${infer Rest}`
  ? Named<Part> & Named<Rest>
  : Path extends `$${infer Name}`
    ? { readonly [name in Name]: string }
    : Record<never, never>

// biome-ignore lint/suspicious/noExplicitAny: the queries of a page differ in everything, and only the query client reads them.
type PageRead = FetchQueryOptions<any, any, any, ReadKey>

interface PageModule<Path extends string, Search> {
  /** What the page reads: begun while it is drawn, by the same options. */
  readonly reads?: (place: Place<Named<Under<Path>>, Search>) => readonly PageRead[]
  /** What the page reads of the address' search, when only its own file knows (a list); the route's `search` holds until it is there. */
  readonly address?: (raw: Record<string, unknown>) => Search
}

interface PageOptions<Path extends string, Search, Name extends string> {
  /** Its address, as `api/pages.ts` has it. */
  readonly path: Path
  /** What the page reads of the address' search. */
  readonly search?: (raw: Record<string, unknown>) => Search
  readonly load: () => Promise<PageModule<Path, Search> & { readonly [name in Name]: () => React.ReactNode }>
  /** The component that draws it. */
  readonly name: Name
}

interface LoaderPlace {
  readonly context: { readonly queryClient: QueryClient }
  readonly params: object
  readonly location: { readonly pathname: string; readonly search: object; readonly hash: string }
  readonly cause: 'preload' | 'enter' | 'stay'
}

const isSame = (one: object, other: object): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())

/**
 * A page behind the sign-in. Its file is loaded when it is entered, and what it says to read (`reads`) is begun at once, before it is drawn: the
 * page then asks for the same and shows what comes. Reading never holds the page back, and an address that the person may not open reads nothing.
 */
export const page = <const Path extends `/$universe${string}`, Name extends string, Search = Record<never, never>>(
  universeRoute: UniverseRoute,
  { path, search, load, name }: PageOptions<Path, Search, Name>,
) => {
  let readSearch = (search ?? (() => ({}))) as (raw: Record<string, unknown>) => Search
  const under = (path.slice('/$universe/'.length) || '/') as Under<Path>
  const begin = async ({ context: { queryClient }, params, location }: LoaderPlace): Promise<void> => {
    const { universe, ...named } = params as { readonly universe: Universe }
    const session = queryClient.getQueryData(sessionQuery.queryKey)
    const { reads } = await load()
    if (!session || !reads || isOutOfReach(session, universe, location.pathname)) return
    const place = { universe, session, params: named as unknown as Named<Under<Path>>, search: readSearch({ ...location.search }) }
    for (const query of reads(place)) void queryClient.prefetchQuery(query)
  }
  let isThere = false
  const arrive = async ({ pathname, hash, search: shown }: LoaderPlace['location']): Promise<void> => {
    // Without its code the page says so itself.
    const loaded = await load().catch(() => null)
    isThere = loaded !== null
    if (!loaded?.address || loaded.address === readSearch) return
    readSearch = loaded.address
    const own = readSearch({ ...shown })
    if (!isSame(own as object, shown)) throw redirect({ to: pathname, search: own as never, hash, replace: true })
  }
  return createRoute({
    getParentRoute: () => universeRoute,
    path: under,
    validateSearch: (raw: Record<string, unknown>): Search => readSearch(raw),
    // Once the code is there nothing is awaited: a control that is kept in the address moves at once.
    beforeLoad: (given: unknown): Promise<void> | undefined => (isThere ? undefined : arrive((given as LoaderPlace).location)),
    // The router's word for what it gives differs by route; told here, it would take our `params` for those of the route.
    loader: (given: unknown): void => {
      const entered = given as LoaderPlace
      // Passing over a link loads the page's code, not its data. Without its code the page says so itself.
      if (entered.cause !== 'preload') begin(entered).catch(() => undefined)
    },
    component: lazyPage(load, name),
  })
}
