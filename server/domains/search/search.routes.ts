import { sql } from 'kysely'
import { indexedNumber } from '#api/companies/rules/contact/phone-search'
import { plainText } from '#api/rules/plain-text'
import { meantDigits, meantReference } from '#api/search/rules/meant-reference'
import { type SearchHit, search, searchKinds } from '#api/search/search'
import { raw } from '../../platform/db/query.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { little, withNear } from './near-hits.ts'

interface HitRow {
  readonly kind: SearchHit['kind']
  readonly reference: string
  readonly company_reference: string
  readonly label: string
  readonly sublabel: string | null
}

/** Hits shown at once: a palette, not a list. */
const limit = 20
const kinds = [...searchKinds]

/** A reference or a number as it is indexed: `OIP-OOOOOO2` is `oip2`. */
const indexed = (text: string): string | null => {
  const meant = meantReference(text)
  return meant ? `${meant.letters.toLowerCase()}${meant.number}` : meantDigits(text)
}

const present =
  (near: boolean) =>
  (row: HitRow): SearchHit => ({
    kind: row.kind,
    reference: row.reference,
    companyReference: row.company_reference,
    label: row.label,
    sublabel: row.sublabel,
    near,
  })

export const searchRoutes: Route[] = [
  route(search, async (ctx, { query }) => {
    // A telephone number is found whatever its writing.
    const q = indexedNumber(query.q) ?? plainText(query.q)
    const { typed } = await ctx.read({ typed: raw(sql<HitRow>`select * from app.search(${q}, ${indexed(q)}, ${kinds}, ${limit})`) })
    const hits = typed.map(present(false))
    if (hits.length >= little) return { hits }
    const { near } = await ctx.read({ near: raw(sql<HitRow>`select * from app.search_nearly(${q}, ${kinds}, ${limit})`) })
    return { hits: withNear(hits, near.map(present(true))) }
  }),
]
