import type { Universe } from '#api/universes'
import type { Scope, ScopedTransaction } from '../../platform/context.ts'
import { Problem } from '../../platform/problem.ts'
import { type GrantedCompany, type Granter, type Holdings, mayDelegate, type RightContent } from './delegation.ts'
import * as rights from './rights.repository.ts'

export interface CompanyRow {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly universes: readonly Universe[]
  readonly ambassador_id: string | null
  readonly operator_id: string | null
  readonly has_administrator: boolean
}

export interface GranterRow {
  readonly is_administrator: boolean
  readonly holdings: Holdings
}

/** Who acts, and on whom: what every rule of delegation asks. */
export interface Delegation {
  readonly granter: Granter
  readonly company: GrantedCompany
  /** « voir comme » changes nothing. */
  readonly readOnly: boolean
  /** False when who acts sees the people of some sites only. */
  readonly seesEverybody: boolean
}

export interface Opened {
  readonly company: CompanyRow
  readonly delegation: Delegation
}

/** Queries of a read that shows what the caller may give: the company of the path, and the caller's holdings. */
export const companyOfAccess = rights.company
export const ownHoldings = rights.granter

export const delegationOf = (scope: Scope, company: CompanyRow, granter: GranterRow | undefined): Delegation => ({
  granter: {
    universe: scope.universe,
    ownCompany: company.id === scope.companyId,
    isAdministrator: granter?.is_administrator ?? false,
    holdings: granter?.holdings ?? {},
  },
  company: { universes: company.universes, hasAdministrator: company.has_administrator },
  readOnly: scope.readOnly,
  seesEverybody: scope.allSites,
})

/** Finds the company, takes its lock on rights, and reads under it what the caller holds. @throws Problem `not_found`. */
export const openDelegation = async (tx: ScopedTransaction, reference: string): Promise<Opened> => {
  const seen = await tx.first(rights.company(reference))
  if (!seen) throw new Problem('not_found')
  await tx.run(rights.lockAdministration(seen.id))
  const company = (await tx.first(rights.company(reference))) ?? seen
  return { company, delegation: delegationOf(tx.scope, company, await tx.first(rights.granter())) }
}

/** @throws Problem `forbidden` or `delegation_exceeded`. */
export const demandDelegation = ({ granter, company }: Delegation, right: RightContent): void => {
  const verdict = mayDelegate(granter, company, right)
  if (verdict !== 'yes') throw new Problem(verdict)
}

/** Locks a person of the company. @throws Problem `not_found`. */
export const lockPerson = async (tx: ScopedTransaction, reference: string, login: string) => {
  const row = await tx.first(rights.user(reference, login).forUpdate())
  if (!row) throw new Problem('not_found')
  return row
}
