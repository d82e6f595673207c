import * as z from 'zod/mini'
import { about } from '../../about.ts'
import {
  blank,
  city,
  companyParams,
  companyReference,
  country,
  day,
  email,
  fullName,
  id,
  instant,
  label,
  login,
  longText,
  namedCompany,
  personName,
  phone,
  phrase,
  postcode,
  shortText,
  typedCity,
  typedCompanyName,
  typedCompanyReference,
  typedJobTitle,
  typedPostcode,
  typedStreet,
  version,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { universeSchema } from '../../universes.ts'
import { externalKey, legalFormCode, siren, vatNumber } from '../company/company-numbers.ts'
import { companyStateSchema, financialStateSchema, guaranteeSchema } from '../company/company-states.ts'
import { legalForm } from '../company/legal-form.ts'
import { inseeCode } from '../sites/site-fields.ts'

export const clientRowSchema = z.object({
  reference: companyReference,
  name: label,
  siren: z.nullable(siren),
  state: companyStateSchema,
  financialState: financialStateSchema,
  universes: z.array(universeSchema),
  postcode,
  city,
  createdAt: instant,
  /** The ambassador or operator, for the carrier only. */
  partner: z.nullable(z.object({ kind: z.enum(['ambassador', 'operator']), reference: companyReference, name: label })),
})
export type ClientRow = z.infer<typeof clientRowSchema>

const department = z.string().check(z.regex(/^(?:\d{2,3}|2[abAB])$/, 'department_invalid'))
about(department, 'A French department: two or three digits, `2A` or `2B`.', { examples: ['33'] })

/** Filters of the portfolio. `partner` = a reference or `none`. */
export const listClients = listEndpoint({
  path: '/api/:universe/companies',
  summary: 'The companies that the caller follows: « Mes clients » of a partner, every company for the carrier.',
  topic: 'companies',
  right: { anyOf: ['company.read'], universes: ['ambassador', 'operator', 'carrier'] },
  screen: 'clients',
  row: clientRowSchema,
  filters: {
    state: companyStateSchema,
    financialState: financialStateSchema,
    partner: companyReference,
    holds: universeSchema,
    department,
    city: z.string().check(z.maxLength(80, 'too_long')),
    createdFrom: day,
    createdTo: day,
  },
  sorts: ['name', 'reference', 'city', 'createdAt'],
  defaultSort: 'name',
  beside: { abilities: z.object({ create: z.boolean() }) },
})

export const createClient = endpoint({
  method: 'POST',
  path: '/api/:universe/companies',
  summary: 'Create a client with its head office, its first contact and, on request, the invitation of its first administrator.',
  touches: ['companies', 'proposals'],
  right: { anyOf: ['company.write'], universes: ['ambassador', 'operator', 'carrier'] },
  body: z.strictObject({
    name: typedCompanyName,
    siren: blank(siren),
    vatNumber: blank(vatNumber),
    legalForm: blank(legalForm),
    phone: blank(phone),
    headOffice: z.strictObject({
      street: typedStreet,
      complement: blank(typedStreet),
      postcode: typedPostcode,
      city: typedCity,
      communeCode: blank(inseeCode),
      country,
    }),
    contact: z.strictObject({
      firstName: personName,
      lastName: personName,
      jobTitle: blank(typedJobTitle),
      phone: blank(phone),
      email: blank(email),
      /** Opens an access as administrator and sends the initialisation mail: needs the e-mail. */
      invite: z.boolean(),
    }),
    /** Carrier only; a partner creates plain clients of its own. */
    universes: z.optional(z.array(universeSchema).check(z.minLength(1, 'required'), z.maxLength(3, 'too_many'))),
    partner: z.optional(z.nullable(z.strictObject({ kind: z.enum(['ambassador', 'operator']), reference: typedCompanyReference }))),
  }),
  response: z.object({ reference: companyReference, name: label, login: z.nullable(login) }),
  status: 201,
  idempotent: true,
})
export type NewClient = z.infer<NonNullable<typeof createClient.body>>

const carrierReads = { anyOf: ['company.read'], universes: ['carrier'] } as const
const carrierAdministers = { anyOf: ['carrier.administer'], universes: ['carrier'] } as const

export const partnerChangeSchema = z.object({
  id,
  from: z.nullable(namedCompany),
  to: z.nullable(namedCompany),
  effectiveOn: day,
  state: z.enum(['scheduled', 'done', 'cancelled']),
  reason: phrase,
  requestedBy: fullName,
  createdAt: instant,
})

export const standingSchema = z.object({
  reference: companyReference,
  name: label,
  version,
  state: companyStateSchema,
  financialState: financialStateSchema,
  guarantee: guaranteeSchema,
  universes: z.array(universeSchema),
  siren: z.nullable(siren),
  vatNumber: z.nullable(vatNumber),
  legalForm: z.nullable(legalFormCode),
  externalKey: z.nullable(externalKey),
  partner: z.nullable(z.object({ kind: z.enum(['ambassador', 'operator']), reference: companyReference, name: label })),
  partnerChanges: z.array(partnerChangeSchema),
  notes: phrase,
  notesUpdatedAt: z.nullable(instant),
  /** Other companies with the same SIREN. */
  duplicates: z.array(z.object({ reference: companyReference, name: label, partner: z.nullable(label) })),
  abilities: z.object({ administer: z.boolean(), annotate: z.boolean() }),
})
export type Standing = z.infer<typeof standingSchema>

export const readStanding = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/standing',
  summary: 'What only the carrier decides and knows of a company: state, guarantees, partner, notes, duplicates.',
  topic: 'companies',
  right: carrierReads,
  params: companyParams,
  response: standingSchema,
})

export const changeStanding = endpoint({
  method: 'PATCH',
  path: '/api/:universe/companies/:company/standing',
  summary: 'Change what only the carrier may: identity, state, financial state, guarantee, universes.',
  touches: ['companies', 'proposals'],
  right: carrierAdministers,
  params: companyParams,
  body: z.strictObject({
    version,
    name: z.optional(typedCompanyName),
    siren: blank(siren),
    vatNumber: blank(vatNumber),
    legalForm: blank(legalForm),
    externalKey: blank(shortText(80)),
    state: z.optional(companyStateSchema),
    financialState: z.optional(financialStateSchema),
    guarantee: z.optional(guaranteeSchema),
    universes: z.optional(z.array(universeSchema).check(z.minLength(1, 'required'), z.maxLength(3, 'too_many'))),
  }),
  response: z.object({ version }),
  problems: ['version_conflict', 'conflict'],
})

export const writeNotes = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/notes',
  summary: 'Internal notes of the carrier about a company.',
  touches: ['companies', 'proposals'],
  right: { anyOf: ['carrier.administer', 'carrier.support', 'carrier.pilot', 'carrier.billing'], universes: ['carrier'] },
  params: companyParams,
  body: z.strictObject({ body: longText(10_000) }),
})

export const changePartner = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/partner-changes',
  summary: 'Give a company another partner, or none, from a day on.',
  touches: ['companies', 'proposals'],
  right: carrierAdministers,
  params: companyParams,
  body: z.strictObject({
    partner: z.nullable(z.strictObject({ kind: z.enum(['ambassador', 'operator']), reference: typedCompanyReference })),
    effectiveOn: day,
    reason: shortText(300),
  }),
  response: z.object({ id }),
  status: 201,
  idempotent: true,
  problems: ['conflict', 'already_exists'],
})

export const cancelPartnerChange = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/partner-changes/:change',
  summary: 'Give up a change of partner that has not taken effect.',
  touches: ['companies', 'proposals'],
  right: carrierAdministers,
  params: z.strictObject({ company: companyReference, change: id }),
  problems: ['conflict'],
})
