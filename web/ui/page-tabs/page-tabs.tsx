import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber } from '../../platform/format.ts'
import classes from './page-tabs.module.css'

export interface PageTab<T extends string> {
  readonly key: T
  readonly label: string
  /** How many things it holds; none is shown for zero but where zero is news (`showsZero`). */
  readonly count?: number | undefined
  readonly showsZero?: boolean
  /** A number that calls for somebody. */
  readonly tone?: 'danger' | 'warning' | undefined
  /** What the number counts, for who hears it. */
  readonly counted?: string
  /** The whole address of this tab, where it is not told by `?tab=`: a view of a list. */
  readonly search?: Readonly<Record<string, string>>
}

export interface PageTabsProps<T extends string> {
  /** What the tabs part: « Parties du contrat ». */
  readonly label: string
  readonly tabs: readonly PageTab<T>[]
  /** The one that is read; none where what is shown is no tab's. */
  readonly tab: T | null
  /** At the end of the row. */
  readonly end?: ReactNode
}

/** On a narrow screen the tabs scroll: the one that is read shows. */
const inSight = (tab: HTMLAnchorElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

/**
 * The parts of a page, kept in its address (`?tab=`): links, so that they open in a tab of the browser and come back with « Précédent ». The first
 * is the bare address.
 */
export const PageTabs = <T extends string>({ label, tabs, tab, end }: PageTabsProps<T>) => (
  <div className={`${classes.row} no-print`}>
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map(({ key, label, count, showsZero, tone, counted, search }, index) => (
        <Link
          key={key}
          ref={key === tab ? inSight : undefined}
          to="."
          search={
            ((before: Record<string, unknown>) => search ?? { ...before, cursor: undefined, tab: index === 0 ? undefined : key }) as never
          }
          resetScroll={false}
          // The bare address is within every other: only without a tab is it the first one's.
          activeOptions={{ exact: true }}
          className={classes.tab}
          aria-current={key === tab ? 'page' : undefined}
          data-tone={count ? tone : undefined}
        >
          {label}
          {count === undefined || (count === 0 && !showsZero) ? null : (
            <span className={classes.count}>
              {formatNumber(count)}
              {counted ? <span className="visually-hidden"> {counted}</span> : null}
            </span>
          )}
        </Link>
      ))}
    </nav>
    {end}
  </div>
)
