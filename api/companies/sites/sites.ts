import * as z from 'zod/mini'
import {
  city,
  companyParams,
  companyReference,
  country,
  day,
  id,
  instant,
  label,
  orNull,
  phone,
  postcode,
  street,
  typedCity,
  typedPostcode,
  typedStreet,
  version,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { universes } from '../../universes.ts'
import { siren, siret } from '../company/company-numbers.ts'
import { frenchPostcode, inseeCode, openingHours, typedSiteName } from './site-fields.ts'

export const siteStates = ['open', 'closed'] as const
export const siteStateSchema = z.enum(siteStates)
export type SiteState = (typeof siteStates)[number]

const oneParams = z.strictObject({ company: companyReference, site: id })

export const siteRowSchema = z.object({
  id,
  name: label,
  isHeadOffice: z.boolean(),
  state: siteStateSchema,
  siret: z.nullable(siret),
  street,
  complement: z.nullable(street),
  postcode,
  city,
  country,
  phone: z.nullable(phone),
})
export type SiteRow = z.infer<typeof siteRowSchema>

export const siteSchema = z.extend(siteRowSchema, {
  company: z.object({ reference: companyReference, name: label, siren: z.nullable(siren) }),
  closedOn: z.nullable(day),
  communeCode: z.nullable(inseeCode),
  openingHours: z.nullable(openingHours),
  onsiteContactId: z.nullable(id),
  /** Null too when the caller may not see that contact, or when it was archived. */
  onsiteContact: z.nullable(z.object({ id, name: label, phone: z.nullable(phone) })),
  createdAt: instant,
  version,
  abilities: z.object({ edit: z.boolean(), close: z.boolean(), reopen: z.boolean(), makeHeadOffice: z.boolean() }),
})
export type Site = z.infer<typeof siteSchema>

/** What the form of a site holds. In France the postcode is checked and the commune is chosen from the official list. */
const siteFields = {
  name: typedSiteName,
  siret: orNull(siret),
  street: typedStreet,
  complement: orNull(typedStreet),
  postcode: typedPostcode,
  communeCode: orNull(inseeCode),
  city: typedCity,
  country,
  phone: orNull(phone),
  openingHours: z.nullable(openingHours),
  onsiteContactId: z.nullable(id),
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
  if (!z.safeParse(frenchPostcode, postcode).success)
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
  params: companyParams,
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
  params: companyParams,
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
  body: z.strictObject({ version, closedOn: day }),
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
  params: companyParams,
  body: z.strictObject({ siteId: id }),
  response: siteSchema,
  problems: ['conflict'],
})
