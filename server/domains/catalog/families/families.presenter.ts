import type { AdminFamily } from '#api/catalog/admin/offer-versions'
import { familyIcons, type OfferFamily } from '#api/catalog/families/offer-families'
import type { RowsOf } from '../../../platform/db/query.ts'
import type { families, familiesAndContent } from './families.repository.ts'

/** A picture that this version of the portal does not draw is the plain one. */
const pictured = (icon: string): OfferFamily['icon'] => familyIcons.find((known) => known === icon) ?? 'package'

export const presentFamily = (row: RowsOf<ReturnType<typeof families>>[number]): OfferFamily => ({
  code: row.code,
  name: { fr: row.name, en: row.name_en },
  icon: pictured(row.icon),
})

export const presentFamilyAndContent = (row: RowsOf<ReturnType<typeof familiesAndContent>>[number]): AdminFamily => ({
  ...presentFamily(row),
  offers: row.offers,
  contracts: row.contracts,
})
