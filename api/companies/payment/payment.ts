import * as z from 'zod/mini'
import {
  city,
  companyParams,
  companyReference,
  country,
  day,
  email,
  id,
  instant,
  label,
  orNull,
  postcode,
  street,
  typedCity,
  typedCompanyName,
  typedPostcode,
  typedStreet,
  version,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universes } from '../../universes.ts'
import { bicMatchesIban } from '../rules/payment/bic.ts'
import { namedSiteSchema } from '../sites/named-site.ts'
import { bic, iban, mandateReference, maskedIban, typedHolderName } from './payment-fields.ts'

export const mandateSchemes = ['core', 'b2b'] as const
export const mandateSchemeSchema = z.enum(mandateSchemes)
export const mandateStates = ['to_sign', 'signed', 'revoked'] as const
export const mandateStateSchema = z.enum(mandateStates)
export type MandateState = (typeof mandateStates)[number]

const oneParams = z.strictObject({ company: companyReference, payment: id })

export const paymentSchema = z.object({
  id,
  /** Null: the coordinates of the whole company. */
  site: z.nullable(namedSiteSchema),
  holderName: label,
  ibanMasked: maskedIban,
  bic: z.nullable(bic),
  billingName: z.nullable(label),
  billingStreet: street,
  billingComplement: z.nullable(street),
  billingPostcode: postcode,
  billingCity: city,
  billingCountry: country,
  billingEmail: z.nullable(email),
  mandate: z.object({
    /** RUM. */
    reference: mandateReference,
    scheme: mandateSchemeSchema,
    state: mandateStateSchema,
    signedOn: z.nullable(day),
  }),
  createdAt: instant,
  version,
  abilities: z.object({ edit: z.boolean(), reveal: z.boolean(), sign: z.boolean(), revoke: z.boolean(), download: z.boolean() }),
})
export type Payment = z.infer<typeof paymentSchema>

const paymentFields = {
  holderName: typedHolderName,
  bic: orNull(bic),
  billingName: orNull(typedCompanyName),
  billingStreet: typedStreet,
  billingComplement: orNull(typedStreet),
  billingPostcode: typedPostcode,
  billingCity: typedCity,
  billingCountry: country,
  billingEmail: orNull(email),
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
  params: companyParams,
  response: z.object({ items: z.array(paymentSchema), abilities: z.object({ create: z.boolean(), readAll: z.boolean() }) }),
})

export const newPaymentSchema = z.strictObject({ ...paymentFields, siteId: z.nullable(id), iban }).check(checkBic)

export const createPayment = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/payment-details',
  summary: 'Add the payment coordinates of the company or of one site; makes a mandate to sign and warns the administrators.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: companyParams,
  body: newPaymentSchema,
  response: paymentSchema,
  status: 201,
  stepUp: true,
  idempotent: true,
  problems: ['step_up_required'],
})

export const updatePayment = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/payment-details/:payment',
  summary: 'Change payment coordinates. Without `iban` the account stays; another one, or another scheme, makes a new mandate to sign.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  body: z.strictObject({ ...paymentFields, iban: orNull(iban), version }).check(checkBic),
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
  response: z.object({ iban }),
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
  body: z.strictObject({ version, signedOn: day }),
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
