import type { AccessRight, RightKind } from '#api/access/rights'
import type { NamedSite } from '#api/companies/sites/named-site'
import { mainTemplatesOf, type Template } from '#api/templates'
import type { Universe } from '#api/universes'
import { mayCompose, mayDelegate, type RightContent } from './delegation.ts'
import type { Delegation } from './open-delegation.ts'

export interface RightRow {
  readonly id: string
  readonly name: string
  readonly kind: RightKind
  readonly universe: Universe | null
  readonly templates: readonly Template[]
  readonly all_sites: boolean
  readonly sites: readonly NamedSite[]
  readonly holders: number
  readonly version: number
}

export const contentOfRow = (row: RightRow): RightContent => ({
  kind: row.kind,
  universe: row.universe,
  templates: row.templates,
  allSites: row.all_sites,
  siteIds: row.sites.map((site) => site.id),
})

export const presentRight = (row: RightRow, { granter, company, readOnly, seesEverybody }: Delegation): AccessRight => {
  const isMine = !readOnly && mayDelegate(granter, company, contentOfRow(row)) === 'yes'
  const isEditable = isMine && row.kind === 'custom' && mayCompose(granter, company)
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    universe: row.universe,
    templates: row.kind === 'custom' ? [...row.templates] : row.universe ? [...mainTemplatesOf(row.universe)] : [],
    allSites: row.all_sites,
    sites: [...row.sites],
    holders: row.holders,
    holdersComplete: seesEverybody,
    version: row.version,
    abilities: { edit: isEditable, delete: isEditable, assign: isMine },
  }
}
