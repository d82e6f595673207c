import * as z from 'zod/mini'
import { emailField, longText, orNull, phoneField, websiteField } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universeSchema, universes } from '../../universes.ts'
import { apeCodeField, einvoicingAddressField } from './company-fields.ts'
import { companyStateSchema, financialStateSchema, guaranteeSchema } from './company-states.ts'

/** `medium` = PME, `intermediate` = ETI; termination rules depend on it. */
export const companySizes = ['unknown', 'micro', 'small', 'medium', 'intermediate', 'large', 'nonprofit'] as const
export const companySizeSchema = z.enum(companySizes)
export type CompanySize = (typeof companySizes)[number]

const params = z.strictObject({ company: z.string().check(z.maxLength(32)) })

export const companySchema = z.object({
  reference: z.string(),
  name: z.string(),
  state: companyStateSchema,
  universes: z.array(universeSchema),
  siren: z.nullable(z.string()),
  vatNumber: z.nullable(z.string()),
  legalForm: z.nullable(z.string()),
  financialState: financialStateSchema,
  guarantee: guaranteeSchema,
  apeCode: z.nullable(z.string()),
  size: companySizeSchema,
  einvoicingAddress: z.nullable(z.string()),
  comment: z.nullable(z.string()),
  website: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  emailSales: z.nullable(z.string()),
  emailTechnical: z.nullable(z.string()),
  emailOrderDesk: z.nullable(z.string()),
  emailAdministrative: z.nullable(z.string()),
  secondFactorRequired: z.boolean(),
  /** The ambassador or operator, where the caller may know it. */
  partner: z.nullable(z.object({ kind: z.enum(['ambassador', 'operator']), reference: z.string(), name: z.string() })),
  createdAt: z.string(),
  version: z.number(),
  abilities: z.object({
    edit: z.boolean(),
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
  params,
  response: companySchema,
})

export const updateCompany = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company',
  summary: 'Change the sheet of a company, but for what only the carrier decides.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: { anyOf: ['company.write'], universes },
  params,
  body: z.strictObject({
    version: z.number().check(z.int()),
    apeCode: orNull(apeCodeField),
    size: companySizeSchema,
    einvoicingAddress: orNull(einvoicingAddressField),
    comment: orNull(longText(2000)),
    website: orNull(websiteField),
    phone: orNull(phoneField),
    emailSales: orNull(emailField),
    emailTechnical: orNull(emailField),
    emailOrderDesk: orNull(emailField),
    emailAdministrative: orNull(emailField),
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
  params,
  body: z.strictObject({ required: z.boolean() }),
  response: companySchema,
})
