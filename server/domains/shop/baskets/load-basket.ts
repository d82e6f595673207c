import { type AnsweredForm, numberAlsoIn } from '#api/catalog/rules/porting/number-once'
import { dayOf } from '../../../platform/clock.ts'
import type { Context, Reader, Scope, ScopedTransaction } from '../../../platform/context.ts'
import { first } from '../../../platform/db/questions.ts'
import { type Customer, customerOf, customerRow } from '../customer.ts'
import { type AssessedLine, assessLine } from '../lines/assess-line.ts'
import { type Draft, type Facts, readFacts } from '../lines/line-facts.ts'
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

/** Lines judged and priced as of now, with what they were judged by. */
export const assessDrafts = async (
  from: Reader,
  drafts: readonly Draft[],
  customer: Customer,
): Promise<{ lines: AssessedLine[]; facts: Facts }> => {
  const today = todayAt(from.request.now)
  const facts = await readFacts(from, drafts, { companyId: customer.id, sale: customer.sale, today })
  return { facts, lines: withNumbersOnce(withoutTwins(drafts.flatMap((draft) => assessLine(draft, facts, customer, today) ?? []))) }
}

/** The open basket of whoever asks, for a company, in two round trips. */
export const readOwnBasket = async (ctx: Context, reference: string): Promise<{ scope: Scope; loaded: LoadedBasket }> => {
  const { scope, company, basket, lines, terms } = await ctx.read({
    company: first(customerRow(reference)),
    basket: first(ownOpenBasket(ctx.universe, reference)),
    lines: ownLines(ctx.universe, reference),
    terms: first(currentSaleTerms(ctx.request.now)),
  })
  const customer = customerOf(scope, company)
  const assessed = await assessDrafts(ctx, lines.map(toDraft), customer)
  return {
    scope,
    loaded: { ...assessed, basket: basket ?? null, customer, termsVersion: terms?.version ?? null, today: todayAt(ctx.request.now) },
  }
}

/** A basket as it stands inside a transaction that holds it. */
export const loadBasket = async (
  tx: ScopedTransaction,
  customer: Customer,
  basket: { readonly id: string; readonly version: number } | null,
): Promise<LoadedBasket> => {
  const { lines, terms } = await tx.read({ lines: basket ? linesOf(basket.id) : null, terms: first(currentSaleTerms(tx.now)) })
  const assessed = await assessDrafts(tx, (lines ?? []).map(toDraft), customer)
  return { ...assessed, basket, customer, termsVersion: terms?.version ?? null, today: todayAt(tx.now) }
}

/** The company of a path, as who may be ordered for. @throws Problem not_found */
export const lockableCustomer = async (tx: ScopedTransaction, reference: string): Promise<Customer> =>
  customerOf(tx.scope, await tx.first(customerRow(reference)))
