import * as z from 'zod/mini'
import {
  cents,
  city,
  country,
  email,
  instant,
  label,
  longText,
  orNull,
  phone,
  postcode,
  shortText,
  street,
  typedCity,
  typedCompanyName,
  typedPostcode,
  typedStreet,
  version,
  website,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { legalFormCode, siren, vatNumber } from '../company/company-numbers.ts'
import { legalForm } from '../company/legal-form.ts'
import { bic, creditorIdentifier, iban, maskedIban } from '../payment/payment-fields.ts'

export const issuerSchema = z.object({
  legalName: label,
  legalForm: z.nullable(legalFormCode),
  capitalCents: z.nullable(cents),
  rcsCity: z.nullable(city),
  siren: z.nullable(siren),
  vatNumber: z.nullable(vatNumber),
  creditorIdentifier: z.nullable(creditorIdentifier),
  ibanMasked: z.nullable(maskedIban),
  bic: z.nullable(bic),
  street,
  complement: z.nullable(street),
  postcode,
  city,
  country,
  phone: z.nullable(phone),
  website: z.nullable(website),
  senderName: z.nullable(label),
  senderEmail: z.nullable(email),
  termsOfSaleVersion: z.nullable(z.string()),
  termsOfSale: z.nullable(z.string()),
  hasLogo: z.boolean(),
  version,
  updatedAt: z.nullable(instant),
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
  version,
  legalName: typedCompanyName,
  legalForm: orNull(legalForm),
  capitalCents: z.nullable(
    z.number('capital_invalid').check(z.int('capital_invalid'), z.minimum(0, 'capital_invalid'), z.maximum(1e15, 'capital_invalid')),
  ),
  rcsCity: orNull(typedCity),
  siren: orNull(siren),
  vatNumber: orNull(vatNumber),
  creditorIdentifier: orNull(creditorIdentifier),
  bic: orNull(bic),
  street: typedStreet,
  complement: orNull(typedStreet),
  postcode: typedPostcode,
  city: typedCity,
  country,
  phone: orNull(phone),
  website: orNull(website),
  senderName: orNull(shortText(80)),
  senderEmail: orNull(email),
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
  response: z.object({ version }),
  problems: ['version_conflict'],
})

export const writeIssuerIban = endpoint({
  method: 'PUT',
  path: '/api/:universe/issuer/iban',
  summary: 'Change the account on which the carrier collects.',
  touches: ['issuer'],
  right: administers,
  body: z.strictObject({ iban }),
  response: z.object({ ibanMasked: maskedIban }),
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
