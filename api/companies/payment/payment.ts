import * as z from 'zod/mini'
import { countryField, emailField, isoDateField, orNull, shortText } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universes } from '../../universes.ts'
import { bicMatchesIban } from '../rules/payment/bic.ts'
import { namedSiteSchema } from '../sites/named-site.ts'
import { bicField, ibanField } from './payment-fields.ts'

export const mandateSchemes = ['core', 'b2b'] as const
export const mandateSchemeSchema = z.enum(mandateSchemes)
export const mandateStates = ['to_sign', 'signed', 'revoked'] as const
export const mandateStateSchema = z.enum(mandateStates)
export type MandateState = (typeof mandateStates)[number]

const company = z.string().check(z.maxLength(32))
const params = z.strictObject({ company })
const oneParams = z.strictObject({ company, payment: z.uuid() })
const version = z.number().check(z.int())

export const paymentSchema = z.object({
  id: z.string(),
  /** Null: the coordinates of the whole company. */
  site: z.nullable(namedSiteSchema),
  holderName: z.string(),
  ibanMasked: z.string(),
  bic: z.nullable(z.string()),
  billingName: z.nullable(z.string()),
  billingStreet: z.string(),
  billingComplement: z.nullable(z.string()),
  billingPostcode: z.string(),
  billingCity: z.string(),
  billingCountry: z.string(),
  billingEmail: z.nullable(z.string()),
  mandate: z.object({
    /** RUM. */
    reference: z.string(),
    scheme: mandateSchemeSchema,
    state: mandateStateSchema,
    signedOn: z.nullable(z.string()),
  }),
  createdAt: z.string(),
  version: z.number(),
  abilities: z.object({ edit: z.boolean(), reveal: z.boolean(), sign: z.boolean(), revoke: z.boolean(), download: z.boolean() }),
})
export type Payment = z.infer<typeof paymentSchema>

const paymentFields = {
  holderName: shortText(70),
  bic: orNull(bicField),
  billingName: orNull(shortText(160)),
  billingStreet: shortText(160),
  billingComplement: orNull(shortText(160)),
  billingPostcode: shortText(12),
  billingCity: shortText(80),
  billingCountry: countryField,
  billingEmail: orNull(emailField),
  scheme: mandateSchemeSchema,
}

const checkBic = <T extends { readonly iban?: string | null; readonly bic: string | null }>(context: z.core.ParsePayload<T>): void => {
  const { iban, bic } = context.value
  if (iban && bic && !bicMatchesIban(bic, iban))
    context.issues.push({ code: 'custom', message: 'bic_iban_mismatch', path: ['bic'], input: bic })
}

const readers = { anyOf: ['company.read'], universes } as const
/** Partners read the masked account and write nothing: the account is its owner's and the carrier's. */
const writers = { anyOf: ['company.write', 'carrier.billing'], universes: ['client', 'carrier'] } as const

export const listPayments = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/payment-details',
  summary: 'Payment coordinates of a company and of its sites, accounts masked.',
  topic: 'payments',
  right: readers,
  params,
  response: z.object({ items: z.array(paymentSchema), abilities: z.object({ create: z.boolean() }) }),
})

export const createPayment = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/payment-details',
  summary: 'Add the payment coordinates of the company or of one site; makes a mandate to sign and warns the administrators.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params,
  body: z.strictObject({ ...paymentFields, siteId: z.nullable(z.uuid({ error: 'invalid' })), iban: ibanField }).check(checkBic),
  response: paymentSchema,
  status: 201,
  stepUp: true,
  idempotent: true,
  problems: ['already_exists', 'step_up_required'],
})

export const updatePayment = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/payment-details/:payment',
  summary: 'Change payment coordinates. Without `iban` the account stays; another one, or another scheme, makes a new mandate to sign.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  body: z.strictObject({ ...paymentFields, iban: orNull(ibanField), version }).check(checkBic),
  response: paymentSchema,
  stepUp: true,
  problems: ['version_conflict', 'step_up_required'],
})

export const revealIban = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/payment-details/:payment/iban',
  summary: 'The account in clear; every look is in the history.',
  touches: [],
  right: writers,
  params: oneParams,
  response: z.object({ iban: z.string() }),
  stepUp: true,
  problems: ['step_up_required'],
})

export const signMandate = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/payment-details/:payment/mandate/signature',
  summary: 'Record the day on which the mandate was signed: not before it was made, not in the future.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  body: z.strictObject({ version, signedOn: isoDateField }),
  response: paymentSchema,
  stepUp: true,
  problems: ['version_conflict', 'conflict', 'step_up_required'],
})

export const revokeMandate = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/payment-details/:payment/mandate',
  summary: 'Revoke the mandate: nothing is debited any more. Another account or scheme makes a new one.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  response: paymentSchema,
  stepUp: true,
  problems: ['conflict', 'step_up_required'],
})

export const downloadMandate = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/payment-details/:payment/mandate.pdf',
  summary: 'The SEPA mandate to sign, with the account in clear.',
  right: writers,
  params: oneParams,
  produces: 'application/pdf',
  stepUp: true,
  problems: ['issuer_incomplete', 'step_up_required'],
})
