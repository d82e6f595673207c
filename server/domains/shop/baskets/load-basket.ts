import { type AnsweredForm, numberAlsoIn } from '#api/catalog/rules/porting/number-once'
import { dayOf } from '../../../platform/clock.ts'
import type { Context, Scope, ScopedTransaction } from '../../../platform/context.ts'
import { type Customer, customerOf, customerRow } from '../customer.ts'
import { type AssessedLine, assessLine } from '../lines/assess-line.ts'
import { type Ask, asking, type Draft, type Facts, readFacts } from '../lines/line-facts.ts'
import { currentSaleTerms } from '../terms/current-sale-terms.ts'
import { linesOf, ownLines, ownOpenBasket, toDraft } from './baskets.repository.ts'
import type { LoadedBasket } from './present-basket.ts'

export const todayAt = (now: Date): string => dayOf(now).toString()

/** One operation runs on a contract at a time: a second addition to the same one cannot be ordered with the first. */
const withoutTwins = (lines: readonly AssessedLine[]): AssessedLine[] => {
  const taken = new Set<string>()
  return lines.map((line) => {
    if (!line.contract) return line
    if (!taken.has(line.contract.id)) {
      taken.add(line.contract.id)
      return line
    }
    return { ...line, faults: [...line.faults, { path: 'contract', code: 'contract_twice' }] }
  })
}

const formOf = ({ version, values }: AssessedLine): AnsweredForm => ({ definition: version.definition, values })

/** The question of a line whose number another line of the basket brings along too; null: there is none. */
export const numberOfAnother = (line: AssessedLine, others: readonly AssessedLine[]): string | null =>
  numberAlsoIn(formOf(line), others.map(formOf))

const withNumbersOnce = (lines: readonly AssessedLine[]): AssessedLine[] =>
  lines.map((line, index) => {
    const key = numberOfAnother(line, lines.slice(0, index))
    return key === null ? line : { ...line, faults: [...line.faults, { path: `values.${key}`, code: 'number_twice' }] }
  })

export const assessDrafts = async (
  ask: Ask,
  drafts: readonly Draft[],
  customer: Customer,
  today: string,
): Promise<{ lines: AssessedLine[]; facts: Facts }> => {
  const facts = await readFacts(ask, drafts, { companyId: customer.id, sale: customer.sale, today })
  return { facts, lines: withNumbersOnce(withoutTwins(drafts.flatMap((draft) => assessLine(draft, facts, customer, today) ?? []))) }
}

/** The open basket of whoever asks, for a company, in two round trips. */
export const readOwnBasket = async (ctx: Context, reference: string): Promise<{ scope: Scope; loaded: LoadedBasket }> => {
  const today = todayAt(ctx.request.now)
  const { scope, rows } = await ctx.read(
    customerRow(reference),
    ownOpenBasket(ctx.universe, reference),
    ownLines(ctx.universe, reference),
    currentSaleTerms(ctx.request.now),
  )
  const customer = customerOf(scope, rows[0][0])
  const assessed = await assessDrafts(async (...queries) => (await ctx.read(...queries)).rows, rows[2].map(toDraft), customer, today)
  return { scope, loaded: { ...assessed, basket: rows[1][0] ?? null, customer, termsVersion: rows[3][0]?.version ?? null, today } }
}

/** A basket as it stands inside a transaction that holds it. */
export const loadBasket = async (
  tx: ScopedTransaction,
  customer: Customer,
  basket: { readonly id: string; readonly version: number } | null,
): Promise<LoadedBasket> => {
  const today = todayAt(tx.now)
  const rows = basket ? await tx.all(linesOf(basket.id)) : []
  const terms = await tx.first(currentSaleTerms(tx.now))
  const assessed = await assessDrafts(asking(tx), rows.map(toDraft), customer, today)
  return { ...assessed, basket, customer, termsVersion: terms?.version ?? null, today }
}

/** The company of a path, as who may be ordered for. @throws Problem not_found */
export const lockableCustomer = async (tx: ScopedTransaction, reference: string): Promise<Customer> =>
  customerOf(tx.scope, await tx.first(customerRow(reference)))
