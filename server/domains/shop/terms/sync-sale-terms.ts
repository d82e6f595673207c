import type pg from 'pg'
import { writeArticles } from '../../identity/terms/articles.ts'
import { saleTermsEnglish } from './sale-terms-english.ts'
import { saleTermsFrench, saleTermsPublishedAt, saleTermsVersion } from './sale-terms-french.ts'

/** Publishes the terms of sale of this release. A version once published never changes: orders name the one that was accepted. */
export const syncSaleTerms = async (client: pg.ClientBase): Promise<void> => {
  await client.query(
    'insert into sale_terms_versions (version, published_at, body_fr, body_en) values ($1, $2, $3, $4) on conflict (version) do nothing',
    [saleTermsVersion, saleTermsPublishedAt, writeArticles(saleTermsFrench), writeArticles(saleTermsEnglish)],
  )
}
