import type { StepActor } from '#api/catalog/rules/offer-definition'
import type { When } from '#api/subscriptions/rules/when'
import { announcedWord, daysLate, whenWords } from '#api/subscriptions/when'
import type { Universe } from '#api/universes'
import * as m from '#messages/when'
import { formatDay, formatLongDay } from '../../platform/format.ts'
import { useUniverse } from '../../platform/session.ts'
import { words } from '../../platform/words.ts'
import { isOwnTurn } from './order-labels.ts'
import classes from './when.module.css'

/** « à réaliser par vous », and whom else it waits for; nothing when it is the carrier's own work. */
const waitsForLabel = (by: StepActor, universe: Universe): string | null => {
  if (by === 'carrier') return null
  return words(isOwnTurn(by, universe) ? whenWords.yours : whenWords[by])
}

/** « 4 j de retard, à réaliser par vous »; null unless late. */
export const latenessLabel = ({ late }: When, universe: Universe): string | null =>
  late && [words(daysLate(late.days)), waitsForLabel(late.by, universe)].filter(Boolean).join(', ')

/** The day, or what stands in its place. */
const whenDay = ({ is, on }: When): string => {
  if (on !== null) return formatDay(on)
  return is === 'delivered' ? m.when_delivered() : words(is === 'none' ? whenWords.none : whenWords.unplanned)
}

export interface WhenProps {
  readonly when: When
}

/** What goes with the day: « prévue », « estimée, 4 j de retard »; empty for what is done. */
const whenWord = (when: When): string => {
  const announced = when.is === 'delivered' ? null : announcedWord(when)
  return [announced, when.late && daysLate(when.late.days)].flatMap((one) => (one ? words(one) : [])).join(', ')
}

const waitsFor = ({ late }: When, universe: Universe): string | null => late && waitsForLabel(late.by, universe)

/** The same for the strip of an object: the day in full, its word under it. */
export const whenFact = (when: When, universe: Universe): { readonly value: string; readonly line: string; readonly isLate: boolean } => ({
  value: when.on === null ? whenDay(when) : formatLongDay(when.on),
  line: [whenWord(when), waitsFor(when, universe)].filter(Boolean).join(', '),
  isLate: when.late !== null,
})

interface WhenLinesProps extends WhenProps {
  /** Whose turn it is stands elsewhere in the row. */
  readonly withoutWho?: boolean
}

/** The one answer to « when? »: the day, its word under it, late in red with whom it waits for. What is done is quiet. */
export const WhenLines = ({ when, withoutWho }: WhenLinesProps) => {
  const universe = useUniverse()
  const word = whenWord(when)
  const who = withoutWho ? null : waitsFor(when, universe)
  return (
    <span className={classes.when} data-when={when.is}>
      <span className={classes.day} data-announced={when.on !== null && when.is !== 'delivered'}>
        {whenDay(when)}
      </span>
      {word ? (
        <span className={classes.word}>
          <span className={classes.unbroken}>{who ? `${word},` : word}</span> {who ? <span className={classes.who}>{who}</span> : null}
        </span>
      ) : null}
    </span>
  )
}

const inWords = ({ is, isEstimate }: When) =>
  is === 'delivered' ? m.when_delivered_on : isEstimate ? m.when_estimated_on : m.when_planned_on

/** The same in one line: « Prévue le 14/12/2026 », « À planifier ». */
export const WhenLine = ({ when }: WhenProps) => {
  const universe = useUniverse()
  const late = latenessLabel(when, universe)
  const day = when.on === null ? whenDay(when) : inWords(when)({ day: formatDay(when.on) })
  return (
    <span className={classes.line} data-when={when.is}>
      {day}
      {late ? <span className={classes.word}> · {late}</span> : null}
    </span>
  )
}
