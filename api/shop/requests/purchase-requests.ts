import * as z from 'zod/mini'
import { bilingual, companyReference, count, fullName, id, instant, label, longText, namedCompany, phrase, version } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { basketLineSchema } from '../baskets/basket-lines.ts'

export const purchaseRequestStates = ['open', 'taken', 'declined'] as const
export const purchaseRequestStateSchema = z.enum(purchaseRequestStates)
export type PurchaseRequestState = (typeof purchaseRequestStates)[number]

export const purchaseRequestRowSchema = z.object({
  id,
  company: namedCompany,
  state: purchaseRequestStateSchema,
  requestedAt: instant,
  requestedBy: fullName,
  answeredAt: z.nullable(instant),
  lineCount: count,
  /** Names of the offers, first ones. */
  offers: z.array(bilingual),
  /** Names of the sites, first ones: what tells apart two requests of the same offers. */
  sites: z.array(label),
  /** How the message begins. */
  excerpt: phrase,
})
export type PurchaseRequestRow = z.infer<typeof purchaseRequestRowSchema>

export const purchaseRequestSchema = z.extend(purchaseRequestRowSchema, {
  message: phrase,
  answer: z.nullable(phrase),
  /** Priced for the reader: what the operator pays, or its resale prices for its client. */
  lines: z.array(basketLineSchema),
  version,
  abilities: z.object({ take: z.boolean(), decline: z.boolean() }),
})
export type PurchaseRequest = z.infer<typeof purchaseRequestSchema>

const readers = { anyOf: ['orders.manage'], universes: ['client', 'operator'] } as const
const operators = { anyOf: ['orders.manage'], universes: ['operator'] } as const
const params = z.strictObject({ request: id })

export const sendPurchaseRequest = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/basket/request',
  summary: "An operator's client sends its basket to its operator, who orders.",
  touches: ['purchase-requests', 'baskets', 'basket-counts'],
  right: { anyOf: ['orders.manage'], universes: ['client'] },
  params: z.strictObject({ company: companyReference }),
  body: z.strictObject({ basketId: id, version, message: longText(2000) }),
  response: purchaseRequestSchema,
  status: 201,
  idempotent: true,
  problems: ['version_conflict', 'basket_empty', 'offer_expired', 'offer_not_allowed', 'company_inactive', 'company_blocked'],
})

export const listPurchaseRequests = listEndpoint({
  path: '/api/:universe/purchase-requests',
  summary: 'Requests to an operator, latest first: those of its clients, or those of one’s company.',
  topic: 'purchase-requests',
  right: readers,
  screen: 'purchase-requests',
  row: purchaseRequestRowSchema,
  filters: { state: purchaseRequestStateSchema },
  sorts: ['requestedAt', 'company', 'state'],
  defaultSort: '-requestedAt',
})

export const readPurchaseRequest = endpoint({
  method: 'GET',
  path: '/api/:universe/purchase-requests/:request',
  summary: 'One request with its lines.',
  topic: 'purchase-requests',
  right: readers,
  params,
  response: purchaseRequestSchema,
})

export const takePurchaseRequest = endpoint({
  method: 'POST',
  path: '/api/:universe/purchase-requests/:request/taking',
  summary: "Copy a request's lines into the operator's own basket for that client.",
  touches: ['purchase-requests', 'baskets', 'basket-counts'],
  answers: readPurchaseRequest,
  right: operators,
  params,
  body: z.strictObject({ version }),
  response: purchaseRequestSchema,
  idempotent: true,
  problems: ['version_conflict', 'conflict', 'request_unsold'],
})

export const declinePurchaseRequest = endpoint({
  method: 'POST',
  path: '/api/:universe/purchase-requests/:request/refusal',
  summary: 'Decline a request, saying why.',
  touches: ['purchase-requests', 'baskets', 'basket-counts'],
  answers: readPurchaseRequest,
  right: operators,
  params,
  body: z.strictObject({
    version,
    answer: longText(2000).check(z.refine((text) => text !== '', 'required')),
  }),
  response: purchaseRequestSchema,
  idempotent: true,
  problems: ['version_conflict', 'conflict'],
})
