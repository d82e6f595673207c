import type { Session } from '#api/identity/sign-in/session'
import type { Universe } from '#api/universes'

/** Where the person goes: what a page knows before it is drawn. */
export interface Place<Params = object, Search = object> {
  readonly universe: Universe
  readonly session: Session
  /** The address' own, `company` for `$company`. */
  readonly params: Params
  /** As the route's `search` reads it. */
  readonly search: Search
}
