import type { Session } from '#contract/session'
import type { Universe } from '#contract/universes'
import { isOutOfReach } from './modules.ts'

/** Whether the person may open an address. Loaded with the first early queries: the menu's list is no part of the first file. */
export const isReached = (session: Session, universe: Universe, pathname: string): boolean => !isOutOfReach(session, universe, pathname)
