import * as z from 'zod/mini'
import { offerDefinitionSchema } from '../../catalog/admin/definition.ts'
import { bilingualSchema } from '../../catalog/offers/offers.ts'
import { endpoint } from '../../endpoint.ts'
import { serviceKinds } from '../../rules/service-kinds.ts'

/** What a delivery creates, counted: « 4 licences Centrex, 4 accountcodes ». */
export const deliveredServiceSchema = z.object({
  kind: z.enum(serviceKinds),
  name: bilingualSchema,
  count: z.number(),
  accountcodes: z.number(),
})

export const orderFormSchema = z.object({
  definition: offerDefinitionSchema,
  /** Created by the delivery of the order as it is now. */
  services: z.array(deliveredServiceSchema),
  /** A modification may close some. */
  closedServices: z.number(),
})
export type OrderForm = z.infer<typeof orderFormSchema>

export const readOrderForm = endpoint({
  method: 'GET',
  path: '/api/:universe/delivery/orders/:order/form',
  summary: 'The offer of an order in the version that was ordered: its form, to amend it, and what its delivery creates.',
  topic: 'orders',
  right: { anyOf: ['carrier.pilot', 'carrier.administer'], universes: ['carrier'] },
  params: z.strictObject({ order: z.string().check(z.maxLength(32)) }),
  response: orderFormSchema,
})
