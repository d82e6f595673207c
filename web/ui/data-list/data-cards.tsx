import { Link } from '@tanstack/react-router'
import classes from './data-list.module.css'
import { type DataViewProps, primaryOf } from './data-table.tsx'
import { RowMenu } from './row-menu.tsx'
import { RowBox } from './selection/selection-box.tsx'

/** The same rows for a phone: the primary column is the card's title and link, the others label and value. */
export const DataCards = <Row,>({ columns, rows, rowKey, rowLabel, rowLink, rowActions, selection }: DataViewProps<Row>) => {
  const first = primaryOf(columns)
  const others = columns.filter((column) => column !== first && !column.tableOnly && !column.headline)
  const headlines = columns.filter((column) => column !== first && column.headline)
  return (
    <ul className={classes.cards}>
      {rows.map((row) => (
        <li
          key={rowKey(row)}
          className={classes.card}
          data-row={rowKey(row)}
          data-link={rowLink ? true : undefined}
          data-picked={selection?.has(rowKey(row)) || undefined}
        >
          <div className={classes.cardHead}>
            {selection ? <RowBox row={row} rowKey={rowKey(row)} label={rowLabel(row)} selection={selection} /> : null}
            {rowLink ? (
              <Link {...rowLink(row)} className={classes.rowLink} data-row-link>
                {first?.cell(row)}
              </Link>
            ) : (
              <strong>{first?.cell(row)}</strong>
            )}
            {headlines.map((column) => (
              <span key={column.key} className={classes.headline}>
                {column.cell(row)}
              </span>
            ))}
            {rowActions ? (
              <span className={classes.menuCell}>
                <RowMenu label={rowLabel(row)} actions={rowActions(row)} />
              </span>
            ) : null}
          </div>
          <dl>
            {others.map((column) => {
              const value = column.cell(row)
              // A table leaves a hole in its column; a card has no reason to.
              return value === null || value === undefined || value === false || value === '' ? null : (
                <div key={column.key}>
                  <dt>{column.header}</dt>
                  <dd>{value}</dd>
                </div>
              )
            })}
          </dl>
        </li>
      ))}
    </ul>
  )
}
