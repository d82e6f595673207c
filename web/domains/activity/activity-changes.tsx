import type { ActivityLine } from '#api/activity/activity'
import * as m from '#messages/activity'
import classes from './activity-changes.module.css'
import { fieldLabel, valueText } from './activity-labels.ts'

type Changed = Pick<ActivityLine, 'before' | 'after'>

/** What a line is about stands on both sides, as the step whose state moved. */
const isKept = ({ before, after }: Changed, field: string): boolean =>
  before !== null && after !== null && field in before && JSON.stringify(before[field]) === JSON.stringify(after[field])

/** Before and after of one operation, field by field. */
export const ActivityChanges = ({ line }: { readonly line: Changed }) => {
  const fields = [...new Set([...Object.keys(line.before ?? {}), ...Object.keys(line.after ?? {})])]
  if (fields.length === 0) return null
  return (
    <ul className={classes.list}>
      {fields.map((field) => (
        <li key={field}>
          <span className={classes.field}>{fieldLabel(field)}</span>{' '}
          {line.before && field in line.before && !isKept(line, field) && (
            <>
              <span className={classes.hidden}>{m.activity_before()}</span>
              <del className={classes.before}>{valueText(field, line.before[field])}</del>{' '}
            </>
          )}
          {line.after && field in line.after && (
            <>
              {isKept(line, field) ? null : <span className={classes.hidden}>{m.activity_after()}</span>}
              <ins className={classes.after}>{valueText(field, line.after[field])}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
