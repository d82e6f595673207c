import type pg from 'pg'
import { writeArticles } from './articles.ts'
import { termsEnglish } from './terms-english.ts'
import { termsFrench, termsPublishedAt, termsVersion } from './terms-french.ts'

/**
 * Publishes the terms of use of this release. A version once published never changes; a new one is asked of everybody before anything else,
 * also of those who are signed in.
 */
export const syncTerms = async (client: pg.ClientBase): Promise<void> => {
  const { rowCount } = await client.query(
    'insert into terms_versions (version, published_at, body_fr, body_en) values ($1, $2, $3, $4) on conflict (version) do nothing',
    [termsVersion, termsPublishedAt, writeArticles(termsFrench), writeArticles(termsEnglish)],
  )
  if (rowCount) await client.query(`update sessions set stage = 'accept_terms' where stage = 'complete'`)
}
