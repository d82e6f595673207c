import { type RawBuilder, sql } from 'kysely'

/**
 * The English name of an offer (`f`) beside the French one that an order or a contract kept: what the catalogue says, as long as it still calls
 * the offer so.
 */
export const englishName = (kept: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`(case when f.name = ${kept} then coalesce(nullif(f.name_en, ''), ${kept}) else ${kept} end)`
