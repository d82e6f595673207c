import type { BodyOf } from '#api/endpoint'
import type { declinePurchaseRequest, PurchaseRequest, sendPurchaseRequest } from '#api/shop/requests/purchase-requests'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { newId } from '../../../platform/ids.ts'
import { Problem } from '../../../platform/problem.ts'
import { publishToUsers } from '../../../platform/realtime/publish.ts'
import { recordActivity } from '../../activity/record-activity.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import { linesOf, toDraft } from '../baskets/baskets.repository.ts'
import { assessDrafts, loadBasket, lockableCustomer } from '../baskets/load-basket.ts'
import { presentBasket } from '../baskets/present-basket.ts'
import { holdBasket, insertLine, lastPosition, touchBasket } from '../baskets/write-line.ts'
import { presentRequest } from './present-request.ts'
import { purchaseAnswered, purchaseRequested } from './request-events.ts'
import * as requests from './requests.repository.ts'

const offersIn = (row: requests.RequestRow): string => {
  const named = row.offers.map(({ fr }) => `« ${fr} »`).join(', ')
  return row.line_count > row.offers.length ? `${named}…` : named
}

const requestOf = async ({ read }: ScopedTransaction, id: string): Promise<requests.RequestRow> =>
  (await read({ row: found(requests.request(id)) })).row

/** Sends the basket of an operator's client to its operator. A second click gets the request that the first one made. */
export const sendRequest = async (
  tx: ScopedTransaction,
  reference: string,
  { basketId, version, message }: BodyOf<typeof sendPurchaseRequest>,
): Promise<PurchaseRequest> => {
  const customer = await lockableCustomer(tx, reference)
  if (customer.sale.mode !== 'request') throw new Problem('forbidden')
  const basket = await tx.first(
    db
      .selectFrom('baskets')
      .where('id', '=', basketId)
      .where('company_id', '=', customer.id)
      .where('user_id', '=', tx.scope.userId)
      .select(['id', 'state', 'version'])
      .forUpdate(),
  )
  if (!basket) throw new Problem('not_found')
  if (basket.state === 'requested') {
    const sent = await tx.first(db.selectFrom('purchase_requests').where('basket_id', '=', basket.id).select('id'))
    return presentRequest(tx, await requestOf(tx, sent?.id ?? ''))
  }
  if (basket.state !== 'open') throw new Problem('conflict')
  const loaded = await loadBasket(tx, customer, basket)
  if (basket.version !== version) throw new Problem('version_conflict', { current: presentBasket(tx.scope, loaded) })
  if (customer.block) throw new Problem(customer.block)
  if (loaded.lines.length === 0) throw new Problem('basket_empty')
  if (loaded.lines.some(({ standing }) => standing === 'not_allowed')) throw new Problem('offer_not_allowed')
  if (loaded.lines.some(({ standing }) => standing === 'withdrawn')) throw new Problem('offer_expired')
  const faults = loaded.lines.flatMap((line, index) => line.faults.map((fault) => ({ ...fault, path: `lines.${index}.${fault.path}` })))
  if (faults.length > 0) throw new Problem('validation_failed', { errors: faults })
  const id = newId()
  await tx.run(
    db
      .updateTable('baskets')
      .set({ state: 'requested', updated_at: tx.now, version: basket.version + 1 })
      .where('id', '=', basket.id),
  )
  await publishToUsers(tx, 'basket-counts', [tx.scope.userId])
  await tx.run(
    db.insertInto('purchase_requests').values({
      id,
      basket_id: basket.id,
      company_id: customer.id,
      message,
      requested_at: tx.now,
      requested_by_name: tx.scope.actorName,
    }),
  )
  const row = await requestOf(tx, id)
  await recordActivity(tx, {
    companyId: customer.id,
    action: 'purchase_request.sent',
    objectKind: 'purchase_request',
    objectLabel: offersIn(row),
  })
  await publishEvent(tx, purchaseRequested, {
    companyId: customer.id,
    siteId: null,
    objectReference: null,
    universes: ['operator'],
    parameters: { company: customer.name, by: tx.scope.actorName, offers: offersIn(row) },
  })
  return presentRequest(tx, row)
}

/** The request, held, while nobody answered it. @throws Problem */
const holdOpen = async (tx: ScopedTransaction, id: string, version: number): Promise<requests.RequestRow> => {
  const row = await requestOf(tx, id)
  const held = await tx.first(requests.held(id))
  if (!held) throw new Problem('not_found')
  if (held.state !== 'open') throw new Problem('conflict')
  if (held.version !== version) throw new Problem('version_conflict', { current: await presentRequest(tx, row) })
  return row
}

const answer = async (
  tx: ScopedTransaction,
  row: requests.RequestRow,
  outcome: 'taken' | 'declined',
  text: string | null,
): Promise<PurchaseRequest> => {
  await tx.run(
    db
      .updateTable('purchase_requests')
      .set({ state: outcome, answer: text, answered_at: tx.now, version: row.version + 1 })
      .where('id', '=', row.id),
  )
  await recordActivity(tx, {
    companyId: row.company_id,
    action: outcome === 'taken' ? 'purchase_request.taken' : 'purchase_request.declined',
    objectKind: 'purchase_request',
    objectLabel: offersIn(row),
    ...(text ? { after: { answer: text } } : {}),
  })
  await publishEvent(tx, purchaseAnswered, {
    companyId: row.company_id,
    siteId: null,
    objectReference: null,
    universes: ['client'],
    parameters: { outcome, operator: tx.scope.companyName, offers: offersIn(row), answer: text ?? '' },
  })
  return presentRequest(tx, await requestOf(tx, row.id))
}

/** Copies the lines into the operator's own basket for that client, at the operator's prices; the operator completes and orders them. */
export const takeRequest = async (tx: ScopedTransaction, id: string, version: number): Promise<PurchaseRequest> => {
  const row = await holdOpen(tx, id, version)
  const held = await holdBasket(tx, row.company_reference)
  const asked = (await tx.all(linesOf(row.basket_id))).map(toDraft)
  const drafts = asked.map((draft) => ({ ...draft, id: newId(), version: 1, versionId: null, seen: undefined }))
  const { lines } = await assessDrafts(tx, drafts, held.customer)
  // What is no longer sold is left out: the operator sees it in the request itself.
  const sold = lines.filter(({ standing }) => standing === 'on_sale')
  if (sold.length === 0) throw new Problem('request_unsold')
  let position = (await lastPosition(tx, held.basket.id)).last
  for (const line of sold) {
    position++
    await insertLine(tx, held, line, position)
  }
  await touchBasket(tx, held.basket)
  return answer(tx, row, 'taken', null)
}

export const declineRequest = async (
  tx: ScopedTransaction,
  id: string,
  { version, answer: text }: BodyOf<typeof declinePurchaseRequest>,
): Promise<PurchaseRequest> => answer(tx, await holdOpen(tx, id, version), 'declined', text)
