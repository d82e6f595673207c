import { type LinkProps, useParams } from '@tanstack/react-router'
import type { Universe } from '#api/universes'
import { useSession, useUniverse } from '../../platform/session.ts'

export interface PageLink {
  readonly to: NonNullable<LinkProps['to']>
  readonly params: Readonly<Record<string, string>> & { readonly universe: Universe }
}

/** Pages of a company: one's own under `ma-societe`, another's under `clients/$company`. */
export const companyLinks = (universe: Universe, company: string, own: boolean) => {
  const link = (mine: PageLink['to'], theirs: PageLink['to'], params: Readonly<Record<string, string>> = {}): PageLink => ({
    to: own ? mine : theirs,
    params: own ? { universe, ...params } : { universe, company, ...params },
  })
  return {
    sheet: link('/$universe/entreprise/ma-societe', '/$universe/entreprise/clients/$company'),
    sites: link('/$universe/entreprise/ma-societe/sites', '/$universe/entreprise/clients/$company/sites'),
    newSite: link('/$universe/entreprise/ma-societe/sites/nouveau', '/$universe/entreprise/clients/$company/sites/nouveau'),
    site: (site: string) =>
      link('/$universe/entreprise/ma-societe/sites/$site', '/$universe/entreprise/clients/$company/sites/$site', { site }),
    editSite: (site: string) =>
      link('/$universe/entreprise/ma-societe/sites/$site/modifier', '/$universe/entreprise/clients/$company/sites/$site/modifier', {
        site,
      }),
    contacts: link('/$universe/entreprise/ma-societe/contacts', '/$universe/entreprise/clients/$company/contacts'),
    contact: (contact: string) =>
      link('/$universe/entreprise/ma-societe/contacts/$contact', '/$universe/entreprise/clients/$company/contacts/$contact', { contact }),
    payments: link(
      '/$universe/entreprise/ma-societe/coordonnees-de-paiement',
      '/$universe/entreprise/clients/$company/coordonnees-de-paiement',
    ),
    payment: (payment: string) =>
      link(
        '/$universe/entreprise/ma-societe/coordonnees-de-paiement/$payment',
        '/$universe/entreprise/clients/$company/coordonnees-de-paiement/$payment',
        { payment },
      ),
    activity: link('/$universe/entreprise/activite', '/$universe/entreprise/clients/$company/activite'),
  }
}

export interface CompanyPlace {
  readonly universe: Universe
  readonly company: string
  /** The sheet is one's own. */
  readonly own: boolean
  readonly links: ReturnType<typeof companyLinks>
}

/** The company of the page: the one that the address names, else one's own. */
export const useCompanyPlace = (): CompanyPlace => {
  const universe = useUniverse()
  const session = useSession()
  const { company } = useParams({ strict: false }) as { company?: string }
  const reference = company ?? session.company.reference
  // By the address and not by the reference: a partner that looks itself up stays under its clients.
  const own = company === undefined
  return { universe, company: reference, own, links: companyLinks(universe, reference, own) }
}
