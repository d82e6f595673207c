import { Checkbox } from '@mantine/core'
import * as m from '#messages/lists'
import classes from './selection.module.css'
import type { Selection } from './use-selection.ts'

/** Picks one row; with the shift key, those between it and the last one too. */
export const RowBox = <Row,>({
  row,
  rowKey,
  label,
  selection,
}: {
  readonly row: Row
  readonly rowKey: string
  readonly label: string
  readonly selection: Selection<Row>
}) => (
  <Checkbox
    className={classes.box}
    size="xs"
    checked={selection.has(rowKey)}
    aria-label={m.lists_pick({ label })}
    onChange={(event) => selection.toggle(row, (event.nativeEvent as MouseEvent).shiftKey === true)}
  />
)

/** Picks the page, or lets it go. */
export const PageBox = <Row,>({
  rows,
  rowKey,
  selection,
}: {
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly selection: Selection<Row>
}) => {
  const picked = rows.filter((row) => selection.has(rowKey(row))).length
  return (
    <Checkbox
      className={classes.box}
      size="xs"
      checked={picked > 0 && picked === rows.length}
      indeterminate={picked > 0 && picked < rows.length}
      aria-label={m.lists_pick_page()}
      onChange={selection.togglePage}
    />
  )
}
