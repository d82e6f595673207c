import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { ImportColumns, ImportFile, LineValues } from '#api/import-file'
import { raw, type Transaction } from '../db/query.ts'
import type { Tables } from '../db/tables.gen.ts'
import { newId } from '../ids.ts'
import { differences, type Fault, formerly, judge, type Line, type Reading } from './line.ts'

/** A line of the history about what an import made or changed. */
export interface ImportedChange {
  readonly companyId: string
  readonly siteId?: string | null
  readonly action: string
  readonly objectKind: string
  readonly reference: string | null
  readonly label: string
  readonly before?: Readonly<Record<string, unknown>> | undefined
  readonly after?: Readonly<Record<string, unknown>> | undefined
}

/** What applying a line came to; `change` is null when nothing did. */
export interface Outcome {
  readonly line: number
  readonly outcome: 'created' | 'updated' | 'unchanged'
  readonly reference: string
  readonly change: ImportedChange | null
}

export type Examined<Plan> =
  | { readonly line: number; readonly faults: readonly Fault[] }
  | { readonly line: number; readonly plan: Plan; readonly readings: readonly Reading[] }

/** A kind of lines as files are worked through. Judging changes nothing and is done again just before writing. */
export interface LineKind<Plan = unknown> {
  /** What tells two lines of one file apart: the second line with the same key is a mistake. */
  readonly key: (values: Line['values']) => string
  examine(tx: Transaction, lines: readonly Line[]): Promise<Examined<Plan>[]>
  apply(tx: Transaction, plans: readonly { readonly line: number; readonly plan: Plan }[]): Promise<Outcome[]>
}

/** What a line is about: the row that stands, or null for a new one. */
export interface Target {
  readonly standing: (Readonly<Record<string, unknown>> & { readonly id: string }) | null
}

interface Plan<C extends ImportColumns, T extends Target> {
  readonly values: LineValues<C>
  readonly target: T
}

/** A line that is applied: `made` is its new row, `changed` the columns that differ in the one that stands. */
interface Applied<C extends ImportColumns, T extends Target, Row> extends Plan<C, T> {
  readonly id: string
  readonly made: Row | null
  readonly changed: Readonly<Record<string, string>>
}
/** A new row with the line that it came of. */
type Created<C extends ImportColumns, T extends Target, Row> = Applied<C, T, Row> & { readonly made: Row }

/** Says what is wrong with a cell; the value told is what the file says, by which it is mended, unless another is given. */
export type TellFault<C extends ImportColumns> = (column: keyof C & string, code: string, value?: string | null) => void

/** The cells of a line as they came. */
export interface Cells<C extends ImportColumns> {
  /** What was understood of a cell does not hold for this row: it says what is written. */
  readonly asWritten: (column: keyof C & string) => void
  /** The cell holds something, right or not. */
  readonly isGiven: (column: keyof C & string) => boolean
}

/** A row as it was written. */
type Made<Name extends keyof Tables> = Selectable<Tables[Name]> & { readonly id: string }

type RowOf<Name extends keyof Tables> = { readonly [K in keyof Insertable<Tables[Name]>]?: Insertable<Tables[Name]>[K] | undefined }

interface Declaration<C extends ImportColumns, Name extends keyof Tables & string, T extends Target> {
  readonly file: ImportFile<C>
  readonly table: Name
  readonly key: (values: Line['values']) => string
  /**
   * Looks up once what the lines of a batch name, then says of each in turn what it is about. Null, or a fault told: the line is wrong.
   * A row that stands is found here.
   */
  readonly recognise: (
    tx: Transaction,
    all: readonly LineValues<C>[],
  ) => Promise<(values: LineValues<C>, fault: TellFault<C>, cells: Cells<C>) => T | null>
  /** What the line says of its row; an absent value says nothing, and never erases. */
  readonly toRow: (values: LineValues<C>, target: T) => RowOf<Name>
  /** What a new row has besides. */
  readonly newRow: (values: LineValues<C>, target: T, now: Date) => RowOf<Name>
  /** What a line says of a row that stands, to be compared with it: nothing when a file never changes one. */
  readonly compared: (values: LineValues<C>, target: T) => Readonly<Record<string, string | undefined>>
  /** Writes what changed; else the columns of the row and its version. */
  readonly change?: (tx: Transaction, applied: Applied<C, T, Made<Name>>) => Promise<void>
  /** What new rows bring along. */
  readonly afterCreating?: (tx: Transaction, created: readonly Created<C, T, Made<Name>>[]) => Promise<void>
  readonly reference: (applied: Applied<C, T, Made<Name>>) => string
  /** What the history keeps; values before and after are filled in unless said. */
  readonly history: (applied: Applied<C, T, Made<Name>>) => ImportedChange
}

const cell = (value: unknown) => (value === undefined ? sql`default` : sql`${value}`)

const insertRows = <Name extends keyof Tables & string>(
  tx: Transaction,
  table: Name,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<Made<Name>[]> => {
  if (rows.length === 0) return Promise.resolve([])
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== undefined)))]
  const lines = rows.map((row) => sql`(${sql.join(columns.map((column) => cell(row[column])))})`)
  return tx.all(
    raw<Made<Name>>(
      sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(lines)} returning *`,
    ),
  )
}

/** Changes columns of a row, which is another version from then on. */
export const updateRow = async (
  tx: Transaction,
  table: keyof Tables & string,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const set = Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await tx.run(raw(sql`update ${sql.table(table)} set ${sql.join(set)}, version = version + 1 where id = ${id}`))
}

/**
 * A kind of imported file: how its lines are recognised, and the row that each stands for. What no kind needs to say is here: cells are judged
 * by their columns, new rows are inserted at once, rows that stand get what differs, and every change is told to the history.
 */
export const importKind = <C extends ImportColumns, Name extends keyof Tables & string, T extends Target>(
  kind: Declaration<C, Name, T>,
): LineKind<Plan<C, T>> => ({
  key: kind.key,

  async examine(tx, lines) {
    const read = lines.map((line) => ({ line: line.line, cells: line.values, ...judge(line, kind.file.columns) }))
    const recognised = await kind.recognise(
      tx,
      read.map(({ values }) => values),
    )
    return read.map(({ line, cells, values, faults, readings }) => {
      const kept = new Set(readings)
      const isGiven = (column: keyof C & string) => cells[column] !== undefined
      const asWritten = (column: keyof C & string) => {
        const cell = cells[column]
        if (cell !== undefined) values[column] = cell as (typeof values)[typeof column]
        for (const reading of kept) if (reading.column === column) kept.delete(reading)
      }
      const target = recognised(
        values,
        (column, code, value = cells[column]?.slice(0, 200) ?? null) => faults.push({ column, code, value }),
        {
          asWritten,
          isGiven,
        },
      )
      return faults.length > 0 || target === null ? { line, faults } : { line, plan: { values, target }, readings: [...kept] }
    })
  },

  async apply(tx, plans) {
    const planned = plans.map(({ line, plan }) => ({ line, ...plan, id: plan.target.standing?.id ?? newId() }))
    const fresh = planned.filter(({ target }) => target.standing === null)
    const rows = fresh.map(({ id, values, target }) => ({ ...kind.toRow(values, target), ...kind.newRow(values, target, tx.now), id }))
    const made = new Map((await insertRows(tx, kind.table, rows)).map((row) => [row.id, row]))
    const lines = planned.map((line) => {
      const { standing } = line.target
      const changed = standing ? differences(standing, kind.compared(line.values, line.target)) : {}
      return { ...line, changed, made: made.get(line.id) ?? null }
    })
    await kind.afterCreating?.(
      tx,
      lines.flatMap((line) => (line.made ? [{ ...line, made: line.made }] : [])),
    )
    const outcomes: Outcome[] = []
    for (const applied of lines) {
      const { line, changed, values, target } = applied
      const isUpdated = Object.keys(changed).length > 0
      if (isUpdated) await (kind.change?.(tx, applied) ?? updateRow(tx, kind.table, applied.id, changed))
      const outcome = applied.made ? 'created' : isUpdated ? 'updated' : 'unchanged'
      const told = applied.made ? { after: values } : { before: formerly({ ...target.standing }, changed), after: changed }
      const change = outcome === 'unchanged' ? null : { ...told, ...kind.history(applied) }
      outcomes.push({ line, outcome, reference: kind.reference(applied), change })
    }
    return outcomes
  },
})
