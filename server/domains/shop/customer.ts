import { sql } from 'kysely'
import type { PriceList } from '#api/catalog/rules/offer-definition'
import type { BasketMode, OrderingBlock } from '#api/shop/baskets/baskets'
import type { Scope } from '../../platform/context.ts'
import { db, type RowsOf } from '../../platform/db/query.ts'
import { Problem } from '../../platform/problem.ts'
import { isEndClient, priceListOf, sellingUniverse } from '../catalog/price-list.ts'

/** Beyond, a small company must expressly consent (Code de la consommation L224-26-2). */
export const longCommitmentMonths = 24
const isSmallCompany = (size: string): boolean => ['micro', 'small', 'nonprofit'].includes(size)

/** The company for which something is ordered, whether it may order now, and its basket of the moment. */
export const customerRow = (reference: string) =>
  db
    .selectFrom('companies as c')
    .where('c.reference', '=', reference)
    .select(['c.id', 'c.reference', 'c.name', 'c.size', 'c.universes'])
    .select([
      sql<string | null>`nullif(c.ambassador_id, c.id)`.as('ambassador_id'),
      sql<string | null>`nullif(c.operator_id, c.id)`.as('operator_id'),
      sql<OrderingBlock | null>`app.ordering_block(c.id)`.as('block'),
    ])
export type CustomerRow = RowsOf<ReturnType<typeof customerRow>>[number]

/** How a company is sold to by the caller. */
export interface Sale {
  readonly mode: BasketMode
  /** What an offer must be open to; null: any. */
  readonly universe: ReturnType<typeof sellingUniverse>
  /** Null: the caller reads no price of the carrier. */
  readonly priceList: PriceList | null
  /** The carrier may go below what a client is committed to. */
  readonly byCarrier: boolean
}

export interface Customer {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly block: OrderingBlock | null
  readonly sale: Sale
  /** A long commitment needs its express consent. */
  readonly isSmall: boolean
  /** Who decides on what others order for it. */
  readonly decider: { readonly companyId: string; readonly universe: 'client' | 'operator' }
}

const modeOf = (scope: Scope): BasketMode => {
  if (isEndClient(scope)) return 'request'
  return scope.universe === 'ambassador' || scope.universe === 'carrier' ? 'propose' : 'order'
}

const blockOf = (scope: Scope, block: OrderingBlock | null): OrderingBlock | null => {
  // A client never reads its operator's state: it asks, and the operator learns it.
  if (block === 'payer_blocked' && isEndClient(scope)) return null
  return block
}

/**
 * A partner's own purchases are made in its client universe, like its contracts.
 * @throws Problem not_found
 */
export const customerOf = (scope: Scope, row: CustomerRow | undefined): Customer => {
  if (!row?.universes.includes('client')) throw new Problem('not_found')
  if ((scope.universe === 'client') !== (row.id === scope.companyId)) throw new Problem('not_found')
  return {
    id: row.id,
    reference: row.reference,
    name: row.name,
    block: blockOf(scope, row.block),
    sale: {
      mode: modeOf(scope),
      universe: sellingUniverse(scope, row),
      priceList: priceListOf(scope, row),
      byCarrier: scope.universe === 'carrier',
    },
    isSmall: isSmallCompany(row.size),
    decider: row.operator_id ? { companyId: row.operator_id, universe: 'operator' } : { companyId: row.id, universe: 'client' },
  }
}
