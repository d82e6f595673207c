import { sql } from 'kysely'
import { quantityOf } from '#api/catalog/rules/characteristics'
import type { ModificationItem } from '#api/catalog/rules/modification'
import type { PriceLine } from '#api/catalog/rules/pricing'
import { dayOf } from '../../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../../platform/context.ts'
import { db, raw } from '../../../../platform/db/query.ts'
import { newId } from '../../../../platform/ids.ts'
import { actorNameFor } from '../../../activity/record-activity.ts'
import { type Customer, longCommitmentMonths } from '../../../shop/customer.ts'
import type { AssessedLine } from '../../../shop/lines/assess-line.ts'
import { type ContractPrice, countedKey } from '../../../shop/lines/price-line.ts'
import { createSubscription } from '../../../subscriptions/create-subscription.ts'
import { recordLastOrder } from '../../../subscriptions/record-last-order.ts'
import { writePaperJob } from '../../papers/paper-jobs.ts'
import { withUnpriced } from '../modification-items.ts'
import { announceOrder } from '../move-order.ts'
import { addedItems, contractLines, writeItems } from '../order-items.ts'
import { recordOrder } from '../record-order.ts'
import { writeSteps } from './plan-steps.ts'
import type { ToldOrder } from './tell-placed.ts'

export interface PlacedLine extends AssessedLine {
  readonly price: ContractPrice
}

/** Items count whole units: what is sold by fractions is one item at its whole price. */
const wholeUnits = (line: PriceLine): PriceLine =>
  Number.isInteger(line.quantity) ? line : { ...line, quantity: 1, unitOneOffCents: line.oneOffCents, unitMonthlyCents: line.monthlyCents }

interface OnSite {
  readonly id: string | null
  readonly name: string | null
  readonly phone: string | null
}

/** The contact that the line names, else the site's own. */
const onsiteContact = async (tx: ScopedTransaction, siteId: string, chosen: OnSite | undefined): Promise<OnSite> =>
  chosen ?? (await tx.first(raw<OnSite>(sql`select * from app.onsite_contact(${siteId})`))) ?? { id: null, name: null, phone: null }

interface Placing {
  readonly customer: Customer
  readonly batchId: string
  readonly purchaseOrder: string | null
  readonly line: PlacedLine
  /** Sites of this contract, the principal one first. */
  readonly sites: readonly { readonly id: string; readonly name: string }[]
  readonly contact: OnSite | undefined
  readonly state: 'awaiting_client' | 'submitted'
}

/** A small company's consent to a long commitment: without it the order is not placed. What waits for somebody else is consented to when it is validated. */
const consents = ({ customer, line, state }: Placing): boolean =>
  state === 'submitted' && customer.isSmall && line.draft.commitmentMonths > longCommitmentMonths

/** The contract of an order: a new one « en cours de création », or the running one that an addition or a modification changes. */
const contractOf = async (
  tx: ScopedTransaction,
  { customer, line, sites }: Placing,
  quantity: number,
  isConsented: boolean,
): Promise<{ id: string; reference: string; siteId: string; siteIds: readonly string[] }> => {
  if (line.contract) {
    const { id, reference, site_id: siteId, site_ids: siteIds } = line.contract
    return { id, reference, siteId, siteIds }
  }
  const siteIds = sites.map(({ id }) => id)
  const [siteId = ''] = siteIds
  const { definition } = line.version
  const created = await createSubscription(tx, {
    companyId: customer.id,
    siteId,
    siteIds,
    offerId: line.offer.id,
    offerVersionId: line.version.id,
    name: line.offer.name,
    family: line.offer.family,
    quantity,
    values: line.values,
    terms: {
      notice: definition.notice,
      penaltyBasisPoints: definition.penaltyBasisPoints,
      tacitRenewal: definition.tacitRenewal ?? false,
      longCommitmentWaiver: isConsented,
    },
    prices: { ...line.price, lines: contractLines(line.price.lines) },
  })
  return { id: created.id, reference: created.reference, siteId, siteIds }
}

/** What the order changes, line by line. */
const itemsOf = (line: PlacedLine, before: number): readonly ModificationItem[] => {
  const { contract, modification, version, values, items } = line
  if (contract && modification) return withUnpriced(items, contract, { definition: version.definition, values })
  const key = contract && countedKey(contract, version)
  return addedItems(line.price.lines.map(wholeUnits), key === null ? null : { item: key, before })
}

/** One order of one contract, with its items at the prices agreed, its steps when nobody else must validate it, and what the contract shows of it. */
export const writeOrder = async (tx: ScopedTransaction, placing: Placing): Promise<ToldOrder> => {
  const { customer, batchId, line, state, sites } = placing
  const { definition } = line.version
  const ordered = quantityOf(definition, line.values)
  const beside = line.addition ?? line.modification
  const [before, after] = beside ? [beside.quantityBefore, beside.quantityAfter] : [null, ordered]
  const isConsented = consents(placing)
  const contract = await contractOf(tx, placing, ordered, isConsented)
  const contact = await onsiteContact(tx, contract.siteId, placing.contact)
  const id = newId()
  const kind = line.modification ? 'modification' : line.contract ? 'addition' : 'creation'
  const written = await tx.first(
    db
      .insertInto('orders')
      .values({
        id,
        batch_id: batchId,
        purchase_order: placing.purchaseOrder,
        subscription_id: contract.id,
        company_id: customer.id,
        // Who pays and the name beside it are the database's to say.
        payer_id: customer.id,
        company_name: customer.name,
        site_id: contract.siteId,
        site_ids: [...contract.siteIds],
        kind,
        state,
        offer_id: line.offer.id,
        offer_version_id: line.version.id,
        offer_name: line.offer.name,
        values: JSON.stringify(line.values),
        quantity_before: before,
        quantity_after: after,
        commitment_months: line.draft.commitmentMonths,
        long_commitment_waiver: isConsented,
        wished_on: line.draft.wishedOn,
        placed_at: tx.now,
        placed_by_user_id: tx.scope.userId,
        placed_by_name: actorNameFor(tx.scope, customer.id),
        placed_universe: tx.scope.universe,
        onsite_contact_id: contact.id,
        onsite_contact_name: contact.name,
        onsite_contact_phone: contact.phone,
        submitted_at: state === 'submitted' ? tx.now : null,
      })
      .returning(['number', 'reference', 'company_id', 'ambassador_id', 'operator_id', 'site_id', 'site_ids', 'wished_on', 'offer_name']),
  )
  if (!written) throw new Error('The order was not written.')
  const order = { id, ...written }
  await writeItems(tx, order, itemsOf(line, before ?? 0))
  await tx.run(raw(sql`select app.freeze_offer_version(${line.version.id}, ${tx.now}::timestamptz)`))
  await recordLastOrder(tx, contract.id, { id, number: written.number, reference: written.reference, kind, state })
  if (state === 'submitted') {
    await writeSteps(tx, order, definition, dayOf(tx.now).toString())
    await writePaperJob.enqueue(tx, { orderId: id, paper: 'order_form' })
  }
  await recordOrder(tx, order, 'order.placed', {
    after: {
      state,
      contract: contract.reference,
      quantity: after,
      commitmentMonths: line.draft.commitmentMonths,
      wishedOn: line.draft.wishedOn,
    },
  })
  await announceOrder(tx, order)
  return {
    id,
    reference: written.reference,
    offer: line.offer.name,
    siteId: contract.siteId,
    siteIds: contract.siteIds,
    site: sites.find((site) => site.id === contract.siteId)?.name ?? sites[0]?.name ?? '',
  }
}
