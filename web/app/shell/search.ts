import type { LinkProps } from '@tanstack/react-router'
import type { Universe } from '#api/universes'

/** One thing found; `kind` tells which page opens it. */
export interface SearchHit {
  readonly kind: string
  readonly reference: string
  /** Empty for what belongs to nobody: an offer. */
  readonly companyReference: string
  readonly label: string
  readonly sublabel?: string | null
}

type Searcher = (universe: Universe, query: string, signal: AbortSignal) => Promise<readonly SearchHit[]>
export type HitLink = Pick<LinkProps, 'to' | 'params' | 'search'>

interface SearchKind {
  /** Name of the kind on screen (« Société »). */
  readonly label: () => string
  /** `ownCompany` is the reference of the person's company, whose pages have addresses of their own. */
  readonly linkOf: (universe: Universe, hit: SearchHit, ownCompany: string) => HitLink
}

const kinds = new Map<string, SearchKind>()
let searcher: Searcher | null = null

/** The search's domain says how to ask the server; until then the palette knows the pages only. */
export const setSearcher = (next: Searcher): void => {
  searcher = next
}
/** Each domain says which page shows its kind of object; a kind that nobody registered is not shown. */
export const registerSearchKind = (kind: string, how: SearchKind): void => {
  kinds.set(kind, how)
}
export const searchKind = (kind: string): SearchKind | undefined => kinds.get(kind)
export const search: Searcher = (universe, query, signal) => searcher?.(universe, query, signal) ?? Promise.resolve([])
