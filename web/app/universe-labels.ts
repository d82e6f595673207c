import type { Universe } from '#api/universes'
import * as m from '#messages/universes'

/** « Univers Client ». */
export const universeLabel = (universe: Universe): string => m[`universe_${universe}`]()
/** « Mon Univers Client ». */
export const universeHomeLabel = (universe: Universe): string => m[`universe_home_${universe}`]()
/** « Client ». */
export const universeRoleLabel = (universe: Universe): string => m[`universe_role_${universe}`]()
