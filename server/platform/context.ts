import type { Grant } from '#api/access/grant'
import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'
import type { Transaction } from './db/query.ts'
import type { AnswersTo, Questions } from './db/questions.ts'

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

/** Whatever reads under a right: a request, or a transaction of one. What a page shows is read by it, so that a verb answers what the page reads. */
export interface Reader {
  readonly request: RequestInfo
  /** Everything asked, by name, in one round trip; with it who asks. @throws Problem not_found, for a row that had to be there */
  readonly read: <Q extends Questions & { readonly scope?: never }>(questions: Q) => Promise<AnswersTo<Q> & { readonly scope: Scope }>
}

/** A transaction of a request: it may think between statements. */
export interface ScopedTransaction extends Transaction, Reader {
  readonly scope: Scope
}

/** A request in a universe. Nothing is readable but through `read` and `write`, which enter the database under the endpoint's right. */
export interface Context extends Reader {
  readonly universe: Universe
  /** Who asks, when nothing else is read: a right is judged before a file is taken in. */
  readonly enter: () => Promise<Scope>
  /** A transaction that may think between statements. With an idempotency key, what `work` returns is the answer that a repeat gets. */
  readonly write: <T>(work: (tx: ScopedTransaction) => Promise<T>) => Promise<T>
}

/** The tables of people and sessions, for requests that are not (yet) in a universe. */
export interface IdentityStore {
  readonly read: <Q extends Questions>(questions: Q) => Promise<AnswersTo<Q>>
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
