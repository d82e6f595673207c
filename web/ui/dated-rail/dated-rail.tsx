import classes from './dated-rail.module.css'
import { edgeOf, labelled, railPlaces } from './rail-places.ts'

export type RailState = 'done' | 'current' | 'late' | 'ahead'

export interface RailStep {
  readonly key: string
  /** A word or two, with its day where there is room: « Visite faite 17/11 ». */
  readonly label: string
  /** In full, for who does not see the rail: « Visite technique, faite le 17/11/2026 ». */
  readonly text: string
  readonly state: RailState
  /** ISO day; null where nobody planned. */
  readonly day: string | null
}

export interface DatedRailProps {
  /** Whose steps they are. */
  readonly label: string
  readonly steps: readonly RailStep[]
  /** ISO day, marked by a dotted stroke. */
  readonly today: string
  /** The subject of its card: longer words, and where it is narrow a list of its own rather than the rail with the current step's words only. */
  readonly unfolds?: boolean
}

/** What says most first: where it stands, how it ends, how it began, what was done last. */
const tellingOrder = (steps: readonly RailStep[]): readonly number[] => {
  const at = steps.findIndex(({ state }) => state === 'late' || state === 'current')
  const done = steps.findLastIndex(({ state }) => state === 'done')
  return [...new Set([at, steps.length - 1, 0, done, ...steps.keys()])].filter((index) => index >= 0)
}

/** Hundredths of the narrowest rail that writes several words (`rail` px) that a label takes, with some air; the widest (`most` px) is cut. */
const widthOf = (label: string, { rail, most }: { readonly rail: number; readonly most: number }): number =>
  (Math.min(most, label.length * 6.6 + 14) * 100) / rail

/** A process on its days: done filled, current ringed, late red, today dotted. An ordered list for who does not see it. */
export const DatedRail = ({ label, steps, today, unfolds }: DatedRailProps) => {
  const places = railPlaces(
    steps.map(({ day }) => day),
    today,
  )
  const order = tellingOrder(steps)
  const shown = labelled(
    places.steps,
    order,
    steps.map((step) => widthOf(step.label, unfolds ? { rail: 640, most: 300 } : { rail: 460, most: 180 })),
  )
  const lastDone = steps.findLastIndex(({ state }) => state === 'done')
  const done = lastDone < 0 ? 0 : (places.steps[lastDone] as number)
  return (
    <div className={classes.frame}>
      <ol className={classes.rail} aria-label={label} data-unfolds={unfolds || undefined}>
        {steps.map((step, index) => (
          <li
            key={step.key}
            className={classes.step}
            data-state={step.state}
            data-first={order[0] === index || undefined}
            data-edge={edgeOf(places.steps[index] as number)}
            data-side={(places.steps[index] as number) < 50 ? 'start' : 'end'}
            aria-current={step.state === 'current' || step.state === 'late' ? 'step' : undefined}
            style={{ '--at': (places.steps[index] as number) / 100 } as React.CSSProperties}
            title={step.text}
          >
            <span className={classes.mark} aria-hidden />
            <span className={classes.label} data-shown={shown.has(index) || undefined} aria-hidden>
              {step.label}
            </span>
            <span className="visually-hidden">{step.text}</span>
          </li>
        ))}
      </ol>
      <span className={classes.done} style={{ inlineSize: `calc((100% - 12px) * ${done / 100})` }} aria-hidden />
      {places.today === null ? null : (
        <span className={classes.today} style={{ '--at': places.today / 100 } as React.CSSProperties} aria-hidden />
      )}
    </div>
  )
}
