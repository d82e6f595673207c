import { linesAfter, type ModificationItem } from '#api/catalog/rules/modification'
import type { CharacteristicValues, OfferDefinition } from '#api/catalog/rules/offer-definition'
import { addDays } from '#api/rules/civil-date'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { closeSomeServices } from '../../services/close-services.ts'
import { type CreatedService, createServices } from '../../services/create-services.ts'
import { type ServiceChange, servicesChanged } from '../../services/services-changed.ts'
import { amendSubscription } from '../../subscriptions/activate-subscription.ts'
import type { SubscriptionRow } from '../../subscriptions/lock-subscription.ts'
import type { LockedOrder } from '../life/lock-order.ts'
import { pricedItems } from '../life/order-items.ts'
import { totalsOf } from '../reading/order-words.ts'

const definitionOf = async (tx: Transaction, versionId: string): Promise<OfferDefinition> => {
  const version = await tx.first(db.selectFrom('offer_versions').where('id', '=', versionId).select('definition'))
  if (!version) throw new Problem('not_found')
  return version.definition
}

/** A new commitment takes the place of those that run: it covers the whole fee, and no month is held twice. */
const endCommitments = async (tx: Transaction, subscriptionId: string, day: string): Promise<void> => {
  await tx.run(
    db
      .updateTable('commitments')
      .set({ ends_on: addDays(day, -1) })
      .where('subscription_id', '=', subscriptionId)
      .where('ends_on', '>=', day),
  )
}

/** What a modification does to the services of its contract, by the two forms. */
export const servicesOfModification = (
  order: Pick<LockedOrder, 'site_id' | 'site_ids' | 'values'>,
  before: { readonly definition: OfferDefinition; readonly values: CharacteristicValues },
  definition: OfferDefinition,
): ServiceChange => {
  const contract = { siteId: order.site_id, siteIds: order.site_ids }
  return servicesChanged(
    { definition: before.definition, ...contract, values: before.values },
    { definition, ...contract, values: order.values },
  )
}

/**
 * The contract takes the version, the values, the quantity and the fee that were ordered; services come and go as the definition says, a new
 * commitment starts.
 * @returns the services created, and the references of those closed.
 */
export const deliverModification = async (
  tx: Transaction,
  order: LockedOrder,
  contract: SubscriptionRow,
  day: string,
): Promise<{ readonly created: CreatedService[]; readonly closed: string[] }> => {
  const rows = await tx.all(pricedItems(order.id))
  const items = rows.map(
    (row): ModificationItem => ({
      action: row.action,
      item: row.item,
      label: { fr: row.label, en: row.label_en },
      quantityBefore: row.quantity_before,
      quantityAfter: row.quantity_after,
      unitOneOffCents: row.one_off_cents,
      unitMonthlyCents: row.monthly_cents,
    }),
  )
  const prices = await tx.first(db.selectFrom('subscription_prices').where('subscription_id', '=', contract.id).selectAll())
  if (!prices) throw new Problem('not_found')
  const added = totalsOf(rows)
  const monthlyCents = Math.max(0, prices.monthly_cents + added.monthlyCents)
  const [before, definition] = [await definitionOf(tx, contract.offer_version_id), await definitionOf(tx, order.offer_version_id)]
  if (order.commitment_months > 0) await endCommitments(tx, contract.id, day)
  await amendSubscription(tx, contract.id, {
    day,
    quantity: order.quantity_after ?? contract.quantity,
    values: order.values,
    offerVersionId: order.offer_version_id,
    ...(order.long_commitment_waiver ? { longCommitmentWaiver: true } : {}),
    prices: {
      oneOffCents: prices.one_off_cents + added.oneOffCents,
      monthlyCents,
      terminationCents: prices.termination_cents,
      lines: linesAfter(prices.lines, items),
    },
    commitment: { orderId: order.id, label: order.offer_name, months: order.commitment_months, monthlyCents },
  })
  const { opened, ended } = servicesOfModification(order, { definition: before, values: contract.values }, definition)
  return { created: await createServices(tx, contract.id, opened, day), closed: await closeSomeServices(tx, contract.id, ended, day) }
}
