import { sql } from 'kysely'
import type { ResponseOf } from '#api/endpoint'
import type { listOwnedOffers } from '#api/shop/baskets/owned-offers'
import type { Context } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { first } from '../../../platform/db/questions.ts'
import { customerOf, customerRow } from '../customer.ts'

const shownContracts = 20

/** Contracts of a company that are not over, the latest first, each with its place among those of its offer. */
const contractsOf = (companyReference: string) =>
  db
    .selectFrom((inner) =>
      inner
        .selectFrom('subscriptions as s')
        .innerJoin('companies as c', 'c.id', 's.company_id')
        .innerJoin('offers as o', 'o.id', 's.offer_id')
        .leftJoin('sites as p', 'p.id', 's.site_id')
        .where('c.reference', '=', companyReference)
        .where('s.state', 'in', ['creating', 'active', 'termination_requested'])
        .select(['o.code', 's.reference', 's.name', 'p.name as site', 's.number'])
        .select([
          sql<boolean>`s.state = 'active' and coalesce(s.last_order_state not in ('awaiting_client', 'submitted', 'in_delivery'), true)`.as(
            'may_add',
          ),
          sql<number>`count(*) over (partition by o.code)::int`.as('count'),
          sql<number>`row_number() over (partition by o.code order by s.number desc)::int`.as('place'),
        ])
        .as('owned'),
    )
    .selectAll()
    .where('place', '<=', shownContracts)
    .orderBy('code')
    .orderBy('place')

/** What a company has already of each offer. */
export const readOwnedOffers = async (ctx: Context, reference: string): Promise<ResponseOf<typeof listOwnedOffers>> => {
  const { scope, company, contracts } = await ctx.read({ company: first(customerRow(reference)), contracts: contractsOf(reference) })
  customerOf(scope, company)
  const items = new Map<string, ResponseOf<typeof listOwnedOffers>['items'][number]>()
  for (const { code, count, reference: contract, name, site, may_add: mayAdd } of contracts) {
    const owned = items.get(code) ?? { code, count, contracts: [] }
    items.set(code, { ...owned, contracts: [...owned.contracts, { reference: contract, name, site: site ?? '', mayAdd }] })
  }
  return { items: [...items.values()] }
}
