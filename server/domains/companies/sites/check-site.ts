import { siretBelongsTo } from '#api/companies/rules/company/siren'
import { cedexCity } from '#api/companies/rules/site/cedex'
import type { SiteForm } from '#api/companies/sites/sites'
import type { Transaction } from '../../../platform/db/query.ts'
import { fieldProblem } from '../../../platform/problem.ts'
import { communes } from './communes/commune-index.ts'
import * as sites from './sites.repository.ts'

interface Existing {
  readonly onsite_contact_id: string | null
}

/**
 * What a site's form cannot know by itself: that the SIRET is the company's, that postcode and commune agree, that the contact is one of the
 * company's. Gives the official name of a French commune, with « CEDEX » when the postcode is one.
 */
export const checkSite = async (
  tx: Transaction,
  company: { readonly id: string; readonly siren: string | null },
  form: SiteForm,
  existing?: Existing,
): Promise<{ city: string }> => {
  if (form.siret && company.siren && !siretBelongsTo(form.siret, company.siren)) throw fieldProblem('siret', 'siret_siren_mismatch')
  const commune = form.communeCode === null ? undefined : communes().byCode(form.communeCode)
  if (form.country === 'FR') {
    if (!commune) throw fieldProblem('communeCode', 'commune_unknown')
    if (!commune.postcodes.includes(form.postcode) && !communes().isCedexOf(commune, form.postcode))
      throw fieldProblem('postcode', 'postcode_commune_mismatch')
  }
  // A contact that the caller may not see stays where it is; a new one must be known to them.
  if (form.onsiteContactId !== null && form.onsiteContactId !== existing?.onsite_contact_id) {
    if (!(await tx.first(sites.availableContact(company.id, form.onsiteContactId))))
      throw fieldProblem('onsiteContactId', 'contact_unknown')
  }
  if (!commune) return { city: form.city }
  return { city: commune.postcodes.includes(form.postcode) ? commune.name : cedexCity(commune.name, form.city) }
}
