import { type LinkProps, useParams } from '@tanstack/react-router'
import { type CompanyPage, clientPages, type PageParams, pages } from '#api/pages'
import type { Universe } from '#api/universes'
import type { Place } from '../../platform/reading/place.ts'
import { useSession, useUniverse } from '../../platform/session.ts'

export interface PageLink {
  readonly to: NonNullable<LinkProps['to']>
  readonly params: Readonly<Record<string, string>> & { readonly universe: Universe }
}

type Names<N extends CompanyPage> = Omit<PageParams<(typeof clientPages)[N]>, 'universe' | 'company'>
/** `link('site', { site })`: a page of the company. */
export type CompanyLink = <N extends CompanyPage>(page: N, ...names: keyof Names<N> extends never ? [] : [Readonly<Names<N>>]) => PageLink

/** Pages of a company: one's own under `ma-societe`, another's under `clients/$company`. */
export const companyLinks =
  (universe: Universe, company: string, own: boolean): CompanyLink =>
  (page, ...[names]) => ({
    to: own ? pages[page] : clientPages[page],
    params: { ...(own ? {} : { company }), ...names, universe },
  })

export interface CompanyPlace {
  readonly universe: Universe
  readonly company: string
  /** The sheet is one's own. */
  readonly own: boolean
  readonly link: CompanyLink
}

/** The company that an address is about, as the API names it. */
export const companyAt = ({ universe, params, session }: Place<{ readonly company?: string }>) => ({
  universe,
  company: params.company ?? session.company.reference,
})

/** The company of the page: the one that the address names, else one's own. */
export const useCompanyPlace = (): CompanyPlace => {
  const universe = useUniverse()
  const session = useSession()
  const { company } = useParams({ strict: false }) as { company?: string }
  const reference = company ?? session.company.reference
  // By the address and not by the reference: a partner that looks itself up stays under its clients.
  const own = company === undefined
  return { universe, company: reference, own, link: companyLinks(universe, reference, own) }
}
