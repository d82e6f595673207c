import * as z from 'zod/mini'
import { bilingual, count, orderReference } from '../../atoms.ts'
import { offerDefinitionSchema } from '../../catalog/admin/definition.ts'
import { serviceKinds } from '../../catalog/rules/service-kinds.ts'
import { endpoint } from '../../endpoint.ts'

/** What a delivery creates, counted: « 4 licences Centrex, 4 accountcodes ». */
export const deliveredServiceSchema = z.object({
  kind: z.enum(serviceKinds),
  name: bilingual,
  count,
  accountcodes: count,
})

export const orderFormSchema = z.object({
  definition: offerDefinitionSchema,
  /** Created by the delivery of the order as it is now. */
  services: z.array(deliveredServiceSchema),
  /** A modification may close some. */
  closedServices: count,
})
export type OrderForm = z.infer<typeof orderFormSchema>

export const readOrderForm = endpoint({
  method: 'GET',
  path: '/api/:universe/delivery/orders/:order/form',
  summary: 'The offer of an order in the version that was ordered: its form, to amend it, and what its delivery creates.',
  topic: 'orders',
  right: { anyOf: ['carrier.pilot', 'carrier.administer'], universes: ['carrier'] },
  params: z.strictObject({ order: orderReference }),
  response: orderFormSchema,
})
