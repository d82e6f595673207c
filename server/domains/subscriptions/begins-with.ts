import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * The rows whose folded text begins so. A range rather than a pattern: it stays an index condition in a plan made without the values, and its
 * operators are leakproof, so that row security lets the index answer.
 * The text is folded in a subquery: once, not at each row.
 */
export const beginsWith = (column: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> =>
  sql`(${column} >= (select app.fold(${text}) collate "C") and ${column} < (select (app.fold(${text}) || chr(1114111)) collate "C"))`
