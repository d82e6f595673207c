import type { ReactNode } from 'react'
import classes from './summary-strip.module.css'

export interface SummaryFact {
  readonly label: string
  readonly value: ReactNode
  /** Words rather than a figure or a day: written smaller. */
  readonly inWords?: boolean
  /** Late, cut, unpaid. */
  readonly isBad?: boolean
  /** One short line under the value. */
  readonly line?: ReactNode
  /** How much of it is behind, in percent, and what that means for who does not see the bar. */
  readonly progress?: { readonly percent: number; readonly text: string } | undefined
}

/** What an object opens with: four or five facts, each once. */
export const SummaryStrip = ({ label, facts }: { readonly label: string; readonly facts: readonly SummaryFact[] }) => (
  <section aria-label={label}>
    <dl className={classes.strip}>
      {facts.map(({ label, value, inWords, isBad, line, progress }) => (
        <div key={label} className={classes.fact} data-bad={isBad || undefined}>
          <dt>{label}</dt>
          <dd className={classes.value} data-words={inWords || undefined}>
            {value}
          </dd>
          {progress ? (
            <dd>
              <div
                className={classes.bar}
                role="progressbar"
                aria-label={label}
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={progress.percent}
                aria-valuetext={progress.text}
              >
                <span style={{ inlineSize: `${progress.percent}%` }} />
              </div>
            </dd>
          ) : null}
          {line ? <dd className={classes.line}>{line}</dd> : null}
        </div>
      ))}
    </dl>
  </section>
)
