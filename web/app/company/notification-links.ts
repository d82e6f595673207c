import type { LinkProps } from '@tanstack/react-router'
import type { Universe } from '#api/universes'

interface PageLink {
  readonly to: NonNullable<LinkProps['to']>
  readonly params: Readonly<Record<string, string>> & { readonly universe: Universe }
}

/** Pages of notifications of a company: one's own under `ma-societe`, another's under `clients/$company`. */
export const notificationLinks = (universe: Universe, company: string, own: boolean) => {
  const link = (mine: PageLink['to'], theirs: PageLink['to'], params: Readonly<Record<string, string>> = {}): PageLink => ({
    to: own ? mine : theirs,
    params: own ? { universe, ...params } : { universe, company, ...params },
  })
  return {
    company: link('/$universe/entreprise/ma-societe/notifications', '/$universe/entreprise/clients/$company/notifications'),
    dashboard: link(
      '/$universe/entreprise/ma-societe/contacts/notifications',
      '/$universe/entreprise/clients/$company/contacts/notifications',
    ),
    contact: (contact: string) =>
      link(
        '/$universe/entreprise/ma-societe/contacts/$contact/notifications',
        '/$universe/entreprise/clients/$company/contacts/$contact/notifications',
        { contact },
      ),
  }
}
