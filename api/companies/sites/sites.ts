import * as z from 'zod/mini'
import { countryField, isoDateField, orNull, phoneField, shortText } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { universes } from '../../universes.ts'
import { siretField } from '../company/company-fields.ts'
import { inseeCodeField, openingHoursField, postcodeField } from './site-fields.ts'

export const siteStates = ['open', 'closed'] as const
export const siteStateSchema = z.enum(siteStates)
export type SiteState = (typeof siteStates)[number]

const company = z.string().check(z.maxLength(32))
const params = z.strictObject({ company })
const oneParams = z.strictObject({ company, site: z.uuid() })
const version = z.number().check(z.int())

export const siteRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  isHeadOffice: z.boolean(),
  state: siteStateSchema,
  siret: z.nullable(z.string()),
  street: z.string(),
  complement: z.nullable(z.string()),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
  phone: z.nullable(z.string()),
})
export type SiteRow = z.infer<typeof siteRowSchema>

export const siteSchema = z.extend(siteRowSchema, {
  company: z.object({ reference: z.string(), name: z.string(), siren: z.nullable(z.string()) }),
  closedOn: z.nullable(z.string()),
  communeCode: z.nullable(z.string()),
  openingHours: z.nullable(openingHoursField),
  onsiteContactId: z.nullable(z.string()),
  /** Null too when the caller may not see that contact, or when it was archived. */
  onsiteContact: z.nullable(z.object({ id: z.string(), name: z.string(), phone: z.nullable(z.string()) })),
  createdAt: z.string(),
  version: z.number(),
  abilities: z.object({ edit: z.boolean(), close: z.boolean(), reopen: z.boolean(), makeHeadOffice: z.boolean() }),
})
export type Site = z.infer<typeof siteSchema>

/** What the form of a site holds. In France the postcode is checked and the commune is chosen from the official list. */
const siteFields = {
  name: shortText(80),
  siret: orNull(siretField),
  street: shortText(160),
  complement: orNull(shortText(160)),
  postcode: shortText(12),
  communeCode: orNull(inseeCodeField),
  city: shortText(80),
  country: countryField,
  phone: orNull(phoneField),
  openingHours: z.nullable(openingHoursField),
  onsiteContactId: z.nullable(z.uuid({ error: 'invalid' })),
}

interface Address {
  readonly country: string
  readonly postcode: string
  readonly communeCode: string | null
}

const checkAddress = <T extends Address>(context: z.core.ParsePayload<T>): void => {
  const { country, postcode, communeCode } = context.value
  if (country !== 'FR') {
    if (communeCode !== null) context.issues.push({ code: 'custom', message: 'commune_abroad', path: ['communeCode'], input: communeCode })
    return
  }
  if (!z.safeParse(postcodeField, postcode).success)
    context.issues.push({ code: 'custom', message: 'postcode_invalid', path: ['postcode'], input: postcode })
  if (communeCode === null) context.issues.push({ code: 'custom', message: 'commune_required', path: ['communeCode'], input: communeCode })
}

export const siteFormSchema = z.strictObject(siteFields).check(checkAddress)
export type SiteForm = z.infer<typeof siteFormSchema>

const readers = { anyOf: ['company.read'], universes } as const
const writers = { anyOf: ['company.write'], universes } as const

export const listSites = listEndpoint({
  path: '/api/:universe/companies/:company/sites',
  summary: "A company's sites, those that the caller may see.",
  topic: 'sites',
  right: readers,
  params,
  screen: 'sites',
  row: siteRowSchema,
  filters: { state: siteStateSchema },
  // `default`: the head office first.
  sorts: ['default', 'name', 'city', 'state'],
  defaultSort: 'default',
  beside: { abilities: z.object({ create: z.boolean() }) },
})

export const createSite = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/sites',
  summary: '« + Nouveau site ».',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params,
  body: siteFormSchema,
  response: siteSchema,
  status: 201,
  idempotent: true,
})

export const readSite = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/sites/:site',
  summary: 'One site with its address, opening hours and on-site contact.',
  topic: 'sites',
  right: readers,
  params: oneParams,
  response: siteSchema,
})

export const updateSite = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/sites/:site',
  summary: 'Change a site.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  body: z.strictObject({ ...siteFields, version }).check(checkAddress),
  response: siteSchema,
  problems: ['version_conflict', 'conflict'],
})

export const closeSite = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/sites/:site/closure',
  summary: 'Close a site on a day, today at the latest; the head office cannot be closed.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  body: z.strictObject({ version, closedOn: isoDateField }),
  response: siteSchema,
  problems: ['version_conflict', 'conflict'],
})

export const reopenSite = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/sites/:site/closure',
  summary: 'Open a closed site again.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  response: siteSchema,
  problems: ['conflict'],
})

export const makeHeadOffice = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/head-office',
  summary: 'Make another open site the head office.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params,
  body: z.strictObject({ siteId: z.uuid({ error: 'invalid' }) }),
  response: siteSchema,
  problems: ['conflict'],
})
