import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import * as m from '#messages/common'
import classes from './data-list.module.css'
import type { DataColumn, RowsProps } from './data-list-types.ts'
import { RowMenu } from './row-menu.tsx'
import type { ListState } from './use-list-state.ts'

export interface DataViewProps<Row> extends RowsProps<Row> {
  readonly rows: readonly Row[]
  readonly state: ListState
}

/** The column whose cell is the row's link. */
export const primaryOf = <Row,>(columns: readonly DataColumn<Row>[]): DataColumn<Row> | undefined =>
  columns.find(({ primary }) => primary) ?? columns[0]

/** What is cut is told whole. */
const tellWhole = ({ currentTarget: cell }: { readonly currentTarget: HTMLElement }) => {
  const isCut = [cell, ...cell.querySelectorAll('span')].some((part) => part.scrollWidth > part.clientWidth + 1)
  if (isCut) cell.title = cell.innerText
  else cell.removeAttribute('title')
}

const sortName = <Row,>(column: DataColumn<Row>): string | undefined => (column.sort === true ? column.key : column.sort)

export const DataTable = <Row,>({ label, columns, rows, rowKey, rowLabel, rowLink, rowActions, state }: DataViewProps<Row>) => {
  const { sort } = state.values
  const primary = primaryOf(columns)
  const header = (column: DataColumn<Row>) => {
    const name = sortName(column)
    if (!name) return column.header
    const Icon = sort === name ? IconChevronUp : sort === `-${name}` ? IconChevronDown : IconSelector
    return (
      <UnstyledButton
        className={classes.sort}
        data-active={sort === name || sort === `-${name}` || undefined}
        onClick={() => state.change({ sort: sort === name ? `-${name}` : name })}
      >
        {column.header}
        <Icon size={14} stroke={2} aria-hidden />
      </UnstyledButton>
    )
  }
  const order = (column: DataColumn<Row>) => {
    const name = sortName(column)
    return name && sort === name ? 'ascending' : name && sort === `-${name}` ? 'descending' : undefined
  }
  const weights = columns.reduce((sum, { clip = 0 }) => sum + clip, 0)
  const content = (column: DataColumn<Row>, row: Row) =>
    column === primary && rowLink ? (
      <Link {...rowLink(row)} className={classes.rowLink}>
        {column.cell(row)}
      </Link>
    ) : (
      column.cell(row)
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={label}>
      <table className={classes.table} data-clips={weights > 0 || undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-align={column.align}
                aria-sort={order(column)}
                style={column.clip ? { inlineSize: `${(100 * column.clip) / weights}%` } : undefined}
              >
                {header(column)}
              </th>
            ))}
            {rowActions ? (
              <th scope="col" className={classes.menuCell}>
                <span className="visually-hidden">{m.common_actions()}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-link={rowLink ? true : undefined}>
              {columns.map((column) => (
                <td key={column.key} data-align={column.align}>
                  {column.clip ? (
                    <div className={classes.clip} onPointerEnter={tellWhole}>
                      {content(column, row)}
                    </div>
                  ) : (
                    content(column, row)
                  )}
                </td>
              ))}
              {rowActions ? (
                <td className={classes.menuCell}>
                  <RowMenu label={rowLabel(row)} actions={rowActions(row)} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
