import { sql } from 'kysely'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { ResponseOf } from '#api/endpoint'
import type { listAdditions } from '#api/shop/baskets/baskets'
import type { Context } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { first, found } from '../../../platform/db/questions.ts'
import { customerOf, customerRow } from '../customer.ts'
import { todayAt } from './load-basket.ts'

const contractOf = (companyReference: string, reference: string) =>
  db
    .selectFrom('subscriptions as s')
    .innerJoin('companies as c', 'c.id', 's.company_id')
    .innerJoin('offers as o', 'o.id', 's.offer_id')
    .leftJoin('sites as p', 'p.id', 's.site_id')
    .where('c.reference', '=', companyReference)
    .where('s.reference', '=', reference.trim().toUpperCase())
    .select(['s.id', 's.reference', 's.name', 's.state', 's.quantity', 's.site_id', 'p.name as site_name', 'o.code as offer_code'])
    .select(
      sql<
        string | null
      >`(select r.reference from orders r where r.subscription_id = s.id and r.state in ('awaiting_client', 'submitted', 'in_delivery'))`.as(
        'running_order',
      ),
    )

const additionsTo = (offer: string, day: string, universe: string | null) =>
  db
    .selectFrom('offers as o')
    .innerJoin('offer_versions as v', 'v.offer_id', 'o.id')
    .where('o.state', '=', 'on_sale')
    .where('v.state', '=', 'published')
    .where('v.valid_from', '<=', day)
    .where((or) => or.or([or('v.valid_until', 'is', null), or('v.valid_until', '>=', day)]))
    .where(sql<boolean>`${offer} = any (o.adds_to)`)
    .where(universe === null ? sql<boolean>`true` : sql<boolean>`${universe} = any (o.universes)`)
    .distinctOn(['o.position', 'o.code'])
    .orderBy('o.position')
    .orderBy('o.code')
    .orderBy('v.number', 'desc')
    .select(['o.code', 'o.name', 'o.name_en', 'o.family', sql<OfferDefinition>`v.definition`.as('definition')])

const feeOf = (subscriptionId: string) =>
  db.selectFrom('subscription_prices').where('subscription_id', '=', subscriptionId).select('monthly_cents')

/** What may be added to a running contract, and what it counts and costs today. */
export const readAdditions = async (ctx: Context, reference: string, contract: string): Promise<ResponseOf<typeof listAdditions>> => {
  const { scope, company, held } = await ctx.read({
    company: first(customerRow(reference)),
    held: found(contractOf(reference, contract)),
  })
  const customer = customerOf(scope, company)
  const { offers, fee } = await ctx.read({
    offers: additionsTo(held.offer_code, todayAt(ctx.request.now), customer.sale.universe),
    fee: customer.sale.priceList ? first(feeOf(held.id)) : null,
  })
  return {
    contract: {
      reference: held.reference,
      name: held.name,
      site: { id: held.site_id, name: held.site_name ?? '' },
      quantity: held.quantity,
      monthlyCents: fee?.monthly_cents ?? null,
      runningOrder: held.running_order,
    },
    items: (held.state === 'active' ? offers : []).map(({ code, name, name_en, family, definition }) => ({
      code,
      name: { fr: name, en: name_en },
      family,
      summary: { ...definition.summary },
      freeIncomingPerUnit: definition.freeIncomingPerUnit ?? null,
      leadTimeDays: definition.leadTimeDays,
    })),
  }
}
