import { type SqlBool, sql } from 'kysely'
import { checkValues, quantityOf } from '#api/catalog/rules/characteristics'
import { type ModificationItem, modificationTotals } from '#api/catalog/rules/modification'
import type { CharacteristicValues, OfferDefinition, PriceItem } from '#api/catalog/rules/offer-definition'
import { type PricedOffer, priceOf } from '#api/catalog/rules/pricing'
import type { BodyOf, ResponseOf } from '#api/endpoint'
import type { amendOrder, previewAmendment as previewEndpoint } from '#api/orders/delivery/delivery'
import { orderAfter } from '#api/orders/rules/order-lifecycle'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { type LockedOrder, lockOrder, type OrderInHands } from '../life/lock-order.ts'
import { itemsOfModification } from '../life/modification-items.ts'
import { addedItems, pricedItems } from '../life/order-items.ts'
import { totalsOf } from '../reading/order-words.ts'

type Body = Pick<BodyOf<typeof amendOrder>, 'quantity' | 'values'>

/** @throws Problem conflict once nothing may be amended. */
export const checkAmendable = (order: LockedOrder): void => {
  if (orderAfter(order, 'amend', 'carrier') === null) throw new Problem('conflict')
}

/** The offer as ordered: its form, and the prices of who pays. */
const offerOf = async (tx: ScopedTransaction, order: LockedOrder): Promise<{ definition: OfferDefinition; prices: PriceItem[] }> => {
  const version = await tx.first(db.selectFrom('offer_versions').where('id', '=', order.offer_version_id).select('definition'))
  if (!version) throw new Problem('not_found')
  const list = order.payer_id === order.company_id ? 'public' : 'wholesale'
  const rows = await tx.all(
    db.selectFrom('offer_prices').where('version_id', '=', order.offer_version_id).where('price_list', '=', list).selectAll(),
  )
  const prices = rows.map((row) => ({
    item: row.item,
    oneOffCents: row.one_off_cents,
    monthlyCents: row.monthly_cents,
    steps: row.steps,
  }))
  return { definition: version.definition, prices }
}

/** The form as it would be. @throws field errors `values.<key>`, or of `quantity` when the offer has none. */
const amendedValues = (definition: OfferDefinition, order: LockedOrder, body: Body): CharacteristicValues => {
  const { quantityKey } = definition
  if (body.quantity !== undefined && quantityKey === undefined) throw fieldProblem('quantity', 'quantity_fixed')
  const wanted = {
    ...(body.values ?? order.values),
    ...(body.quantity !== undefined && quantityKey !== undefined ? { [quantityKey]: body.quantity } : {}),
  }
  const { values, errors } = checkValues(definition, wanted)
  if (errors.length > 0)
    throw new Problem('validation_failed', {
      errors: errors.map(({ path, code, params }) => ({
        path: body.quantity !== undefined && path === quantityKey ? 'quantity' : `values.${path}`,
        code,
        ...(params ? { params } : {}),
      })),
    })
  return values
}

/** What a new answer names must be the customer's; a file is theirs to replace, not the carrier's. */
const checkNamed = async (
  tx: ScopedTransaction,
  definition: OfferDefinition,
  order: LockedOrder,
  values: CharacteristicValues,
): Promise<void> => {
  const before = order.values
  for (const { key, type } of definition.characteristics) {
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    if (value === undefined || value === before[key]) continue
    if (type === 'file') throw fieldProblem(`values.${key}`, 'file_unknown')
    if (type !== 'site' && type !== 'contract') continue
    const table = type === 'site' ? 'sites' : 'subscriptions'
    const column = type === 'site' ? sql`id::text` : sql`reference`
    const found = await tx.first(
      db
        .selectFrom(table)
        .where('company_id', '=', order.company_id)
        .where(sql<SqlBool>`${column} = ${String(value)}`)
        .select('company_id'),
    )
    if (!found) throw fieldProblem(`values.${key}`, `${type}_unknown`)
  }
}

export interface Amendment {
  readonly definition: OfferDefinition
  readonly values: CharacteristicValues
  readonly quantity: number
  readonly priced: PricedOffer
  readonly items: readonly ModificationItem[]
}

/** What an order would ask for, at the prices of the version that was ordered. @throws field errors of the form. */
export const weighAmendment = async (tx: ScopedTransaction, { order, subscription }: OrderInHands, body: Body): Promise<Amendment> => {
  const { definition, prices } = await offerOf(tx, order)
  const values = amendedValues(definition, order, body)
  await checkNamed(tx, definition, order, values)
  // An option adds nothing to what the contract counts, and was placed so.
  const counts = order.quantity_before !== order.quantity_after
  const isModification = order.kind === 'modification'
  const quantity = isModification
    ? definition.quantityKey === undefined
      ? subscription.quantity
      : quantityOf(definition, values)
    : (order.quantity_before ?? 0) + (counts ? quantityOf(definition, values) : 0)
  const priced = priceOf(prices, definition, values, order.commitment_months)
  const counted =
    counts && definition.quantityKey !== undefined && order.quantity_before !== null
      ? { item: definition.quantityKey, before: order.quantity_before }
      : null
  const items = isModification
    ? await itemsOfModification(tx, order, subscription, { definition, prices, values })
    : addedItems(priced.lines, counted)
  return { definition, values, quantity, priced, items }
}

/** What an amended order would come to, beside what it comes to now. */
export const previewAmendment = async (
  tx: ScopedTransaction,
  reference: string,
  body: BodyOf<typeof previewEndpoint>,
): Promise<ResponseOf<typeof previewEndpoint>> => {
  const inHands = await lockOrder(tx, reference)
  checkAmendable(inHands.order)
  const { items } = await weighAmendment(tx, inHands, body)
  return { before: totalsOf(await tx.all(pricedItems(inHands.order.id))), after: modificationTotals(items) }
}
