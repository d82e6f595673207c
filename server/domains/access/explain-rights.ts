import type { RightKind, RightsExplanation } from '#api/access/rights'
import type { NamedSite } from '#api/companies/sites/named-site'
import { type Template, templatesOf, templatesThatGrant } from '#api/templates'
import type { Universe } from '#api/universes'
import { contentOf } from './delegation.ts'

export interface ExplainedRight {
  readonly id: string
  readonly name: string
  readonly kind: RightKind
  readonly universe: Universe | null
  readonly templates: readonly Template[]
  readonly allSites: boolean
  readonly sites: readonly NamedSite[]
  readonly held: boolean
}

type Line = RightsExplanation['universes'][number]['templates'][number]

/** The template of a right through which it gives `wanted` in a universe: itself when it is held directly. */
const origin = (right: ExplainedRight, universe: Universe, universes: readonly Universe[], wanted: Template): Template | undefined => {
  const content = contentOf({ ...right, siteIds: [] }, universes).find((one) => one.universe === universe)
  const givers = templatesThatGrant(wanted)
  return content?.templates.includes(wanted) ? wanted : content?.templates.find((template) => givers.includes(template))
}

const explainTemplate = (
  rights: readonly ExplainedRight[],
  universe: Universe,
  universes: readonly Universe[],
  template: Template,
): Line => {
  const giving = rights.flatMap((right) => {
    const from = origin(right, universe, universes, template)
    return from === undefined ? [] : [{ right, through: from === template ? null : from }]
  })
  const held = giving.filter(({ right }) => right.held)
  const allSites = held.some(({ right }) => right.kind !== 'custom' || right.allSites)
  const sites = new Map(held.flatMap(({ right }) => right.sites.map((site) => [site.id, site] as const)))
  return {
    template,
    granted: held.length > 0,
    allSites,
    sites: allSites ? [] : [...sites.values()],
    sources: held.map(({ right, through }) => ({
      rightId: right.id,
      rightName: right.name,
      through,
      allSites: right.kind !== 'custom' || right.allSites,
      sites: right.kind === 'custom' && !right.allSites ? [...right.sites] : [],
    })),
    offeredBy: held.length > 0 ? [] : giving.map(({ right }) => ({ id: right.id, name: right.name })),
  }
}

/** « Pourquoi ? »: for each universe of the company and each template it offers, the rights held that give it, or those that would. */
export const explainEffectiveRights = (rights: readonly ExplainedRight[], universes: readonly Universe[]): RightsExplanation['universes'] =>
  universes.map((universe) => ({
    universe,
    templates: templatesOf(universe).map((template) => explainTemplate(rights, universe, universes, template)),
  }))
