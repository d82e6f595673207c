import * as z from 'zod/mini'
import {
  companyReferenceField,
  countryField,
  emailField,
  isoDateField,
  longText,
  personNameField,
  phoneField,
  shortText,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { universeSchema } from '../../universes.ts'
import { sirenField, vatNumberField } from '../company/company-fields.ts'
import { companyStateSchema, financialStateSchema, guaranteeSchema } from '../company/company-states.ts'
import { legalFormField } from '../company/legal-form-field.ts'
import { inseeCodeField } from '../sites/site-fields.ts'

const companyParams = z.strictObject({ company: z.string().check(z.maxLength(32)) })

/** A company named beside another thing. */
export const namedCompanySchema = z.object({ reference: z.string(), name: z.string() })

export const clientRowSchema = z.object({
  reference: z.string(),
  name: z.string(),
  siren: z.nullable(z.string()),
  state: companyStateSchema,
  financialState: financialStateSchema,
  universes: z.array(universeSchema),
  postcode: z.string(),
  city: z.string(),
  createdAt: z.string(),
  /** The ambassador or operator, for the carrier only. */
  partner: z.nullable(z.object({ kind: z.enum(['ambassador', 'operator']), reference: z.string(), name: z.string() })),
})
export type ClientRow = z.infer<typeof clientRowSchema>

/** Filters of the portfolio. `partner` = a reference or `none`; `department` = two or three digits, `2A`, `2B`. */
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
    partner: z.string().check(z.maxLength(32, 'too_long')),
    holds: universeSchema,
    department: z.string().check(z.regex(/^(?:\d{2,3}|2[abAB])$/, 'department_invalid')),
    city: z.string().check(z.maxLength(80, 'too_long')),
    createdFrom: isoDateField,
    createdTo: isoDateField,
  },
  sorts: ['name', 'reference', 'city', 'createdAt'],
  defaultSort: 'name',
  beside: { abilities: z.object({ create: z.boolean() }) },
})

const blank = <T extends z.core.$ZodType>(field: T) => z.optional(z.nullable(field))

export const createClient = endpoint({
  method: 'POST',
  path: '/api/:universe/companies',
  summary: 'Create a client with its head office, its first contact and, on request, the invitation of its first administrator.',
  touches: ['companies', 'proposals'],
  right: { anyOf: ['company.write'], universes: ['ambassador', 'operator', 'carrier'] },
  body: z.strictObject({
    name: shortText(160),
    siren: blank(sirenField),
    vatNumber: blank(vatNumberField),
    legalForm: blank(legalFormField),
    phone: blank(phoneField),
    headOffice: z.strictObject({
      street: shortText(200),
      complement: blank(shortText(200)),
      postcode: shortText(12),
      city: shortText(80),
      communeCode: blank(inseeCodeField),
      country: countryField,
    }),
    contact: z.strictObject({
      firstName: personNameField,
      lastName: personNameField,
      jobTitle: blank(shortText(80)),
      phone: blank(phoneField),
      email: blank(emailField),
      /** Opens an access as administrator and sends the initialisation mail: needs the e-mail. */
      invite: z.boolean(),
    }),
    /** Carrier only; a partner creates plain clients of its own. */
    universes: z.optional(z.array(universeSchema).check(z.minLength(1, 'required'), z.maxLength(3, 'too_many'))),
    partner: z.optional(z.nullable(z.strictObject({ kind: z.enum(['ambassador', 'operator']), reference: companyReferenceField }))),
  }),
  response: z.object({ reference: z.string(), name: z.string(), login: z.nullable(z.string()) }),
  status: 201,
  idempotent: true,
})
export type NewClient = z.infer<NonNullable<typeof createClient.body>>

const carrierReads = { anyOf: ['company.read'], universes: ['carrier'] } as const
const carrierAdministers = { anyOf: ['carrier.administer'], universes: ['carrier'] } as const

export const partnerChangeSchema = z.object({
  id: z.string(),
  from: z.nullable(namedCompanySchema),
  to: z.nullable(namedCompanySchema),
  effectiveOn: z.string(),
  state: z.enum(['scheduled', 'done', 'cancelled']),
  reason: z.string(),
  requestedBy: z.string(),
  createdAt: z.string(),
})

export const standingSchema = z.object({
  reference: z.string(),
  name: z.string(),
  version: z.number(),
  state: companyStateSchema,
  financialState: financialStateSchema,
  guarantee: guaranteeSchema,
  universes: z.array(universeSchema),
  siren: z.nullable(z.string()),
  vatNumber: z.nullable(z.string()),
  legalForm: z.nullable(z.string()),
  externalKey: z.nullable(z.string()),
  partner: z.nullable(z.object({ kind: z.enum(['ambassador', 'operator']), reference: z.string(), name: z.string() })),
  partnerChanges: z.array(partnerChangeSchema),
  notes: z.string(),
  notesUpdatedAt: z.nullable(z.string()),
  /** Other companies with the same SIREN. */
  duplicates: z.array(z.object({ reference: z.string(), name: z.string(), partner: z.nullable(z.string()) })),
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
    version: z.number().check(z.int()),
    name: z.optional(shortText(160)),
    siren: blank(sirenField),
    vatNumber: blank(vatNumberField),
    legalForm: blank(legalFormField),
    externalKey: blank(shortText(80)),
    state: z.optional(companyStateSchema),
    financialState: z.optional(financialStateSchema),
    guarantee: z.optional(guaranteeSchema),
    universes: z.optional(z.array(universeSchema).check(z.minLength(1, 'required'), z.maxLength(3, 'too_many'))),
  }),
  response: z.object({ version: z.number() }),
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
    partner: z.nullable(z.strictObject({ kind: z.enum(['ambassador', 'operator']), reference: companyReferenceField })),
    effectiveOn: isoDateField,
    reason: shortText(300),
  }),
  response: z.object({ id: z.string() }),
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
  params: z.strictObject({ company: z.string().check(z.maxLength(32)), change: z.uuid() }),
  problems: ['conflict'],
})
