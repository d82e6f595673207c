import { sql } from 'kysely'
import { type SearchHit, search, searchKinds } from '#api/search/search'
import { raw } from '../../platform/db/query.ts'
import { type Route, route } from '../../platform/http/route.ts'

interface HitRow {
  readonly kind: SearchHit['kind']
  readonly reference: string
  readonly company_reference: string
  readonly label: string
  readonly sublabel: string | null
}

/** Hits shown at once: a palette, not a list. */
const limit = 20

export const searchRoutes: Route[] = [
  route(search, async (ctx, { query }) => {
    const { rows } = await ctx.read(raw(sql<HitRow>`select * from app.search(${query.q}, ${[...searchKinds]}, ${limit})`))
    return {
      hits: rows[0].map((row) => ({
        kind: row.kind,
        reference: row.reference,
        companyReference: row.company_reference,
        label: row.label,
        sublabel: row.sublabel,
      })),
    }
  }),
]
