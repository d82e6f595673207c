/** Tells what a field itself put in the address from what came there otherwise: one's own texts come back a moment later, and out of date. */
export interface OwnTexts {
  /** The field puts this text in the address. */
  readonly send: (text: string) => void
  /** Whether the address holds a text that the field did not put there: the field must show it. */
  readonly isForeign: (held: string) => boolean
}

/** Begins with what the address holds. */
export const ownTexts = (held: string): OwnTexts => {
  let current = held
  let underWay: readonly string[] = []
  return {
    send: (text) => {
      if (text !== (underWay.at(-1) ?? current)) underWay = [...underWay, text]
    },
    isForeign: (now) => {
      if (now === current) return false
      current = now
      // Addresses that another followed too fast never arrive: those before the one that came are forgotten with it.
      const place = underWay.indexOf(now)
      underWay = place < 0 ? [] : underWay.slice(place + 1)
      return place < 0
    },
  }
}
