import {
  acceptPrices,
  addBasketLine,
  countBaskets,
  emptyBasket,
  estimateLine,
  listAdditions,
  readBasket,
  removeBasketLine,
  updateBasketLine,
  uploadBasketFile,
} from '#api/shop/baskets/baskets'
import { readModifiable } from '#api/shop/baskets/modifications'
import { listOwnedOffers } from '#api/shop/baskets/owned-offers'
import { readSaleTerms } from '#api/shop/terms/sale-terms'
import { first, found } from '../../platform/db/questions.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { readArticles } from '../identity/terms/articles.ts'
import { acceptNewPrices } from './baskets/accept-prices.ts'
import { ownCounts } from './baskets/baskets.repository.ts'
import { readAdditions } from './baskets/list-additions.ts'
import { readOwnBasket } from './baskets/load-basket.ts'
import { readOwnedOffers } from './baskets/owned-offers.ts'
import { presentBasket, presentPrice } from './baskets/present-basket.ts'
import { readModification } from './baskets/read-modification.ts'
import { uploadFile } from './baskets/upload-file.ts'
import { addLine, assessTyped, changeLine, clearBasket, draftOf, removeLine } from './baskets/write-line.ts'
import { choiceRoutes } from './choices/choices.routes.ts'
import { customerOf, customerRow } from './customer.ts'
import { requestRoutes } from './requests/requests.routes.ts'
import { currentSaleTerms } from './terms/current-sale-terms.ts'

const read = route(readBasket, async (ctx, { params }) => {
  const { scope, loaded } = await readOwnBasket(ctx, params.company)
  return presentBasket(scope, loaded)
})

const estimate = route(estimateLine, async (ctx, { params, body }) => {
  const { scope, company } = await ctx.read({ company: first(customerRow(params.company)) })
  const customer = customerOf(scope, company)
  const line = await assessTyped(ctx, customer, await draftOf(ctx, customer, body))
  return {
    price: presentPrice(line.price),
    addition: line.addition,
    modification: line.modification,
    contracts: line.contracts.length,
    expectedOn: line.expectedOn,
    faults: line.faults.map((fault) => ({ ...fault })),
  }
})

const terms = route(readSaleTerms, async (ctx) => {
  const read = await ctx.read({ terms: found(currentSaleTerms(ctx.request.now)) })
  return {
    version: read.terms.version,
    publishedAt: read.terms.published_at.toISOString(),
    articles: { fr: readArticles(read.terms.body_fr), en: readArticles(read.terms.body_en) },
  }
})

const counts = route(countBaskets, async (ctx) => {
  const { rows } = await ctx.read({ rows: ownCounts(ctx.universe) })
  return { items: rows.map(({ reference, name, lines }) => ({ company: { reference, name }, lines })) }
})

/** Baskets: what is chosen, for whom, and what it costs. Ordering comes later, where contracts are known. */
export const shopRoutes = ({ files }: { readonly files: FileStore }): Route[] => [
  read,
  counts,
  route(addBasketLine, (ctx, { params, body }) => ctx.write((tx) => addLine(tx, params.company, body))),
  route(updateBasketLine, (ctx, { params, body }) => ctx.write((tx) => changeLine(tx, params.company, params.line, body))),
  route(removeBasketLine, (ctx, { params }) => ctx.write((tx) => removeLine(tx, params.company, params.line))),
  route(emptyBasket, (ctx, { params }) => ctx.write((tx) => clearBasket(tx, params.company))),
  route(acceptPrices, (ctx, { params, body }) => ctx.write((tx) => acceptNewPrices(tx, params.company, body))),
  estimate,
  route(uploadBasketFile, (ctx, { params, query, stream }) => uploadFile(ctx, files, params.company, query, stream)),
  route(listAdditions, (ctx, { params }) => readAdditions(ctx, params.company, params.subscription)),
  route(listOwnedOffers, (ctx, { params }) => readOwnedOffers(ctx, params.company)),
  route(readModifiable, (ctx, { params }) => readModification(ctx, params.company, params.subscription)),
  terms,
  ...choiceRoutes,
  ...requestRoutes,
]
