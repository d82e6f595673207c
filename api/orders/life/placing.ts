import * as z from 'zod/mini'
import { longText } from '../../atoms.ts'
import { namedSiteSchema } from '../../companies/sites/named-site.ts'
import { endpoint } from '../../endpoint.ts'
import { orderers } from '../../shop/baskets/baskets.ts'

const params = z.strictObject({ company: z.string().check(z.maxLength(32)) })
const version = z.number().check(z.int())
const termsVersion = z.string({ error: 'terms_required' }).check(z.minLength(1, 'terms_required'), z.maxLength(32, 'too_long'))

export const placedOrderSchema = z.object({
  reference: z.string(),
  state: z.enum(['awaiting_client', 'submitted']),
  kind: z.enum(['creation', 'addition', 'modification']),
  contract: z.string(),
  offer: z.string(),
  offerEn: z.string(),
  site: namedSiteSchema,
})

export const placedSchema = z.object({ batch: z.string(), orders: z.array(placedOrderSchema) })
export type Placed = z.infer<typeof placedSchema>

export const placeOrder = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/basket/order',
  summary: '« Commander »: one contract and one order per line and site. Asked again for the same basket, it answers what was placed.',
  touches: ['baskets', 'orders', 'subscriptions'],
  right: orderers,
  params,
  body: z.strictObject({
    basketId: z.uuid({ error: 'invalid' }),
    /** Of the basket as it was read: what another tab put in meanwhile is not ordered unseen. */
    version,
    /** Terms of sale accepted by who orders; null when the client will accept them. */
    termsVersion: z.nullable(termsVersion),
    /** Express consent of a small company to a commitment beyond 24 months: true where the basket says `needsWaiver`. */
    longCommitmentWaiver: z.optional(z.boolean()),
  }),
  response: placedSchema,
  status: 201,
  idempotent: true,
  problems: [
    'version_conflict',
    'price_changed',
    'offer_expired',
    'offer_not_allowed',
    'operation_running',
    'contract_not_running',
    'company_inactive',
    'company_blocked',
    'payer_blocked',
    'terms_of_sale_changed',
    'basket_empty',
  ],
})

/**
 * Who decides on an order that waits: the client itself (right *Gestion des commandes*), or its operator when that pays. The contract is made of
 * orders: whoever may place one may validate one. A right limited to sites decides on orders of these sites only.
 */
const deciders = { anyOf: ['orders.manage'], universes: ['client', 'operator'] } as const
const orderParams = z.strictObject({ order: z.string().check(z.maxLength(32)) })

export const decisionSchema = z.object({
  order: z.object({ reference: z.string(), state: z.string(), version: z.number() }),
  /** Other orders of the same go that still wait for the caller's decision. */
  waiting: z.array(z.string()),
})

export const readPendingDecision = endpoint({
  method: 'GET',
  path: '/api/:universe/orders/:order/decision',
  summary: 'What validating an order asks: the terms of sale, and the orders placed with it that still wait.',
  topic: 'orders',
  right: deciders,
  params: orderParams,
  response: z.object({
    reference: z.string(),
    version: z.number(),
    termsVersion: z.string(),
    placedBy: z.string(),
    waiting: z.array(z.string()),
    /** A small company commits itself beyond 24 months only with its express consent. */
    needsWaiver: z.boolean(),
    block: z.nullable(z.enum(['company_inactive', 'company_blocked', 'payer_blocked'])),
    abilities: z.object({ decide: z.boolean() }),
  }),
})

export const validateOrder = endpoint({
  method: 'POST',
  path: '/api/:universe/orders/:order/validation',
  summary: 'Validate an order that a partner or the carrier entered: terms of sale, time, address and name are kept.',
  touches: ['orders', 'subscriptions'],
  right: deciders,
  params: orderParams,
  body: z.strictObject({ version, termsVersion, longCommitmentWaiver: z.optional(z.boolean()) }),
  response: decisionSchema,
  idempotent: true,
  problems: [
    'conflict',
    'version_conflict',
    'order_already_decided',
    'terms_of_sale_changed',
    'company_inactive',
    'company_blocked',
    'payer_blocked',
  ],
})

export const refuseOrder = endpoint({
  method: 'POST',
  path: '/api/:universe/orders/:order/refusal',
  summary: 'Refuse an order that a partner or the carrier entered; a contract that it would have made is dropped.',
  touches: ['orders', 'subscriptions'],
  right: deciders,
  params: orderParams,
  body: z.strictObject({ version, reason: longText(1000) }),
  response: decisionSchema,
  idempotent: true,
  problems: ['version_conflict', 'order_already_decided'],
})
