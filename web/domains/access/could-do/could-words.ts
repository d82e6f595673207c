import type { CouldDo, GivingRight } from '#api/access/could-do'
import { couldOnSitesWords, couldWords } from '#api/access/could-words'
import type { AccessRight } from '#api/access/rights'
import type { Template } from '#api/templates'
import * as m from '#messages/access'
import { words } from '../../../platform/words.ts'

/** « demander la résiliation d’un contrat ». */
export const couldText = ({ sites }: Pick<CouldDo, 'sites'>, template: Template): string =>
  words((sites === null ? undefined : couldOnSitesWords[template]) ?? couldWords[template])

/** Where: all sites, some, or the companies that a partner or the carrier follows. */
export const placeText = ({ universe, sites }: CouldDo): string => {
  if (sites !== null) return m.access_could_sites({ sites: sites.map(({ name }) => name).join(', ') })
  return universe === 'client'
    ? m.access_could_everywhere()
    : universe === 'carrier'
      ? m.access_could_companies()
      : m.access_could_clients()
}

/** Rights of a company as far as they say what may be done; `everything`: one of them holds all. */
export const givenBy = (rights: readonly AccessRight[]): { readonly held: readonly GivingRight[]; readonly everything: boolean } => ({
  held: rights.flatMap(({ universe, templates, allSites, sites, kind }) =>
    universe ? [{ universe, templates, allSites: allSites || kind !== 'custom', sites }] : [],
  ),
  everything: rights.some(({ kind }) => kind === 'administrator'),
})
