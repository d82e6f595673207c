import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * The rows whose folded text begins so. A range rather than a pattern: it stays an index condition in a plan made without the values, and its
 * operators are leakproof, so that row security lets the index answer.
 */
export const beginsWith = (column: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> =>
  sql`(${column} >= app.fold(${text}) collate "C" and ${column} < (app.fold(${text}) || chr(1114111)) collate "C")`
