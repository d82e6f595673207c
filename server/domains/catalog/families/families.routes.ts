import { listOfferFamilies, type OfferFamily } from '#contract/offer-families'
import type { RowsOf } from '../../../platform/db/query.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { type families, familiesInUse } from './families.repository.ts'

export const presentFamily = (row: RowsOf<ReturnType<typeof families>>[number]): OfferFamily => ({
  code: row.code,
  name: { fr: row.name, en: row.name_en },
})

export const familyRoutes: Route[] = [
  route(listOfferFamilies, async (ctx) => ({ items: (await ctx.read(familiesInUse())).rows[0].map(presentFamily) })),
]
