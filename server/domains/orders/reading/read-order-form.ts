import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { OrderForm } from '#api/orders/reading/order-form'
import { isRunning } from '#api/subscriptions/rules/operations'
import type { Context } from '../../../platform/context.ts'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { servicesOf } from '../../services/create-services.ts'
import { servicesOfModification } from '../delivery/deliver-modification.ts'

const orderedForm = (reference: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('offer_versions as v', 'v.id', 'o.offer_version_id')
    .where('o.reference', '=', reference)
    .innerJoin('subscriptions as s', 's.id', 'o.subscription_id')
    .innerJoin('offer_versions as w', 'w.id', 's.offer_version_id')
    .select([
      'o.kind',
      'o.state',
      'o.site_id',
      'o.site_ids',
      'o.values',
      'v.definition',
      's.values as contracted',
      'w.definition as contracted_definition',
    ])

type OrderedForm = RowsOf<ReturnType<typeof orderedForm>>[number]

/** What the delivery of a modification opens, by kind, and how many services it closes. */
const changedServices = (order: OrderedForm, definition: OfferDefinition): Pick<OrderForm, 'services' | 'closedServices'> => {
  const before = { definition: order.contracted_definition, values: order.contracted }
  const { opened, ended } = servicesOfModification(order, before, definition)
  return {
    closedServices: ended.reduce((sum, { count }) => sum + count, 0),
    services: [...Map.groupBy(opened, ({ kind }) => kind)].map(([kind, services]) => ({
      kind,
      name: { ...(definition.services.find((service) => service.kind === kind)?.name ?? { fr: kind, en: kind }) },
      count: services.length,
      accountcodes: services.filter(({ accountcode }) => accountcode).length,
    })),
  }
}

/** The offer as it was ordered, with what the delivery of the order creates, by the rules of the delivery itself. @throws Problem not_found */
export const readOrderForm = async (ctx: Context, reference: string): Promise<OrderForm> => {
  const { order } = await ctx.read({ order: found(orderedForm(reference)) })
  const definition = order.definition
  const contract = { siteId: order.site_id, siteIds: order.site_ids, values: order.values }
  if (order.kind === 'modification' && isRunning(order.state))
    return { definition: definition as OrderForm['definition'], ...changedServices(order, definition) }
  const creates = order.kind === 'creation' || order.kind === 'addition' ? definition.services : []
  return {
    // Checked when the version was written.
    definition: definition as OrderForm['definition'],
    closedServices: 0,
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
