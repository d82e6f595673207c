import { type Site, type SiteForm, updateSite } from '#api/companies/sites/sites'
import { type ContractForm, type FormValues, useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { typedPhone } from '../../../../platform/format.ts'

export type SiteValues = FormValues<typeof updateSite>
export type SiteContractForm = ContractForm<SiteValues>

const siteValues = (site: Site): SiteValues => ({
  version: site.version,
  name: site.name,
  siret: site.siret ?? '',
  street: site.street,
  complement: site.complement ?? '',
  postcode: site.postcode,
  communeCode: site.communeCode,
  city: site.city,
  country: site.country,
  phone: typedPhone(site.phone),
  openingHours: site.openingHours,
  onsiteContactId: site.onsiteContactId,
})

const blank: SiteValues = {
  version: 0,
  name: '',
  siret: '',
  street: '',
  complement: '',
  postcode: '',
  communeCode: null,
  city: '',
  country: 'FR',
  phone: '',
  openingHours: null,
  onsiteContactId: null,
}

/** One form for a new site and an existing one: a new one has no version yet. */
export const useSiteForm = (site?: Site): SiteContractForm =>
  useContractForm(updateSite, {
    defaultValues: site ? siteValues(site) : blank,
    fromCurrent: (current) => siteValues(current as Site),
  })

/** What is created: everything but the version. */
export const newSiteBody = ({ version: _version, ...body }: SiteValues): Omit<SiteValues, 'version'> & SiteForm => body as SiteForm
