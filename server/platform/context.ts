import type { Grant } from '#api/access/grant'
import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'
import type { Query, RowsOf, Transaction } from './db/query.ts'

declare const minted: unique symbol

/** Who acts and within which bounds, as the database said on entering. Only the access domain makes one. */
export interface Scope {
  readonly [minted]: true
  readonly universe: Universe
  readonly sessionId: string
  /** The person whose scope this is; under « voir comme » the person looked at. */
  readonly userId: string
  /** The person who really sits there. */
  readonly realUserId: string
  readonly login: string
  readonly actorName: string
  readonly language: 'fr' | 'en'
  readonly companyId: string
  readonly companyReference: string
  readonly companyName: string
  readonly isAdministrator: boolean
  readonly grants: Readonly<Partial<Record<Template, Grant>>>
  /** Sites of the right under which this request entered. */
  readonly allSites: boolean
  readonly siteIds: readonly string[]
  readonly readOnly: boolean
  readonly stepUpUntil: Date | null
  /** An operator's client: it reads no cost. */
  readonly isEndClient: boolean
}

/** True when the scope holds the template: on that site, or anywhere when no site is given (`null` = an object without a site: all sites needed). */
export const holds = (scope: Scope, template: Template, siteId?: string | null): boolean => {
  const grant = scope.grants[template]
  if (grant === undefined) return false
  if (grant === 'all' || siteId === undefined) return true
  return siteId !== null && grant.includes(siteId)
}

/** What any request knows before it is anybody's. */
export interface RequestInfo {
  readonly id: string
  readonly ip: string
  readonly userAgent: string
  /** The portal's clock, read once per request. */
  readonly now: Date
  readonly tokenHash: Buffer | null
  /** Of the cookie that tells a browser that signed in before; it opens nothing by itself. */
  readonly deviceHash: Buffer | null
  readonly idempotencyKey: string | null
}

export interface ScopedTransaction extends Transaction {
  readonly scope: Scope
  readonly request: RequestInfo
}

/** A request in a universe. Nothing is readable but through `read` and `write`, which enter the database under the endpoint's right. */
export interface Context {
  readonly request: RequestInfo
  readonly universe: Universe
  /** One round trip: enter, the queries, commit. */
  readonly read: <Q extends readonly Query[]>(...queries: Q) => Promise<{ scope: Scope; rows: { [K in keyof Q]: RowsOf<Q[K]> } }>
  /** A transaction that may think between statements. With an idempotency key, what `work` returns is the answer that a repeat gets. */
  readonly write: <T>(work: (tx: ScopedTransaction) => Promise<T>) => Promise<T>
}

/** The tables of people and sessions, for requests that are not (yet) in a universe. */
export interface IdentityStore {
  readonly read: <Q extends readonly Query[]>(...queries: Q) => Promise<{ [K in keyof Q]: RowsOf<Q[K]> }>
  readonly write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
}

export interface PublicContext {
  readonly request: RequestInfo
  readonly identity: IdentityStore
}

/** A signed-in person, outside any universe. */
export interface SessionContext<S = unknown> extends PublicContext {
  readonly session: S
}
