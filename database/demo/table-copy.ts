import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'

export type Cell = string | number | boolean | null | Date | readonly string[]

const escaped = (text: string): string =>
  text.replaceAll(/[\\\t\n\r]/g, (char) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[char] ?? char)

const written = (cell: Cell): string => {
  if (cell === null) return '\\N'
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell === 'object') return escaped(`{${cell.map((item) => `"${item.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return escaped(String(cell))
}

/** Sends rows to a table by COPY; memory stays flat whatever their number. Returns how many. */
export const copyRows = async (
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> => {
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`))
  const done = finished(stream)
  let count = 0
  let block = ''
  for (const row of rows) {
    block += `${row.map(written).join('\t')}\n`
    count++
    if (block.length > 65_536) {
      if (!stream.write(block)) await once(stream, 'drain')
      block = ''
    }
  }
  stream.end(block)
  await done
  return count
}
