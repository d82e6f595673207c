import { type LinkProps, useParams } from '@tanstack/react-router'
import type { Universe } from '#api/universes'
import { useSession, useUniverse } from '../../platform/session.ts'

export interface PageLink {
  readonly to: NonNullable<LinkProps['to']>
  readonly params: Readonly<Record<string, string>> & { readonly universe: Universe }
}

/** Pages of the rights and users of a company: one's own, or a client's under `clients/$company`. */
export const accessLinks = (universe: Universe, company: string, own: boolean) => {
  const link = (mine: PageLink['to'], theirs: PageLink['to'], params: Readonly<Record<string, string>> = {}): PageLink => ({
    to: own ? mine : theirs,
    params: own ? { universe, ...params } : { universe, company, ...params },
  })
  return {
    sheet: link('/$universe/entreprise/ma-societe', '/$universe/entreprise/clients/$company'),
    rights: link('/$universe/entreprise/droits', '/$universe/entreprise/clients/$company/droits'),
    newRight: link('/$universe/entreprise/droits/nouveau', '/$universe/entreprise/clients/$company/droits/nouveau'),
    right: (right: string) =>
      link('/$universe/entreprise/droits/$right', '/$universe/entreprise/clients/$company/droits/$right', { right }),
    editRight: (right: string) =>
      link('/$universe/entreprise/droits/$right/modifier', '/$universe/entreprise/clients/$company/droits/$right/modifier', { right }),
    users: link('/$universe/entreprise/utilisateurs', '/$universe/entreprise/clients/$company/utilisateurs'),
    newUser: link('/$universe/entreprise/utilisateurs/nouveau', '/$universe/entreprise/clients/$company/utilisateurs/nouveau'),
    user: (login: string) =>
      link('/$universe/entreprise/utilisateurs/$login', '/$universe/entreprise/clients/$company/utilisateurs/$login', { login }),
  }
}

/** The company of the page: the one that the address names, else one's own. */
export const useAccessPlace = () => {
  const universe = useUniverse()
  const session = useSession()
  const { company } = useParams({ strict: false }) as { company?: string }
  const reference = company ?? session.company.reference
  const own = reference === session.company.reference
  return { universe, company: reference, own, links: accessLinks(universe, reference, own) }
}
