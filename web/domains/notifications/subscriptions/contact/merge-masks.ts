import type { Digest, Masks } from '#api/notifications/subscriptions/subscriptions'
import type { Universe } from '#api/universes'

export interface SubscriptionValues {
  readonly masks: Readonly<Partial<Record<Universe, Masks>>>
  readonly digest: Digest
}

const none: Masks = { interface: 0, email: 0 }
export const masksIn = (values: SubscriptionValues, universe: Universe): Masks => values.masks[universe] ?? none

/** What this person touched keeps its bits, the rest is taken from what was saved meanwhile: a bit has two values, so nothing can clash. */
export const mergeMasks = (
  universes: readonly Universe[],
  base: SubscriptionValues,
  mine: SubscriptionValues,
  theirs: SubscriptionValues,
): SubscriptionValues => {
  const bits = (was: number, ours: number, other: number): number => {
    const touched = was ^ ours
    return (other & ~touched) | (ours & touched)
  }
  return {
    masks: Object.fromEntries(
      universes.map((universe) => {
        const [was, ours, other] = [masksIn(base, universe), masksIn(mine, universe), masksIn(theirs, universe)]
        return [
          universe,
          { interface: bits(was.interface, ours.interface, other.interface), email: bits(was.email, ours.email, other.email) },
        ]
      }),
    ),
    digest: mine.digest === base.digest ? theirs.digest : mine.digest,
  }
}

export const sameSubscriptions = (universes: readonly Universe[], a: SubscriptionValues, b: SubscriptionValues): boolean =>
  a.digest === b.digest &&
  universes.every((universe) => {
    const [one, other] = [masksIn(a, universe), masksIn(b, universe)]
    return one.interface === other.interface && one.email === other.email
  })
