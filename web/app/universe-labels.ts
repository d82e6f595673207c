import { type Universe, universeWords } from '#api/universes'
import * as m from '#messages/universes'
import { words } from '../platform/words.ts'

/** « Univers Client ». */
export const universeLabel = (universe: Universe): string => m[`universe_${universe}`]()
/** « Mon Univers Client ». */
export const universeHomeLabel = (universe: Universe): string => m[`universe_home_${universe}`]()
/** « Client ». */
export const universeRoleLabel = (universe: Universe): string => words(universeWords[universe])
