import * as z from 'zod/mini'
import { companyParams, companyReference, email, instant, label, longText, orNull, phone, phrase, version, website } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universeSchema, universes } from '../../universes.ts'
import { apeCode, einvoicingAddress, legalFormCode, siren, vatNumber } from './company-numbers.ts'
import { companyStateSchema, financialStateSchema, guaranteeSchema } from './company-states.ts'

/** `medium` = PME, `intermediate` = ETI; termination rules depend on it. */
export const companySizes = ['unknown', 'micro', 'small', 'medium', 'intermediate', 'large', 'nonprofit'] as const
export const companySizeSchema = z.enum(companySizes)
export type CompanySize = (typeof companySizes)[number]

export const companySchema = z.object({
  reference: companyReference,
  name: label,
  state: companyStateSchema,
  universes: z.array(universeSchema),
  siren: z.nullable(siren),
  vatNumber: z.nullable(vatNumber),
  legalForm: z.nullable(legalFormCode),
  financialState: financialStateSchema,
  guarantee: guaranteeSchema,
  apeCode: z.nullable(apeCode),
  size: companySizeSchema,
  einvoicingAddress: z.nullable(einvoicingAddress),
  comment: z.nullable(phrase),
  website: z.nullable(website),
  phone: z.nullable(phone),
  emailSales: z.nullable(email),
  emailTechnical: z.nullable(email),
  emailOrderDesk: z.nullable(email),
  emailAdministrative: z.nullable(email),
  secondFactorRequired: z.boolean(),
  /** The ambassador or operator, where the caller may know it. */
  partner: z.nullable(z.object({ kind: z.enum(['ambassador', 'operator']), reference: companyReference, name: label })),
  createdAt: instant,
  version,
  abilities: z.object({
    edit: z.boolean(),
    /** Change its name, VAT number and legal form at once; the carrier is told. */
    changeIdentity: z.boolean(),
    /** Ask the carrier for a change of name, SIREN, VAT number or legal form. */
    propose: z.boolean(),
    /** Change what only the carrier may. */
    administer: z.boolean(),
    requireSecondFactor: z.boolean(),
    createSite: z.boolean(),
    createContact: z.boolean(),
  }),
})
export type Company = z.infer<typeof companySchema>

export const readCompany = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company',
  summary: '« Ma société »: the sheet of a company.',
  topic: 'companies',
  right: { anyOf: ['company.read'], universes },
  params: companyParams,
  response: companySchema,
})

export const updateCompany = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company',
  summary: 'Change the sheet of a company, but for what only the carrier decides.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: { anyOf: ['company.write'], universes },
  params: companyParams,
  body: z.strictObject({
    version,
    apeCode: orNull(apeCode),
    size: companySizeSchema,
    einvoicingAddress: orNull(einvoicingAddress),
    comment: orNull(longText(2000)),
    website: orNull(website),
    phone: orNull(phone),
    emailSales: orNull(email),
    emailTechnical: orNull(email),
    emailOrderDesk: orNull(email),
    emailAdministrative: orNull(email),
  }),
  response: companySchema,
  problems: ['version_conflict'],
})

export const requireSecondFactor = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/second-factor',
  summary: "Require a second factor of everybody in the company, or no longer: its administrators and the carrier's.",
  touches: ['companies'],
  right: { anyOf: ['company.write'], universes },
  params: companyParams,
  body: z.strictObject({ required: z.boolean() }),
  response: companySchema,
})
