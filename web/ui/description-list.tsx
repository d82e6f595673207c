import type { ReactNode } from 'react'
import * as m from '#messages/common'
import classes from './description-list.module.css'

export interface DescriptionListProps {
  /** `value` null, undefined or empty reads « Non renseigné »; items that are `false` are left out. */
  readonly items: readonly (false | { readonly label: string; readonly value: ReactNode; readonly wide?: boolean })[]
  /** Label beside value, one fact a line: for a narrow column. */
  readonly asRows?: boolean
}

/** Facts of an object, label above value, in as many columns as fit. */
export const DescriptionList = ({ items, asRows }: DescriptionListProps) => (
  <dl className={asRows ? classes.rows : classes.list}>
    {items.map((item) =>
      item ? (
        <div key={item.label} data-wide={item.wide || undefined}>
          <dt>{item.label}</dt>
          <dd>
            {item.value === null || item.value === undefined || item.value === '' ? (
              <span className={classes.none}>{m.common_not_set()}</span>
            ) : (
              item.value
            )}
          </dd>
        </div>
      ) : null,
    )}
  </dl>
)
