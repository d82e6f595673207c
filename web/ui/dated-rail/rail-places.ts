/** Days as ISO texts; null where nobody planned. Places go from 0 (the first step) to 100. */
export interface RailPlaces {
  readonly steps: readonly number[]
  /** Null when today is before the first day, or when no day is known. */
  readonly today: number | null
}

const days = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 86_400_000

/** The days made to follow each other: what was done late moves no step before the one it follows. Those without a day stand between their neighbours. */
const inOrder = (given: readonly (string | null)[]): readonly number[] | null => {
  const known = given.map((day) => (day === null ? null : days(day)))
  let latest = Number.NEGATIVE_INFINITY
  const rising = known.map((day) => {
    if (day === null) return null
    latest = Math.max(latest, day)
    return latest
  })
  if (latest === Number.NEGATIVE_INFINITY) return null
  return rising.map((day, index) => {
    if (day !== null) return day
    const before = rising.slice(0, index).findLast((one) => one !== null)
    const later = rising.findIndex((one, at) => at > index && one !== null)
    const after = later < 0 ? null : (rising[later] as number)
    if (before === undefined || before === null) return after ?? latest
    const from = rising.findLastIndex((one, at) => at < index && one !== null)
    const to = later < 0 ? rising.length : later
    // What nobody planned comes after what is known, a week apart.
    const end = after ?? before + 7 * (to - from)
    return before + ((end - before) * (index - from)) / (to - from)
  })
}

/** Places on the rail, by their days, and never closer than can be told apart. */
export const railPlaces = (given: readonly (string | null)[], today: string): RailPlaces => {
  const last = given.length - 1
  const even = given.map((_, index) => (last === 0 ? 0 : (index * 100) / last))
  const known = inOrder(given)
  if (!known || last < 1) return { steps: even, today: null }
  const start = known[0] as number
  const now = days(today)
  const end = Math.max(known[last] as number, now)
  if (end === start) return { steps: even, today: null }
  // A step that should be done by now leaves room for today after it.
  const room = now > (known[last] as number) ? 92 : 100
  const least = Math.min(8, room / last)
  const steps: number[] = []
  for (const [index, day] of known.entries()) {
    const wanted = ((day - start) / (end - start)) * 100
    const low = index === 0 ? 0 : (steps[index - 1] as number) + least
    steps.push(Math.max(low, Math.min(wanted, room - least * (last - index))))
  }
  steps[last] = Math.max(steps[last] as number, room === 100 ? 100 : (steps[last] as number))
  if (now < start) return { steps, today: null }
  if (room < 100) return { steps, today: 100 }
  const next = known.findIndex((day) => day > now)
  if (next <= 0) return { steps, today: 100 }
  const [from, to] = [known[next - 1] as number, known[next] as number]
  const [low, high] = [steps[next - 1] as number, steps[next] as number]
  return { steps, today: low + ((high - low) * (now - from)) / (to - from) }
}

/** Near an end of the rail, words keep to it rather than to the middle of their mark. */
export const edgeOf = (place: number): 'start' | 'end' | undefined => (place < 12 ? 'start' : place > 88 ? 'end' : undefined)

const spanOf = (place: number, width: number): readonly [number, number] => {
  const edge = edgeOf(place)
  if (edge === 'start') return [place, place + width]
  return edge === 'end' ? [place - width, place] : [place - width / 2, place + width / 2]
}

/** Which steps carry their words: the most telling first (`order`), as long as words do not meet. Widths are in hundredths of the rail. */
export const labelled = (places: readonly number[], order: readonly number[], widths: readonly number[]): ReadonlySet<number> => {
  const shown = new Map<number, readonly [number, number]>()
  for (const index of order) {
    const span = spanOf(places[index] as number, widths[index] as number)
    if ([...shown.values()].every(([from, to]) => span[1] <= from || span[0] >= to)) shown.set(index, span)
  }
  return new Set(shown.keys())
}
