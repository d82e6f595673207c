import type { PurchaseRequest, PurchaseRequestRow } from '#api/shop/requests/purchase-requests'
import type { Reader } from '../../../platform/context.ts'
import { first, found } from '../../../platform/db/questions.ts'
import { linesOf, toDraft } from '../baskets/baskets.repository.ts'
import { assessDrafts } from '../baskets/load-basket.ts'
import { presentLine } from '../baskets/present-basket.ts'
import { customerOf, customerRow } from '../customer.ts'
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

/** A request as it is shown, and what a verb answers. Prices are as of now: they were never accepted by who reads them. */
export const presentRequest = async (from: Reader, row: RequestRow): Promise<PurchaseRequest> => {
  const { scope, company, lines } = await from.read({
    company: first(customerRow(row.company_reference)),
    lines: linesOf(row.basket_id),
  })
  const drafts = lines.map(toDraft).map((draft) => ({ ...draft, seen: undefined }))
  const assessed = await assessDrafts(from, drafts, customerOf(scope, company))
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

/** @throws Problem not_found */
export const readRequest = async (from: Reader, id: string): Promise<PurchaseRequest> => {
  const { row } = await from.read({ row: found(request(id)) })
  return presentRequest(from, row)
}
