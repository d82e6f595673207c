import { useSearch } from '@tanstack/react-router'
import type { Session } from '#api/identity/sign-in/session'
import type { Universe } from '#api/universes'
import { type CompanyPlace, companyLinks } from '../../app/company/company-place.ts'
import { useSession, useUniverse } from '../../platform/session.ts'

/** Whom one orders for: oneself, or the client that the address names. */
export interface ShopPlace {
  readonly universe: Universe
  /** Null: a partner or the carrier has not chosen a client yet. */
  readonly company: string | null
  /** One orders for somebody else. */
  readonly forClient: boolean
  /** What every address of the shop carries on. */
  readonly search: { readonly client?: string }
}

/** A client orders for itself; in the other universes the address says for whom. */
export const placeIn = (universe: Universe, session: Session, client: string | undefined): ShopPlace =>
  universe === 'client'
    ? { universe, company: session.company.reference, forClient: false, search: {} }
    : { universe, company: client ?? null, forClient: true, search: client === undefined ? {} : { client } }

export const useShopPlace = (): ShopPlace => {
  const { client } = useSearch({ strict: false }) as { readonly client?: string }
  return placeIn(useUniverse(), useSession(), client)
}

/** The same company as the pages of sites and contacts know it. */
export const companyPlaceOf = ({ universe, forClient }: ShopPlace, company: string): CompanyPlace => ({
  universe,
  company,
  own: !forClient,
  link: companyLinks(universe, company, !forClient),
})

const texts =
  <K extends string>(...names: readonly K[]) =>
  (raw: Record<string, unknown>): { readonly [name in K]?: string } => {
    const known: Record<string, string> = {}
    for (const name of names) {
      const value = raw[name]
      if ((typeof value === 'string' && value !== '') || typeof value === 'number') known[name] = String(value)
    }
    return known as { readonly [name in K]?: string }
  }

/** `validateSearch` of the shop's routes: the client, and the texts of the page. */
export const readPlace = texts('client')
export const readShopFilters = texts('client', 'q', 'famille', 'comparer')
export const readComparison = texts('client', 'offres')
export const readAddition = texts('client', 'offre')
export const readPlaced = texts('client', 'commandes')
