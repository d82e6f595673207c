import { universeRoleLabel } from '../../app/universe-labels.ts'

/** How the carrier's people are kept for customers, whatever language they read. */
const ofCarrier = ' (exploitant)'

/** Somebody's name where what they are is said beside it. */
export const bareName = (name: string): string => (isOfCarrier(name) ? name.slice(0, -ofCarrier.length) : name)

/** Somebody of the carrier's, as history keeps names. */
export const isOfCarrier = (name: string): boolean => name.endsWith(ofCarrier)

/** « Céline B. (exploitant) », what she is in the reader's language. */
export const personName = (name: string): string =>
  isOfCarrier(name) ? `${bareName(name)} (${universeRoleLabel('carrier').toLowerCase()})` : name
