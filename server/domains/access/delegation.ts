import type { Grant } from '#api/access/grant'
import type { RightKind } from '#api/access/rights'
import { mainTemplatesOf, type Template, templatesOf } from '#api/templates'
import type { Universe } from '#api/universes'

export type Grants = Readonly<Partial<Record<Template, Grant>>>
/** What a person holds, per universe; implied templates included. */
export type Holdings = Readonly<Partial<Record<Universe, Grants>>>

/** Who gives, as the transaction reads them under the company's lock. */
export interface Granter {
  /** The universe in which they act. */
  readonly universe: Universe
  /** The company concerned is theirs. */
  readonly ownCompany: boolean
  readonly isAdministrator: boolean
  readonly holdings: Holdings
}

export interface GrantedCompany {
  readonly universes: readonly Universe[]
  /** Somebody, invited or active, holds « Administrateur tout Univers ». */
  readonly hasAdministrator: boolean
}

export interface RightContent {
  readonly kind: RightKind
  readonly universe: Universe | null
  /** Of a custom right; ignored for the others. */
  readonly templates: readonly Template[]
  readonly allSites: boolean
  readonly siteIds: readonly string[]
}

/** `forbidden`: rights are not theirs to give here. `delegation_exceeded`: they are, but not this one. */
export type Verdict = 'yes' | 'forbidden' | 'delegation_exceeded'

/** What a right gives: its templates in each of its universes. */
export const contentOf = (
  right: RightContent,
  universes: readonly Universe[],
): readonly { universe: Universe; templates: readonly Template[] }[] => {
  if (right.kind === 'administrator') return universes.map((universe) => ({ universe, templates: templatesOf(universe) }))
  if (right.universe === null) return []
  return [{ universe: right.universe, templates: right.kind === 'universe' ? mainTemplatesOf(right.universe) : right.templates }]
}

const isEverywhere = (right: RightContent): boolean => right.kind !== 'custom' || right.allSites

/** Does a grant cover these sites? */
export const covers = (grant: Grant | undefined, everywhere: boolean, siteIds: readonly string[]): boolean =>
  grant === 'all' || (grant !== undefined && !everywhere && siteIds.every((site) => grant.includes(site)))

/** May this person, in another company than theirs, give any right at all? */
const rulesElsewhere = (granter: Granter, company: GrantedCompany): 'all' | 'first_administrator' | 'none' => {
  const own = granter.holdings[granter.universe]
  if (granter.universe === 'carrier') return own?.['carrier.administer'] === undefined ? 'none' : 'all'
  if (granter.universe === 'client') return 'none'
  return !company.hasAdministrator && own?.['company.write'] === 'all' && own['rights.delegate'] === 'all' ? 'first_administrator' : 'none'
}

const delegatesSomewhere = (granter: Granter): boolean =>
  Object.values(granter.holdings).some((grants) => grants?.['rights.delegate'] !== undefined)

/**
 * May the granter give this right to somebody, take it away, or make it so? Nobody gives more than they hold: in the right's universe, each
 * (template × site) pair of the right must be theirs, and delegation too on those sites. « Administrateur tout Univers » is given by an
 * administrator. The carrier's administrators give anything to customers; a partner makes the first administrator of a client that has none.
 */
export const mayDelegate = (granter: Granter, company: GrantedCompany, right: RightContent): Verdict => {
  if (!granter.ownCompany) {
    const elsewhere = rulesElsewhere(granter, company)
    if (elsewhere === 'all') return 'yes'
    return elsewhere === 'first_administrator' && right.kind === 'administrator' ? 'yes' : 'forbidden'
  }
  if (!delegatesSomewhere(granter)) return 'forbidden'
  if (right.kind === 'administrator') return granter.isAdministrator ? 'yes' : 'delegation_exceeded'
  const everywhere = isEverywhere(right)
  const held = contentOf(right, company.universes).every(({ universe, templates }) => {
    const own = granter.holdings[universe]
    return [...templates, 'rights.delegate' as const].every((template) => covers(own?.[template], everywhere, right.siteIds))
  })
  return held ? 'yes' : 'delegation_exceeded'
}

/** May the granter make and change custom rights in this company, whatever they hold? */
export const mayCompose = (granter: Granter, company: GrantedCompany): boolean =>
  granter.ownCompany ? delegatesSomewhere(granter) : rulesElsewhere(granter, company) === 'all'

/** May the granter give any right, if only one, to people of this company? */
export const mayAssign = (granter: Granter, company: GrantedCompany): boolean =>
  granter.ownCompany ? delegatesSomewhere(granter) : rulesElsewhere(granter, company) !== 'none'

const both = (one: Grant | undefined, other: Grant | undefined): Grant | undefined => {
  if (one === undefined || other === undefined) return undefined
  if (one === 'all') return other
  if (other === 'all') return one
  const shared = one.filter((site) => other.includes(site))
  return shared.length > 0 ? shared : undefined
}

/** What the granter may put into a custom right of this company: universe → template → sites. Outside the client universe a right holds everywhere. */
export const delegable = (granter: Granter, company: GrantedCompany): Partial<Record<Universe, Partial<Record<Template, Grant>>>> => {
  if (!mayCompose(granter, company)) return {}
  const offered: Partial<Record<Universe, Partial<Record<Template, Grant>>>> = {}
  for (const universe of company.universes) {
    const own = granter.holdings[universe]
    const grants: Partial<Record<Template, Grant>> = {}
    for (const template of templatesOf(universe)) {
      const grant = granter.ownCompany ? both(own?.[template], own?.['rights.delegate']) : 'all'
      if (grant === 'all' || (grant !== undefined && universe === 'client')) grants[template] = grant
    }
    if (Object.keys(grants).length > 0) offered[universe] = grants
  }
  return offered
}
