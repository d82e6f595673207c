import * as z from 'zod/mini'
import { companyParams, contractReference, fullName, id, label, longText, orderReference, orNull, version } from '../../atoms.ts'
import { namedSiteSchema } from '../../companies/sites/named-site.ts'
import { endpoint } from '../../endpoint.ts'
import { orderers } from '../../shop/baskets/baskets.ts'
import { purchaseOrderField } from '../reading/orders.ts'

const termsVersion = z.string({ error: 'terms_required' }).check(z.minLength(1, 'terms_required'), z.maxLength(32, 'too_long'))

export const placedOrderSchema = z.object({
  reference: orderReference,
  state: z.enum(['awaiting_client', 'submitted']),
  kind: z.enum(['creation', 'addition', 'modification']),
  contract: contractReference,
  offer: label,
  offerEn: label,
  site: namedSiteSchema,
})

export const placedSchema = z.object({ batch: z.string(), orders: z.array(placedOrderSchema) })
export type Placed = z.infer<typeof placedSchema>

/** What who orders says of the whole go. */
export const placingForm = z.object({ purchaseOrder: z.optional(orNull(purchaseOrderField)) })

export const placeOrder = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/basket/order',
  summary: '« Commander »: one contract and one order per line and site. Asked again for the same basket, it answers what was placed.',
  touches: ['baskets', 'basket-counts', 'orders', 'subscriptions'],
  right: orderers,
  params: companyParams,
  body: z.strictObject({
    basketId: id,
    /** Of the basket as it was read: what another tab put in meanwhile is not ordered unseen. */
    version,
    /** Terms of sale accepted by who orders; null when the client will accept them. */
    termsVersion: z.nullable(termsVersion),
    /** Express consent of a small company to a commitment beyond 24 months: true where the basket says `needsWaiver`. */
    longCommitmentWaiver: z.optional(z.boolean()),
    ...placingForm.shape,
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
const orderParams = z.strictObject({ order: orderReference })

export const decisionSchema = z.object({
  order: z.object({ reference: orderReference, state: z.string(), version }),
  /** Other orders of the same go that still wait for the caller's decision. */
  waiting: z.array(orderReference),
})

export const readPendingDecision = endpoint({
  method: 'GET',
  path: '/api/:universe/orders/:order/decision',
  summary: 'What validating an order asks: the terms of sale, and the orders placed with it that still wait.',
  topic: 'orders',
  right: deciders,
  params: orderParams,
  response: z.object({
    reference: orderReference,
    version,
    termsVersion: z.string(),
    placedBy: fullName,
    waiting: z.array(orderReference),
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
