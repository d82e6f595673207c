import { type Template, templates, templatesOf, templatesThatGrant } from '../templates.ts'
import { type Universe, universes } from '../universes.ts'

interface Site {
  readonly id: string
  readonly name: string
}

/** A right as far as it says what may be done. */
export interface GivingRight {
  readonly universe: Universe
  readonly templates: readonly Template[]
  readonly allSites: boolean
  readonly sites: readonly Site[]
}

/** What may be done in one universe at the same places. */
export interface CouldDo {
  readonly universe: Universe
  /** Null: everywhere. */
  readonly sites: readonly Site[] | null
  readonly templates: readonly Template[]
}

const placesOf = (rights: readonly GivingRight[], template: Template): readonly Site[] | null | undefined => {
  const givers = templatesThatGrant(template)
  const giving = rights.filter((right) => right.templates.some((one) => givers.includes(one) && templatesOf(right.universe).includes(one)))
  if (giving.length === 0) return undefined
  if (giving.some(({ allSites }) => allSites)) return null
  const sites = new Map(giving.flatMap((right) => right.sites.map((site) => [site.id, site] as const)))
  return sites.size === 0 ? undefined : [...sites.values()]
}

const keyOf = (sites: readonly Site[] | null): string =>
  sites === null
    ? ''
    : sites
        .map(({ id }) => id)
        .sort()
        .join(' ')

/** What rights let do together: they add up, and what one template brings along counts. Everywhere first, in the order of the catalogue. */
export const couldDo = (rights: readonly GivingRight[]): CouldDo[] =>
  universes.flatMap((universe) => {
    const here = rights.filter((right) => right.universe === universe)
    const groups = new Map<string, { universe: Universe; sites: readonly Site[] | null; templates: Template[] }>()
    for (const template of templates.filter((one) => templatesOf(universe).includes(one))) {
      const sites = placesOf(here, template)
      if (sites === undefined) continue
      const key = keyOf(sites)
      const group = groups.get(key) ?? { universe, sites, templates: [] }
      group.templates.push(template)
      groups.set(key, group)
    }
    return [...groups.values()].sort((left, right) => Number(left.sites !== null) - Number(right.sites !== null))
  })
