import type { PurchaseRequest, PurchaseRequestRow } from '#api/shop/requests/purchase-requests'
import type { Context, Scope, ScopedTransaction } from '../../../platform/context.ts'
import { Problem } from '../../../platform/problem.ts'
import { linesOf, toDraft } from '../baskets/baskets.repository.ts'
import { assessDrafts, todayAt } from '../baskets/load-basket.ts'
import { presentLine } from '../baskets/present-basket.ts'
import { customerOf, customerRow } from '../customer.ts'
import { type Ask, asking } from '../lines/line-facts.ts'
import { type RequestRow, request } from './requests.repository.ts'

/** As much of a message as a list has room for. */
const mostOfExcerpt = 120
const excerptOf = (message: string): string => {
  const line = [...message.replaceAll(/\s+/g, ' ').trim()]
  return line.length > mostOfExcerpt ? `${line.slice(0, mostOfExcerpt).join('').trimEnd()}…` : line.join('')
}

export const presentRequestRow = (row: RequestRow): PurchaseRequestRow => ({
  id: row.id,
  company: { reference: row.company_reference, name: row.company_name },
  state: row.state,
  requestedAt: row.requested_at.toISOString(),
  requestedBy: row.requested_by_name,
  answeredAt: row.answered_at?.toISOString() ?? null,
  lineCount: row.line_count,
  offers: row.offers,
  sites: row.sites,
  excerpt: excerptOf(row.message),
})

const presented = async (ask: Ask, scope: Scope, now: Date, row: RequestRow): Promise<PurchaseRequest> => {
  const [[company], lines] = await ask(customerRow(row.company_reference), linesOf(row.basket_id))
  const customer = customerOf(scope, company)
  // Prices of a request are as of now: they were never accepted by who reads them.
  const drafts = lines.map(toDraft).map((draft) => ({ ...draft, seen: undefined }))
  const assessed = await assessDrafts(ask, drafts, customer, todayAt(now))
  const answers = !scope.readOnly && scope.universe === 'operator' && row.state === 'open'
  return {
    ...presentRequestRow(row),
    message: row.message,
    answer: row.answer,
    lines: assessed.lines.map((line) => presentLine(line, assessed.facts)),
    version: row.version,
    abilities: { take: answers, decline: answers },
  }
}

export const presentRequest = (tx: ScopedTransaction, row: RequestRow): Promise<PurchaseRequest> =>
  presented(asking(tx), tx.scope, tx.now, row)

/** @throws Problem not_found */
export const readRequest = async (ctx: Context, id: string): Promise<PurchaseRequest> => {
  const { scope, rows } = await ctx.read(request(id))
  const [row] = rows[0]
  if (!row) throw new Problem('not_found')
  return presented(async (...queries) => (await ctx.read(...queries)).rows, scope, ctx.request.now, row)
}
