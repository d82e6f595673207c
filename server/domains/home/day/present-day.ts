import type { HomeQueue } from '#api/home/home'
import type { RowsOf } from '../../../platform/db/query.ts'
import type { days, LoadRow } from '../home.repository.ts'
import { type OrderRow, presentOrder } from '../home-order.ts'

/** What the day is made of. */
export interface DayParts {
  readonly slipping: readonly OrderRow[]
  readonly loads: readonly LoadRow[]
  readonly days: RowsOf<ReturnType<typeof days>>
}

/** A pilot's day: the queue counted, what slips, what comes, who carries what. */
export const presentDay = (parts: DayParts, today: string): HomeQueue => {
  const { loads } = parts
  const sum = (of: (row: LoadRow) => number, rows: readonly LoadRow[] = loads) => rows.reduce((total, row) => total + of(row), 0)
  const mine = loads.filter((row) => row.is_mine)
  const inHands = (row: LoadRow) => row.all - row.to_decide
  return {
    all: sum(({ all }) => all),
    late: sum(({ late }) => late),
    blocked: sum(({ blocked }) => blocked),
    nobody: sum(
      inHands,
      loads.filter(({ pilot }) => pilot === null),
    ),
    toDecide: sum(({ to_decide }) => to_decide),
    mine: sum(inHands, mine),
    week: sum(({ week }) => week),
    weekMine: sum(({ week }) => week, mine),
    slipping: parts.slipping.map((row) => presentOrder(row, today)),
    days: parts.days.map(({ day, late, waiting, all }) => ({ day, late, waiting, ready: all - late - waiting })),
    loads: loads
      .filter((row) => inHands(row) > 0)
      .map((row) => ({
        pilot: row.pilot,
        isMine: row.is_mine,
        late: row.late,
        blocked: row.blocked - row.blocked_late,
        others: inHands(row) - row.late - row.blocked + row.blocked_late,
      })),
  }
}
