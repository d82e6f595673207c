import { writeFamilies as writeEndpoint } from '#api/catalog/admin/offer-versions'
import { listOfferFamilies } from '#api/catalog/families/offer-families'
import { type Route, route } from '../../../platform/http/route.ts'
import { presentFamily } from './families.presenter.ts'
import { familiesInUse } from './families.repository.ts'
import { writeFamilies } from './write-families.ts'

export const familyRoutes: Route[] = [
  route(listOfferFamilies, async (ctx) => ({ items: (await ctx.read({ families: familiesInUse() })).families.map(presentFamily) })),
  route(writeEndpoint, (ctx, { body }) => ctx.write((tx) => writeFamilies(tx, body))),
]
