import * as z from 'zod/mini'
import { companyParams, orNull, typedCompanyName, version } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { companySchema } from './company.ts'
import { vatNumber } from './company-numbers.ts'
import { legalForm } from './legal-form.ts'

/** What a company's administrators change by themselves, and the carrier may contest. */
export const ownFields = ['name', 'vat_number', 'legal_form'] as const
export type OwnField = (typeof ownFields)[number]

export const changeIdentity = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/identity',
  summary: "Change the name, VAT number and legal form of one's own company: its administrators. The carrier is told and may contest.",
  touches: ['companies', 'proposals', 'sites', 'contacts', 'payments', 'session'],
  right: { anyOf: ['company.write'], universes: ['client', 'ambassador', 'operator'] },
  params: companyParams,
  body: z.strictObject({ version, name: typedCompanyName, vatNumber: orNull(vatNumber), legalForm: orNull(legalForm) }),
  response: companySchema,
  problems: ['version_conflict'],
})
