import type { ScopedTransaction } from '../../platform/context.ts'
import { rightsChanged } from '../../platform/realtime/event-stream.ts'
import { type Audience, publish } from '../../platform/realtime/publish.ts'
import type { CompanyRow } from './open-delegation.ts'

const everybodyOf = (company: CompanyRow): Audience => ({
  companyId: company.id,
  ambassadorId: company.ambassador_id,
  operatorId: company.operator_id,
  carrier: true,
})

/** Tells the open pages that the company's users, or its rights too, are no longer as shown. */
export const announceUsers = (tx: ScopedTransaction, company: CompanyRow): Promise<void> =>
  publish(tx, { topic: 'users', audience: everybodyOf(company), ids: [] })

export const announceRights = async (tx: ScopedTransaction, company: CompanyRow): Promise<void> => {
  await publish(tx, { topic: 'rights', audience: everybodyOf(company), ids: [] })
  await announceUsers(tx, company)
}

/** Tells people that what they may do has changed: their menus follow. Without a person, everybody of the company. */
export const announceSession = (tx: ScopedTransaction, company: CompanyRow, userId?: string): Promise<void> =>
  publish(tx, { topic: rightsChanged, audience: userId ? { userId } : { companyId: company.id }, ids: [] })
