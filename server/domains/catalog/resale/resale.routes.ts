import { deleteResalePrice, listResalePrices, type ResalePrice, writeResalePrice } from '#api/catalog/offers/offers'
import type { BodyOf } from '#api/endpoint'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { recordActivity } from '../../activity/record-activity.ts'
import { presentPrice } from '../offers/offers.presenter.ts'
import { byVersion, onSale, pricesOnSale } from '../offers/offers.repository.ts'
import { buyer } from '../price-list.ts'
import { lockedPrice, type ResalePriceRow, resalePrices } from './resale.repository.ts'

const present = (row: ResalePriceRow): ResalePrice => ({
  id: row.id,
  company:
    row.company_reference !== null && row.company_name !== null ? { reference: row.company_reference, name: row.company_name } : null,
  oneOffCents: row.one_off_cents,
  monthlyCents: row.monthly_cents,
  version: row.version,
})

const list = route(listResalePrices, async (ctx) => {
  const day = dayOf(ctx.request.now).toString()
  const { offers, ...read } = await ctx.read({
    offers: onSale(day, 'operator'),
    wholesale: pricesOnSale(day, 'wholesale'),
    resale: resalePrices(),
  })
  const wholesale = byVersion(read.wholesale)
  const prices = Map.groupBy(read.resale, (row) => row.offer_id)
  return {
    items: offers.map((row) => ({
      offer: { code: row.code, family: row.family, name: { fr: row.name, en: row.name_en } },
      wholesale: presentPrice(row.definition, { list: 'wholesale', items: wholesale.get(row.version_id) ?? [] }),
      perUnit: row.definition.quantityKey !== undefined,
      // Everybody's price first, then those of single clients by name.
      prices: (prices.get(row.offer_id) ?? [])
        .toSorted((a, b) => Number(a.company_id !== null) - Number(b.company_id !== null))
        .map(present),
    })),
  }
})

/** An operator sets prices for its own clients only. */
const clientOf = async (tx: ScopedTransaction, reference: string) => {
  const found = await tx.first(buyer(reference))
  if (!found || found.id === tx.scope.companyId) throw fieldProblem('company', 'client_unknown')
  return found
}

const setPrice = async (tx: ScopedTransaction, code: string, body: BodyOf<typeof writeResalePrice>): Promise<ResalePrice> => {
  const offer = await tx.first(db.selectFrom('offers').where('code', '=', code).where('state', '=', 'on_sale').select(['id', 'name']))
  if (!offer) throw new Problem('not_found')
  const client = body.company === null ? null : await clientOf(tx, body.company)
  const current = await tx.first(lockedPrice(offer.id, client?.id ?? null))
  if ((current?.version ?? null) !== body.version) throw new Problem('version_conflict')
  const amounts = { one_off_cents: body.oneOffCents, monthly_cents: body.monthlyCents }
  const id = current?.id ?? newId()
  const version = (current?.version ?? 0) + 1
  if (current)
    await tx.run(
      db
        .updateTable('resale_prices')
        .set({ ...amounts, version })
        .where('id', '=', id),
    )
  else {
    const made = await tx.run(
      db
        .insertInto('resale_prices')
        .values({ id, operator_id: tx.scope.companyId, offer_id: offer.id, company_id: client?.id ?? null, ...amounts })
        .onConflict((conflict) => conflict.doNothing()),
    )
    // Somebody else set the first price at the same moment.
    if (made === 0) throw new Problem('version_conflict')
  }
  await recordActivity(tx, {
    companyId: tx.scope.companyId,
    action: 'resale_price.set',
    objectKind: 'resale_price',
    objectReference: code,
    objectLabel: client ? `${offer.name} (${client.name})` : offer.name,
    before: current ? { oneOffCents: current.one_off_cents, monthlyCents: current.monthly_cents } : null,
    after: { oneOffCents: body.oneOffCents, monthlyCents: body.monthlyCents },
  })
  return {
    id,
    company: client && { reference: client.reference, name: client.name },
    oneOffCents: body.oneOffCents,
    monthlyCents: body.monthlyCents,
    version,
  }
}

const write = route(writeResalePrice, (ctx, { params, body }) => ctx.write((tx) => setPrice(tx, params.offer, body)))

const remove = route(deleteResalePrice, (ctx, { params }) =>
  ctx.write(async (tx) => {
    const found = await tx.first(
      db
        .selectFrom('resale_prices as r')
        .innerJoin('offers as o', 'o.id', 'r.offer_id')
        .where('r.id', '=', params.price)
        .select(['o.code', 'o.name', 'r.one_off_cents', 'r.monthly_cents'])
        .forUpdate('r'),
    )
    if (!found) throw new Problem('not_found')
    await tx.run(db.deleteFrom('resale_prices').where('id', '=', params.price))
    await recordActivity(tx, {
      companyId: tx.scope.companyId,
      action: 'resale_price.removed',
      objectKind: 'resale_price',
      objectReference: found.code,
      objectLabel: found.name,
      before: { oneOffCents: found.one_off_cents, monthlyCents: found.monthly_cents },
    })
  }),
)

export const resaleRoutes: Route[] = [list, write, remove]
