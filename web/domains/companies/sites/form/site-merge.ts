import { siteWords } from '#api/companies/words'
import { describeOpeningHours, type OpeningHours } from '#api/rules/opening-hours'
import * as m from '#messages/companies'
import { language } from '../../../../platform/language.ts'
import { words } from '../../../../platform/words.ts'
import { countryName } from '../../form-values.ts'

/** Names of a site's fields where two versions of it are compared; the commune is compared by its name. */
export const mergeLabels = (): Readonly<Record<string, string>> => ({
  name: words(siteWords.name),
  siret: words(siteWords.siret),
  phone: words(siteWords.phone),
  onsiteContactId: m.companies_onsite_contact(),
  street: words(siteWords.street),
  complement: m.companies_complement(),
  postcode: words(siteWords.postcode),
  communeCode: m.companies_insee_code(),
  city: words(siteWords.city),
  country: m.companies_country(),
  openingHours: m.companies_hours(),
})

/** An address that mixes two would be no address. */
export const mergeTogether = [['street', 'complement', 'postcode', 'communeCode', 'city', 'country']]

export const mergeText = (field: string, value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (field === 'openingHours') return describeOpeningHours(value as OpeningHours, language())
  return field === 'country' ? countryName(String(value)) : String(value)
}
