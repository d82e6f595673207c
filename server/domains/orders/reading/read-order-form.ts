import type { OrderForm } from '#contract/order-form'
import type { CharacteristicValues, OfferDefinition } from '#contract/rules/catalog/offer-definition'
import type { Context } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { servicesOf } from '../../services/create-services.ts'

const orderedForm = (reference: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('offer_versions as v', 'v.id', 'o.offer_version_id')
    .where('o.reference', '=', reference)
    .select(['o.kind', 'o.site_id', 'o.site_ids', 'o.values', 'v.definition'])

/** The offer as it was ordered, with what the delivery of the order creates, by the rules of the delivery itself. @throws Problem not_found */
export const readOrderForm = async (ctx: Context, reference: string): Promise<OrderForm> => {
  const { rows } = await ctx.read(orderedForm(reference))
  const [order] = rows[0]
  if (!order) throw new Problem('not_found')
  const definition = order.definition as unknown as OfferDefinition
  const contract = { siteId: order.site_id, siteIds: order.site_ids, values: order.values as CharacteristicValues }
  const creates = order.kind === 'creation' || order.kind === 'addition' ? definition.services : []
  return {
    // Checked when the version was written.
    definition: definition as OrderForm['definition'],
    services: creates.map((service) => {
      const made = servicesOf({ services: [service] }, contract)
      return {
        kind: service.kind,
        name: { ...service.name },
        count: made.length,
        accountcodes: made.filter(({ accountcode }) => accountcode).length,
      }
    }),
  }
}
