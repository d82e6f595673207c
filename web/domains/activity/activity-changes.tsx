import type { ActivityLine } from '#contract/activity'
import * as m from '#messages/activity'
import classes from './activity-changes.module.css'
import { fieldLabel, valueText } from './activity-labels.ts'

/** Before and after of one operation, field by field. */
export const ActivityChanges = ({ line }: { line: Pick<ActivityLine, 'before' | 'after'> }) => {
  const fields = [...new Set([...Object.keys(line.before ?? {}), ...Object.keys(line.after ?? {})])]
  if (fields.length === 0) return null
  return (
    <ul className={classes.list}>
      {fields.map((field) => (
        <li key={field}>
          <span className={classes.field}>{fieldLabel(field)}</span>{' '}
          {line.before && field in line.before && (
            <>
              <span className={classes.hidden}>{m.activity_before()}</span>
              <del className={classes.before}>{valueText(field, line.before[field])}</del>{' '}
            </>
          )}
          {line.after && field in line.after && (
            <>
              <span className={classes.hidden}>{m.activity_after()}</span>
              <ins className={classes.after}>{valueText(field, line.after[field])}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
