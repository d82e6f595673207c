import type { CharacteristicValues, OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { ServiceKind } from '#api/catalog/rules/service-kinds'
import { db, type Transaction } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'
import { Problem } from '../../platform/problem.ts'
import { createAccountcodes } from '../subscriptions/accountcodes-of-services.ts'

export interface NewService {
  readonly kind: ServiceKind
  readonly name: string
  readonly siteId: string
  /** Billable: gets an accountcode. */
  readonly accountcode: boolean
}

export interface CreatedService {
  readonly id: string
  readonly reference: string
  readonly kind: ServiceKind
  readonly name: string
  readonly siteId: string
  readonly accountcode: number | null
}

/** No delivery creates more than this at once: beyond, a value was wrong. */
const maximumServices = 5_000

/** The services that a contract's definition brings: one for the contract, one per site, or as many as a number says. */
export const servicesOf = (
  definition: Pick<OfferDefinition, 'services'>,
  contract: { readonly siteId: string; readonly siteIds: readonly string[]; readonly values: CharacteristicValues },
): NewService[] =>
  definition.services.flatMap(({ kind, name, per, accountcode }) => {
    const one = (siteId: string): NewService => ({ kind, name: name.fr, siteId, accountcode })
    if (per === 'contract') return [one(contract.siteId)]
    if (per === 'site') return contract.siteIds.map(one)
    const count = Number(contract.values[per.characteristic] ?? 0)
    const bounded = Number.isInteger(count) && count > 0 ? Math.min(count, maximumServices) : 0
    return Array.from({ length: bounded }, () => one(contract.siteId))
  })

/** Services that a delivery creates, with their references and accountcodes. Carrier and worker only. */
export const createServices = async (
  tx: Transaction,
  subscriptionId: string,
  services: readonly NewService[],
  day: string,
): Promise<CreatedService[]> => {
  if (services.length === 0) return []
  const subscription = await tx.first(db.selectFrom('subscriptions').select(['id', 'company_id']).where('id', '=', subscriptionId))
  if (!subscription) throw new Problem('not_found')
  const made = services.map((service) => ({ ...service, id: newId() }))
  const rows = await tx.all(
    db
      .insertInto('services')
      .values(
        made.map(({ id, siteId, kind, name }) => ({
          id,
          subscription_id: subscriptionId,
          company_id: subscription.company_id,
          site_id: siteId,
          kind,
          name,
          created_on: day,
        })),
      )
      .returning(['id', 'reference']),
  )
  const references = new Map(rows.map((row) => [row.id, row.reference]))
  const accountcodes = await createAccountcodes(
    tx,
    made
      .filter(({ accountcode }) => accountcode)
      .map(({ id, siteId, name }) => ({ serviceId: id, subscriptionId, companyId: subscription.company_id, siteId, label: name })),
  )
  return made.map(({ id, kind, name, siteId }) => ({
    id,
    kind,
    name,
    siteId,
    reference: references.get(id) ?? '',
    accountcode: accountcodes.get(id) ?? null,
  }))
}
