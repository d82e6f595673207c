import type { FamilyIcon } from '#contract/offer-families'
import * as m from '#messages/families'

export const familyIconLabel = (icon: FamilyIcon): string => m[`families_icon_${icon}`]()
