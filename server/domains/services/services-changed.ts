import type { CharacteristicValues, OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { ServiceKind } from '#api/catalog/rules/service-kinds'
import { type NewService, servicesOf } from './create-services.ts'

interface Configured {
  readonly definition: Pick<OfferDefinition, 'services'>
  readonly siteId: string
  readonly siteIds: readonly string[]
  readonly values: CharacteristicValues
}

export interface ServiceChange {
  readonly opened: readonly NewService[]
  /** How many of a kind close on a site. */
  readonly ended: readonly { readonly kind: ServiceKind; readonly siteId: string; readonly count: number }[]
}

const placeOf = ({ kind, siteId }: Pick<NewService, 'kind' | 'siteId'>): string => `${kind} ${siteId}`

/**
 * What a change of form opens and closes: compared by kind and site, so that a service that another version names otherwise goes on, and those
 * that additions brought stay.
 */
export const servicesChanged = (before: Configured, after: Configured): ServiceChange => {
  const had = Map.groupBy(servicesOf(before.definition, before), placeOf)
  const wanted = Map.groupBy(servicesOf(after.definition, after), placeOf)
  return {
    opened: [...wanted].flatMap(([place, services]) => services.slice(had.get(place)?.length ?? 0)),
    ended: [...had].flatMap(([place, services]) => {
      const count = services.length - (wanted.get(place)?.length ?? 0)
      const [first] = services
      return first && count > 0 ? [{ kind: first.kind, siteId: first.siteId, count }] : []
    }),
  }
}
