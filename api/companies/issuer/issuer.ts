import * as z from 'zod/mini'
import { countryField, emailField, longText, orNull, phoneField, shortText, websiteField } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { sirenField, vatNumberField } from '../company/company-fields.ts'
import { legalFormField } from '../company/legal-form-field.ts'
import { bicField, creditorIdentifierField, ibanField } from '../payment/payment-fields.ts'

export const issuerSchema = z.object({
  legalName: z.string(),
  legalForm: z.nullable(z.string()),
  capitalCents: z.nullable(z.number()),
  rcsCity: z.nullable(z.string()),
  siren: z.nullable(z.string()),
  vatNumber: z.nullable(z.string()),
  creditorIdentifier: z.nullable(z.string()),
  ibanMasked: z.nullable(z.string()),
  bic: z.nullable(z.string()),
  street: z.string(),
  complement: z.nullable(z.string()),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
  phone: z.nullable(z.string()),
  website: z.nullable(z.string()),
  senderName: z.nullable(z.string()),
  senderEmail: z.nullable(z.string()),
  termsOfSaleVersion: z.nullable(z.string()),
  termsOfSale: z.nullable(z.string()),
  hasLogo: z.boolean(),
  version: z.number(),
  updatedAt: z.nullable(z.string()),
  abilities: z.object({ edit: z.boolean() }),
})
export type Issuer = z.infer<typeof issuerSchema>

const administers = { anyOf: ['carrier.administer'], universes: ['carrier'] } as const

export const readIssuer = endpoint({
  method: 'GET',
  path: '/api/:universe/issuer',
  summary: 'Who issues mandates, invoices and mails: the settings of the carrier.',
  topic: 'issuer',
  right: { anyOf: ['carrier.administer', 'carrier.billing'], universes: ['carrier'] },
  response: issuerSchema,
})

export const issuerFormSchema = z.strictObject({
  version: z.number().check(z.int()),
  legalName: shortText(160),
  legalForm: orNull(legalFormField),
  capitalCents: z.nullable(
    z.number('capital_invalid').check(z.int('capital_invalid'), z.minimum(0, 'capital_invalid'), z.maximum(1e15, 'capital_invalid')),
  ),
  rcsCity: orNull(shortText(80)),
  siren: orNull(sirenField),
  vatNumber: orNull(vatNumberField),
  creditorIdentifier: orNull(creditorIdentifierField),
  bic: orNull(bicField),
  street: shortText(200),
  complement: orNull(shortText(200)),
  postcode: shortText(12),
  city: shortText(80),
  country: countryField,
  phone: orNull(phoneField),
  website: orNull(websiteField),
  senderName: orNull(shortText(80)),
  senderEmail: orNull(emailField),
  termsOfSaleVersion: orNull(shortText(40)),
  termsOfSale: orNull(longText(100_000)),
})

export const writeIssuer = endpoint({
  method: 'PUT',
  path: '/api/:universe/issuer',
  summary: 'Change the settings of the issuer.',
  touches: ['issuer'],
  right: administers,
  body: issuerFormSchema,
  bodyLimit: 512 * 1024,
  response: z.object({ version: z.number() }),
  problems: ['version_conflict'],
})

export const writeIssuerIban = endpoint({
  method: 'PUT',
  path: '/api/:universe/issuer/iban',
  summary: 'Change the account on which the carrier collects.',
  touches: ['issuer'],
  right: administers,
  body: z.strictObject({ iban: ibanField }),
  response: z.object({ ibanMasked: z.string() }),
  stepUp: true,
})

export const writeIssuerLogo = endpoint({
  method: 'PUT',
  path: '/api/:universe/issuer/logo',
  summary: 'Change the logo printed on documents: a PNG or a JPEG, up to 512 KiB.',
  touches: ['issuer'],
  right: administers,
  consumes: 'image/png',
  bodyLimit: 512 * 1024,
  problems: ['unsupported_media_type'],
})

export const readIssuerLogo = endpoint({
  method: 'GET',
  path: '/api/:universe/issuer/logo',
  summary: 'The logo printed on documents.',
  right: { anyOf: ['carrier.administer', 'carrier.billing'], universes: ['carrier'] },
  produces: 'image/png',
})
