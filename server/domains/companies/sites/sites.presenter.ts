import type { Site, SiteRow } from '#api/companies/sites/sites'
import type { Scope } from '../../../platform/context.ts'
import { siteAbilities } from './sites.policy.ts'
import type { SiteListRow, SiteRecord } from './sites.repository.ts'

export const presentSiteRow = (row: Omit<SiteListRow, 'sort_value' | 'sort_tie'>): SiteRow => ({
  id: row.id,
  name: row.name,
  isHeadOffice: row.is_head_office,
  state: row.state,
  siret: row.siret,
  street: row.street,
  complement: row.complement,
  postcode: row.postcode,
  city: row.city,
  country: row.country,
  phone: row.phone,
})

export const presentSite = (scope: Scope, row: SiteRecord): Site => ({
  ...presentSiteRow(row),
  company: { reference: row.company_reference, name: row.company_name, siren: row.company_siren },
  closedOn: row.closed_on,
  communeCode: row.commune_code,
  openingHours: row.opening_hours,
  onsiteContactId: row.onsite_contact_id,
  onsiteContact:
    row.onsite_contact_id !== null && row.contact_last_name !== null
      ? {
          id: row.onsite_contact_id,
          name: `${row.contact_first_name ?? ''} ${row.contact_last_name}`.trim(),
          phone: row.contact_mobile ?? row.contact_phone,
        }
      : null,
  createdAt: row.created_at.toISOString(),
  version: row.version,
  abilities: siteAbilities(scope, row),
})
