import { Link } from '@tanstack/react-router'
import classes from './data-list.module.css'
import { type DataViewProps, primaryOf } from './data-table.tsx'
import { RowMenu } from './row-menu.tsx'
import { RowBox } from './selection/selection-box.tsx'

/** The same rows for a phone: the primary column is the card's title and link, then state and day on a line, the others label and value. */
export const DataCards = <Row,>({ columns, rows, rowKey, rowLabel, rowLink, rowActions, selection }: DataViewProps<Row>) => {
  const first = primaryOf(columns)
  const others = columns.filter((column) => column !== first && !column.tableOnly && !column.headline && !column.corner)
  const headlines = columns.filter((column) => column !== first && column.headline)
  const corners = columns.filter((column) => column !== first && column.corner)
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
            {rowActions ? (
              <span className={classes.menuCell}>
                <RowMenu label={rowLabel(row)} actions={rowActions(row)} />
              </span>
            ) : null}
          </div>
          {headlines.length + corners.length > 0 ? (
            <div className={classes.cardLine}>
              {[...headlines, ...corners].map((column) => (
                <span key={column.key} data-corner={column.corner}>
                  {column.corner ? <span className="visually-hidden">{column.header} : </span> : null}
                  {column.cell(row)}
                </span>
              ))}
            </div>
          ) : null}
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
