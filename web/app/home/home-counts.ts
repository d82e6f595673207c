import type { Universe } from '#api/universes'

/** What waits for the person, by key of the menu's entries. */
export type HomeCounts = Readonly<Record<string, number>>
type Counter = (universe: Universe, signal: AbortSignal) => Promise<HomeCounts>

const counters: Counter[] = []
/** A domain adds what it knows to wait; the home page sums up what it gets. */
export const registerHomeCounter = (counter: Counter): void => {
  counters.push(counter)
}

/** Counts of every domain; one that fails leaves its tiles without a number rather than the page without tiles. */
export const homeCounts: Counter = async (universe, signal) => {
  const parts = await Promise.allSettled(counters.map((counter) => counter(universe, signal)))
  return Object.assign({}, ...parts.map((part) => (part.status === 'fulfilled' ? part.value : {})))
}
