import type { OrderActor } from '#api/orders/rules/order-lifecycle'

/** What a termination that was written down goes through: it waits for its day, until which it may be withdrawn. */
export const writtenTerminationStates = ['pending', 'withdrawn', 'effective'] as const
export type WrittenTerminationState = (typeof writtenTerminationStates)[number]

export const terminationVerbs = ['withdraw', 'take_effect'] as const
export type TerminationVerb = (typeof terminationVerbs)[number]

/** State of a termination after a verb, or null when it is not possible. Its day is the carrier's worker's. */
export const terminationAfter = (
  state: WrittenTerminationState,
  verb: TerminationVerb,
  actor: OrderActor,
): WrittenTerminationState | null => {
  if (state !== 'pending') return null
  if (verb === 'withdraw') return 'withdrawn'
  return actor === 'carrier' ? 'effective' : null
}
