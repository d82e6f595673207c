import type { Company } from '#api/companies/company/company'
import type { Scope } from '../../../platform/context.ts'
import { companyAbilities } from './company.policy.ts'
import type { CompanyRow } from './company.repository.ts'

const partnerOf = (row: CompanyRow): Company['partner'] =>
  row.partner_reference !== null && row.partner_name !== null
    ? { kind: row.ambassador_id ? 'ambassador' : 'operator', reference: row.partner_reference, name: row.partner_name }
    : null

export const presentCompany = (scope: Scope, row: CompanyRow): Company => ({
  reference: row.reference,
  name: row.name,
  state: row.state,
  universes: row.universes,
  siren: row.siren,
  vatNumber: row.vat_number,
  legalForm: row.legal_form,
  financialState: row.financial_state,
  guarantee: row.guarantee,
  apeCode: row.ape_code,
  size: row.size,
  einvoicingAddress: row.einvoicing_address,
  comment: row.comment,
  website: row.website,
  phone: row.phone,
  emailSales: row.email_sales,
  emailTechnical: row.email_technical,
  emailOrderDesk: row.email_order_desk,
  emailAdministrative: row.email_administrative,
  secondFactorRequired: row.second_factor_required,
  partner: partnerOf(row),
  createdAt: row.created_at.toISOString(),
  version: row.version,
  abilities: companyAbilities(scope, row.id),
})
