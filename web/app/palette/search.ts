import type { Icon } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { KeptKind } from '#api/search/search'
import type { Universe } from '#api/universes'

/** One thing found; `kind` tells which page opens it. */
export interface SearchHit {
  readonly kind: KeptKind
  readonly reference: string
  /** Empty for what belongs to nobody: an offer. */
  readonly companyReference: string
  readonly label: string
  readonly sublabel?: string | null
  /** Spelled nearly as it was typed. */
  readonly near?: boolean
}

type Searcher = (universe: Universe, query: string, signal: AbortSignal) => Promise<readonly SearchHit[]>
export type HitLink = Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'>

interface SearchKind {
  /** Name of the kind on screen (« Société »). */
  readonly label: () => string
  readonly icon: Icon
  /** `ownCompany` is the reference of the person's company, whose pages have addresses of their own. */
  readonly linkOf: (universe: Universe, hit: SearchHit, ownCompany: string) => HitLink
}

const kinds = new Map<KeptKind, SearchKind>()
let searcher: Searcher | null = null

/** The search's domain says how to ask the server; until then the palette knows the pages only. */
export const setSearcher = (next: Searcher): void => {
  searcher = next
}
/** Each domain says which page shows its kind of object; a kind that nobody registered is not shown. */
export const registerSearchKind = (kind: KeptKind, how: SearchKind): void => {
  kinds.set(kind, how)
}
export const searchKind = (kind: KeptKind): SearchKind | undefined => kinds.get(kind)
export const search: Searcher = (universe, query, signal) => searcher?.(universe, query, signal) ?? Promise.resolve([])
