import { db } from '../../../platform/db/query.ts'

/** The version of the terms of use in force. */
export const currentTermsVersion = db
  .selectFrom('terms_versions')
  .select(['version', 'published_at'])
  .orderBy('published_at', 'desc')
  .orderBy('version', 'desc')
  .limit(1)
