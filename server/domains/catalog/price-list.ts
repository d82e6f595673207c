import type { PriceList } from '#api/catalog/rules/offer-definition'
import type { Scope } from '../../platform/context.ts'
import { db } from '../../platform/db/query.ts'

/** For whom one looks at the catalogue. */
export interface Buyer {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly ambassador_id: string | null
  readonly operator_id: string | null
}

/** The company of a reference, when the caller sees it. */
export const buyer = (reference: string) =>
  db.selectFrom('companies').where('reference', '=', reference).select(['id', 'reference', 'name', 'ambassador_id', 'operator_id'])

/**
 * True for an operator's client in its client universe: its role has no grant on the carrier's amounts, so a query that names them fails.
 * Ask before choosing the queries.
 */
export const isEndClient = (scope: Scope): boolean => scope.isEndClient

const isOperatorsClient = (company: Buyer): boolean => company.operator_id !== null && company.operator_id !== company.id

/**
 * The price list of who pays for a company: wholesale when its operator does, public otherwise. Null for an operator's client, who reads no
 * amount of the carrier. Without a company: what the universe itself buys at.
 */
export const priceListOf = (scope: Scope, company: Buyer | null): PriceList | null => {
  if (isEndClient(scope)) return null
  if (company === null) return scope.universe === 'operator' ? 'wholesale' : 'public'
  return isOperatorsClient(company) ? 'wholesale' : 'public'
}

/** The universe whose offers may be ordered for that company; null: any (the carrier looking at the whole catalogue). */
export const sellingUniverse = (scope: Scope, company: Buyer | null): 'client' | 'ambassador' | 'operator' | null => {
  if (isEndClient(scope) || priceListOf(scope, company) === 'wholesale') return 'operator'
  if (scope.universe === 'carrier') return null
  return scope.universe === 'ambassador' ? 'ambassador' : 'client'
}
