import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { foldText } from '#api/rules/text-fold'

/** A text as `app.fold` keeps it in the columns that lists compare: lower case, no accents, anything else as single spaces. */
const foldKey = (text: string): string =>
  foldText(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * The rows whose folded text begins so. A range rather than a pattern: its operators are leakproof, so that row security lets an index answer.
 * Folded here rather than by the database, which would do it at each row, or plan without knowing how rare the text is.
 */
export const beginsWith = (column: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> => {
  const folded = foldKey(text)
  return sql`(${column} >= ${folded} and ${column} < ${`${folded}\u{10ffff}`})`
}
