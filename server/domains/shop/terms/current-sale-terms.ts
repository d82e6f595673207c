import { db } from '../../../platform/db/query.ts'

/** The terms of sale in force: the latest published. A future version waits for its day. */
export const currentSaleTerms = (now: Date) =>
  db
    .selectFrom('sale_terms_versions')
    .where('published_at', '<=', now)
    .select(['version', 'published_at', 'body_fr', 'body_en'])
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
