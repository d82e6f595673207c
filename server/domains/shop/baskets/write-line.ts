import { sql } from 'kysely'
import type { ChangedLine, LineFault, NewLine } from '#api/shop/baskets/basket-lines'
import type { Basket } from '#api/shop/baskets/baskets'
import type { Reader, ScopedTransaction } from '../../../platform/context.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { first } from '../../../platform/db/questions.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { publishToUsers } from '../../../platform/realtime/publish.ts'
import type { Customer } from '../customer.ts'
import { type AssessedLine, amountsOf } from '../lines/assess-line.ts'
import type { Draft } from '../lines/line-facts.ts'
import { type BasketRow, linesOf, openBasket, toDraft } from './baskets.repository.ts'
import { assessDrafts, loadBasket, lockableCustomer, numberOfAnother } from './load-basket.ts'
import { presentBasket } from './present-basket.ts'

const mostLines = 50

export interface HeldBasket {
  readonly customer: Customer
  readonly basket: BasketRow
}

/** The person's open basket for the company, made when there is none, held until the end of the transaction: two tabs write one after the other. */
export const holdBasket = async (tx: ScopedTransaction, reference: string): Promise<HeldBasket> => {
  const customer = await lockableCustomer(tx, reference)
  const { userId, universe } = tx.scope
  const own = openBasket({ userId, universe }, reference).forUpdate()
  const found = await tx.first(own)
  if (found) return { customer, basket: found }
  await tx.run(
    db
      .insertInto('baskets')
      .values({ id: newId(), company_id: customer.id, user_id: userId, universe, updated_at: tx.now })
      .onConflict((conflict) => conflict.doNothing()),
  )
  const made = await tx.first(own)
  if (!made) throw new Problem('conflict')
  return { customer, basket: made }
}

/** Every change makes the basket another one: what an older screen shows is not ordered unseen. */
export const touchBasket = async (tx: Transaction, basket: BasketRow): Promise<BasketRow> => {
  await tx.run(
    db
      .updateTable('baskets')
      .set({ version: basket.version + 1, updated_at: tx.now })
      .where('id', '=', basket.id),
  )
  await publishToUsers(tx, 'basket-counts', [basket.user_id])
  return { ...basket, version: basket.version + 1 }
}

const answer = async (tx: ScopedTransaction, { customer, basket }: HeldBasket): Promise<Basket> =>
  presentBasket(tx.scope, await loadBasket(tx, customer, basket))

/** The basket with a line that was just written. @throws Problem: a number is brought along by one line only. */
const answerWith = async (tx: ScopedTransaction, { customer, basket }: HeldBasket, lineId: string): Promise<Basket> => {
  const loaded = await loadBasket(tx, customer, basket)
  const line = loaded.lines.find(({ draft }) => draft.id === lineId)
  const others = loaded.lines.filter((other) => other !== line)
  const key = line ? numberOfAnother(line, others) : null
  if (key !== null) throw fieldProblem(`values.${key}`, 'number_twice')
  return presentBasket(tx.scope, loaded)
}

const ofOffer = (code: string) => db.selectFrom('offers').where('code', '=', code).select(['id', 'kind'])
const ofContract = (companyId: string, reference: string) =>
  db.selectFrom('subscriptions').where('company_id', '=', companyId).where('reference', '=', reference.trim().toUpperCase()).select('id')

/** A typed line as a draft: its offer and contract found by what people call them. @throws Problem */
export const draftOf = async ({ read }: Reader, customer: Customer, typed: NewLine): Promise<Draft> => {
  const { offer, contract } = await read({
    offer: first(ofOffer(typed.offer)),
    contract: first(ofContract(customer.id, typed.contract ?? '')),
  })
  if (!offer) throw fieldProblem('offer', 'offer_unknown')
  // An offer that is not an addition changes a contract of its own.
  const isOfContract = offer.kind === 'addition' || typed.contract !== null
  if (isOfContract && !contract) throw new Problem('contract_not_running')
  return {
    id: newId(),
    version: 1,
    offerId: offer.id,
    versionId: null,
    contractId: isOfContract ? (contract?.id ?? null) : null,
    siteIds: isOfContract ? [] : [...new Set(typed.siteIds)],
    values: typed.values,
    commitmentMonths: typed.commitmentMonths,
    wishedOn: typed.wishedOn,
    onsiteContactId: typed.onsiteContactId,
    seen: undefined,
  }
}

/** What is not sold to that company now does not enter a basket. @throws Problem */
export const assessTyped = async (from: Reader, customer: Customer, draft: Draft): Promise<AssessedLine> => {
  const { lines } = await assessDrafts(from, [draft], customer)
  const [line] = lines
  if (!line || line.standing === 'withdrawn') throw new Problem('offer_expired')
  if (line.standing === 'not_allowed') throw new Problem('offer_not_allowed')
  return line
}

/** A basket keeps what is unfinished, never what is wrong. */
const refuseWrong = (faults: readonly LineFault[]): void => {
  const wrong = faults.filter(({ code }) => code !== 'required')
  const ofItsContract = wrong.find(({ path }) => path === 'contract')
  if (ofItsContract?.code === 'operation_running') throw new Problem('operation_running')
  if (ofItsContract) throw new Problem('contract_not_running')
  if (wrong.length > 0) throw new Problem('validation_failed', { errors: wrong })
}

const columnsOf = (draft: Draft) => ({
  site_ids: [...draft.siteIds],
  values: JSON.stringify(draft.values),
  commitment_months: draft.commitmentMonths,
  wished_on: draft.wishedOn,
  onsite_contact_id: draft.onsiteContactId,
})

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

export const insertLine = async (tx: Transaction, held: HeldBasket, line: AssessedLine, position: number): Promise<void> => {
  await tx.run(
    db.insertInto('basket_lines').values({
      id: line.draft.id,
      basket_id: held.basket.id,
      company_id: held.customer.id,
      position,
      offer_version_id: line.version.id,
      subscription_id: line.contract?.id ?? null,
      ...columnsOf(line.draft),
      seen: json(amountsOf(line.price)),
    }),
  )
}

export const lastPosition = async (tx: Transaction, basketId: string): Promise<{ lines: number; last: number }> =>
  (await tx.first(
    db
      .selectFrom('basket_lines')
      .where('basket_id', '=', basketId)
      .select([sql<number>`count(*)::int`.as('lines'), sql<number>`coalesce(max(position), 0)`.as('last')]),
  )) ?? { lines: 0, last: 0 }

/** Puts an offer in the basket. */
export const addLine = async (tx: ScopedTransaction, reference: string, typed: NewLine): Promise<Basket & { lineId: string }> => {
  const held = await holdBasket(tx, reference)
  const draft = await draftOf(tx, held.customer, typed)
  const line = await assessTyped(tx, held.customer, draft)
  refuseWrong(line.faults)
  const { lines, last } = await lastPosition(tx, held.basket.id)
  if (lines >= mostLines) throw fieldProblem('offer', 'too_many', { maximum: mostLines })
  if (line.contract) {
    const others = await tx.all(linesOf(held.basket.id))
    if (others.some((other) => other.subscription_id === line.contract?.id)) throw fieldProblem('contract', 'contract_twice')
  }
  await insertLine(tx, held, line, last + 1)
  const basket = await touchBasket(tx, held.basket)
  return { ...(await answerWith(tx, { ...held, basket }, draft.id)), lineId: draft.id }
}

/** Changes a line. A price that moved meanwhile stays to be accepted: changing the form does not hide it. */
export const changeLine = async (
  tx: ScopedTransaction,
  reference: string,
  id: string,
  { version, ...typed }: ChangedLine,
): Promise<Basket> => {
  const held = await holdBasket(tx, reference)
  const row = (await tx.all(linesOf(held.basket.id))).find((line) => line.id === id)
  if (!row) throw new Problem('not_found')
  if (row.version !== version) throw new Problem('version_conflict', { current: await answer(tx, held) })
  const kept = toDraft(row)
  const before = await assessDrafts(tx, [kept], held.customer)
  const isMoved = before.lines[0]?.change !== null
  const draft = { ...kept, ...typed, siteIds: row.subscription_id ? [] : [...new Set(typed.siteIds)] }
  const line = await assessTyped(tx, held.customer, draft)
  refuseWrong(line.faults)
  await tx.run(
    db
      .updateTable('basket_lines')
      .set({ ...columnsOf(draft), version: row.version + 1, ...(isMoved ? {} : { seen: json(amountsOf(line.price)) }) })
      .where('id', '=', id),
  )
  return answerWith(tx, { ...held, basket: await touchBasket(tx, held.basket) }, id)
}

export const removeLine = async (tx: ScopedTransaction, reference: string, id: string): Promise<Basket> => {
  const held = await holdBasket(tx, reference)
  const removed = await tx.run(db.deleteFrom('basket_lines').where('basket_id', '=', held.basket.id).where('id', '=', id))
  if (removed === 0) throw new Problem('not_found')
  return answer(tx, { ...held, basket: await touchBasket(tx, held.basket) })
}

export const clearBasket = async (tx: ScopedTransaction, reference: string): Promise<void> => {
  const held = await holdBasket(tx, reference)
  await tx.run(db.deleteFrom('basket_lines').where('basket_id', '=', held.basket.id))
  await touchBasket(tx, held.basket)
}
