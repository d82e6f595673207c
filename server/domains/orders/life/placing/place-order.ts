import { type SqlBool, sql } from 'kysely'
import type { BodyOf } from '#api/endpoint'
import type { placeOrder as endpoint, Placed } from '#api/orders/life/placing'
import type { ScopedTransaction } from '../../../../platform/context.ts'
import { db, type Transaction } from '../../../../platform/db/query.ts'
import { newId } from '../../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../../platform/problem.ts'
import { publishToUsers } from '../../../../platform/realtime/publish.ts'
import { actorNameFor } from '../../../activity/record-activity.ts'
import { englishName } from '../../../catalog/english-name.ts'
import { loadBasket, lockableCustomer } from '../../../shop/baskets/load-basket.ts'
import { type LoadedBasket, needsWaiver, presentBasket } from '../../../shop/baskets/present-basket.ts'
import { askForValidation, confirmBatch, type ToldOrder } from './tell-placed.ts'
import { type PlacedLine, writeOrder } from './write-order.ts'

type Body = BodyOf<typeof endpoint>

/** A basket that makes more contracts than this is several projects. */
const mostContracts = 200

/** What was placed from a basket: asking again gets the same answer. */
const placedFrom = async (tx: Transaction, basketId: string): Promise<Placed> => {
  const batch = await tx.first(db.selectFrom('order_batches').where('basket_id', '=', basketId).select('id'))
  if (!batch) throw new Problem('conflict')
  const orders = await tx.all(
    db
      .selectFrom('orders as o')
      .innerJoin('subscriptions as s', 's.id', 'o.subscription_id')
      .innerJoin('sites as p', 'p.id', 'o.site_id')
      .innerJoin('offers as f', 'f.id', 'o.offer_id')
      .where('o.batch_id', '=', batch.id)
      .orderBy('o.number')
      .select([
        'o.reference',
        'o.submitted_at',
        'o.kind',
        'o.offer_name',
        's.reference as contract',
        'p.id as site_id',
        'p.name as site_name',
      ])
      .select(['o.placed_universe', englishName(sql`o.offer_name`).as('offer_name_en')]),
  )
  return {
    batch: batch.id,
    orders: orders.map((order) => ({
      reference: order.reference,
      // As it was placed, whatever became of it since.
      state: order.placed_universe === 'client' || order.placed_universe === 'operator' ? 'submitted' : 'awaiting_client',
      // A termination has its own way.
      kind: order.kind as Placed['orders'][number]['kind'],
      contract: order.contract,
      offer: order.offer_name,
      offerEn: order.offer_name_en,
      site: { id: order.site_id, name: order.site_name },
    })),
  }
}

/** The basket, and the contracts that its additions change, held until the end: two tabs order one after the other. */
const holdForOrdering = async (tx: ScopedTransaction, basketId: string, companyId: string) => {
  const basket = await tx.first(
    db
      .selectFrom('baskets')
      .where('id', '=', basketId)
      .where('company_id', '=', companyId)
      .where('user_id', '=', tx.scope.userId)
      .where('universe', '=', tx.scope.universe)
      .select(['id', 'state', 'version'])
      .forUpdate(),
  )
  if (!basket) throw new Problem('not_found')
  if (basket.state === 'open')
    await tx.all(
      db
        .selectFrom('subscriptions')
        .where(sql<SqlBool>`id in (select subscription_id from basket_lines where basket_id = ${basketId})`)
        .orderBy('id')
        .select('id')
        .forUpdate(),
    )
  return basket
}

/** The contract of an addition or a modification is no longer one that takes it. */
const isOfItsContract = ({ path, code }: { readonly path: string; readonly code: string }): boolean =>
  /^lines\.\d+\.contract$/.test(path) && code !== 'contract_twice' && code !== 'site_not_allowed'

/** @throws Problem with what must be settled first: nothing is placed. */
const checkLines = (tx: ScopedTransaction, loaded: LoadedBasket): PlacedLine[] => {
  const { lines } = loaded
  const current = () => presentBasket(tx.scope, loaded)
  if (lines.length === 0) throw new Problem('basket_empty')
  if (lines.some(({ standing }) => standing === 'not_allowed')) throw new Problem('offer_not_allowed', { current: current() })
  if (lines.some(({ standing }) => standing !== 'on_sale')) throw new Problem('offer_expired', { current: current() })
  const faults = lines.flatMap((line, index) => line.faults.map((fault) => ({ ...fault, path: `lines.${index}.${fault.path}` })))
  if (faults.some(({ code }) => code === 'operation_running')) throw new Problem('operation_running', { current: current() })
  if (faults.some(isOfItsContract)) throw new Problem('contract_not_running', { current: current() })
  if (faults.length > 0) throw new Problem('validation_failed', { errors: faults })
  if (lines.some(({ change }) => change !== null)) throw new Problem('price_changed', { current: current() })
  const priced = lines.flatMap((line): PlacedLine[] => (line.price ? [{ ...line, price: line.price }] : []))
  // Published without a price for who pays: it is not sold to them.
  if (priced.length < lines.length) throw new Problem('offer_not_allowed', { current: current() })
  if (lines.reduce((sum, line) => sum + line.contracts.length, 0) > mostContracts)
    throw fieldProblem('lines', 'too_many', { maximum: mostContracts })
  return priced
}

/** Who orders for itself, or pays for its client, accepts the terms of sale now; others leave them to the client. */
const checkTerms = (loaded: LoadedBasket, body: Body): string | null => {
  if (loaded.customer.sale.mode !== 'order') return null
  if (body.termsVersion === null) throw fieldProblem('termsVersion', 'terms_required')
  if (body.termsVersion !== loaded.termsVersion) throw new Problem('terms_of_sale_changed')
  if (needsWaiver(loaded) && body.longCommitmentWaiver !== true) throw fieldProblem('longCommitmentWaiver', 'waiver_required')
  return body.termsVersion
}

const writeBatch = async (tx: ScopedTransaction, basketId: string, companyId: string, termsVersion: string | null): Promise<string> => {
  const id = newId()
  const by = actorNameFor(tx.scope, companyId)
  await tx.run(
    db.insertInto('order_batches').values({
      id,
      basket_id: basketId,
      company_id: companyId,
      payer_id: companyId,
      placed_at: tx.now,
      placed_by_user_id: tx.scope.userId,
      placed_by_name: by,
      placed_universe: tx.scope.universe,
      ...(termsVersion === null
        ? {}
        : { terms_version: termsVersion, terms_accepted_at: tx.now, terms_accepted_by: by, terms_accepted_ip: tx.request.ip }),
    }),
  )
  return id
}

/**
 * « Commander ». One contract and one order per line and site (decision 8), all or none. A basket is ordered once: a double click, a retry or a
 * second tab gets what the first one placed.
 */
export const placeOrder = async (tx: ScopedTransaction, reference: string, body: Body): Promise<Placed> => {
  const customer = await lockableCustomer(tx, reference)
  // Its operator orders: it asks.
  if (customer.sale.mode === 'request') throw new Problem('forbidden')
  const basket = await holdForOrdering(tx, body.basketId, customer.id)
  if (basket.state === 'ordered') return placedFrom(tx, basket.id)
  if (basket.state !== 'open') throw new Problem('conflict')
  const loaded = await loadBasket(tx, customer, basket)
  if (basket.version !== body.version) throw new Problem('version_conflict', { current: presentBasket(tx.scope, loaded) })
  if (customer.block) throw new Problem(customer.block)
  const lines = checkLines(tx, loaded)
  const termsVersion = checkTerms(loaded, body)
  const state = customer.sale.mode === 'propose' ? 'awaiting_client' : 'submitted'
  const batchId = await writeBatch(tx, basket.id, customer.id, termsVersion)
  const told: ToldOrder[] = []
  for (const line of lines) {
    const contact = loaded.facts.contacts.get(line.draft.onsiteContactId ?? '')
    for (const sites of line.contracts)
      told.push(await writeOrder(tx, { customer, batchId, purchaseOrder: body.purchaseOrder ?? null, line, sites, contact, state }))
  }
  await tx.run(
    db
      .updateTable('baskets')
      .set({ state: 'ordered', updated_at: tx.now, version: basket.version + 1 })
      .where('id', '=', basket.id),
  )
  await publishToUsers(tx, 'basket-counts', [tx.scope.userId])
  if (state === 'submitted') await confirmBatch(tx, customer, batchId, termsVersion)
  else await askForValidation(tx, customer, batchId, told)
  return placedFrom(tx, basket.id)
}
