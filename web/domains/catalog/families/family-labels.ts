import type { FamilyIcon } from '#api/catalog/families/offer-families'
import * as m from '#messages/families'

export const familyIconLabel = (icon: FamilyIcon): string => m[`families_icon_${icon}`]()
