import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import * as m from '#messages/common'
import { ColumnEdge } from './columns/column-edge.tsx'
import type { Columns } from './columns/use-columns.ts'
import classes from './data-list.module.css'
import type { DataColumn, RowsProps } from './data-list-types.ts'
import { RowMenu } from './row-menu.tsx'
import selected from './selection/selection.module.css'
import { PageBox, RowBox } from './selection/selection-box.tsx'
import type { Selection } from './selection/use-selection.ts'
import type { ListState } from './use-list-state.ts'

export interface DataViewProps<Row> extends RowsProps<Row> {
  readonly rows: readonly Row[]
  readonly state: ListState
  readonly widths: Pick<Columns<Row>, 'widthOf' | 'resize' | 'isCompact' | 'givesWay'>
  /** Absent where nothing is done to many rows. */
  readonly selection?: Selection<Row> | undefined
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

export const DataTable = <Row,>(props: DataViewProps<Row>) => {
  const { label, columns, rows, rowKey, rowLabel, rowLink, rowActions, state, widths, selection } = props
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
  const widthOf = (column: DataColumn<Row>) => {
    const width = widths.widthOf(column)
    return width === undefined ? undefined : { inlineSize: width, minInlineSize: width }
  }
  const content = (column: DataColumn<Row>, row: Row) =>
    column === primary && rowLink ? (
      <Link {...rowLink(row)} className={classes.rowLink} data-row-link>
        {column.cell(row)}
      </Link>
    ) : (
      column.cell(row)
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={label}>
      <table className={classes.table} data-compact={widths.isCompact || undefined}>
        <thead>
          <tr>
            {selection ? (
              <th scope="col" className={selected.cell}>
                <PageBox rows={rows} rowKey={rowKey} selection={selection} />
              </th>
            ) : null}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-label={column.header}
                data-align={column.align}
                data-wide={column.wide}
                data-roomy={widths.givesWay(column) || undefined}
                aria-sort={order(column)}
                style={widthOf(column)}
              >
                {header(column)}
                <ColumnEdge header={column.header} width={widths.widthOf(column)} onResize={(width) => widths.resize(column.key, width)} />
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
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <tr key={key} data-row={key} data-link={rowLink ? true : undefined} data-picked={selection?.has(key) || undefined}>
                {selection ? (
                  <td className={selected.cell}>
                    <RowBox row={row} rowKey={key} label={rowLabel(row)} selection={selection} />
                  </td>
                ) : null}
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align} data-wide={column.wide} data-roomy={widths.givesWay(column) || undefined}>
                    {column.clip || widths.widthOf(column) !== undefined ? (
                      <div className={classes.clip} data-set={widths.widthOf(column) !== undefined || undefined}>
                        <div onPointerEnter={tellWhole}>{content(column, row)}</div>
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
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
