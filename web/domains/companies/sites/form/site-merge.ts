import { describeOpeningHours, type OpeningHours } from '#api/rules/opening-hours'
import * as m from '#messages/companies'
import { language } from '../../../../platform/language.ts'
import { countryName } from '../../form-values.ts'

/** Names of a site's fields where two versions of it are compared; the commune is compared by its name. */
export const mergeLabels = (): Readonly<Record<string, string>> => ({
  name: m.companies_site_name(),
  siret: m.companies_siret(),
  phone: m.companies_phone(),
  onsiteContactId: m.companies_onsite_contact(),
  street: m.companies_street(),
  complement: m.companies_complement(),
  postcode: m.companies_postcode(),
  communeCode: m.companies_insee_code(),
  city: m.companies_city(),
  country: m.companies_country(),
  openingHours: m.companies_hours(),
})

/** An address that mixes two would be no address. */
export const mergeTogether = [['street', 'complement', 'postcode', 'communeCode', 'city', 'country']]

export const mergeText = (field: string, value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (field === 'openingHours') return describeOpeningHours(value as OpeningHours, language() === 'en' ? 'en' : 'fr')
  return field === 'country' ? countryName(String(value)) : String(value)
}
