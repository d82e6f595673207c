import type { Session } from '#api/identity/sign-in/session'
import type { Universe } from '#api/universes'
import { isOutOfReach } from './modules.ts'

/** Whether the person may open an address. Loaded with the first early queries: the menu's list is no part of the first file. */
export const isReached = (session: Session, universe: Universe, pathname: string): boolean => !isOutOfReach(session, universe, pathname)
