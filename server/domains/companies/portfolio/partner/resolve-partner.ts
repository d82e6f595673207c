import type { Universe } from '#api/universes'
import { db, type Transaction } from '../../../../platform/db/query.ts'
import { fieldProblem } from '../../../../platform/problem.ts'

export interface PartnerChoice {
  readonly kind: 'ambassador' | 'operator'
  readonly reference: string
}

/** The partner columns of a company. */
export interface PartnerColumns {
  readonly ambassador_id: string | null
  readonly operator_id: string | null
}

export const noPartner: PartnerColumns = { ambassador_id: null, operator_id: null }

/** The columns for a chosen partner. @throws Problem when there is no such partner of that kind. */
export const resolvePartner = async (tx: Transaction, choice: PartnerChoice | null): Promise<PartnerColumns> => {
  if (!choice) return noPartner
  const partner = await tx.first(db.selectFrom('companies').select(['id', 'universes', 'state']).where('reference', '=', choice.reference))
  if (!partner?.universes.includes(choice.kind) || partner.state === 'closed') throw fieldProblem('partner.reference', 'partner_unknown')
  return choice.kind === 'ambassador' ? { ambassador_id: partner.id, operator_id: null } : { ambassador_id: null, operator_id: partner.id }
}

/** A partner is its own: its sheet exists in each of its partner universes. */
export const ownPartnerColumns = (companyId: string, universes: readonly Universe[]): PartnerColumns => ({
  ambassador_id: universes.includes('ambassador') ? companyId : null,
  operator_id: universes.includes('operator') ? companyId : null,
})

/** Does the company follow clients itself? */
export const isPartner = (universes: readonly string[]): boolean => universes.includes('ambassador') || universes.includes('operator')
