import { sql } from 'kysely'
import { compareOffers, downloadOfferSheet, listOffers, type PriceSource, readOffer } from '#api/catalog/offers/offers'
import type { Language } from '#api/languages'
import { dayOf } from '../../../platform/clock.ts'
import type { Context, Scope } from '../../../platform/context.ts'
import type { RowsOf } from '../../../platform/db/query.ts'
import { first, found } from '../../../platform/db/questions.ts'
import type { DocumentRenderer } from '../../../platform/documents/document-renderer.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { issuerSettingsQuery } from '../../companies/issuer/issuer-settings.ts'
import { presentFamily } from '../families/families.presenter.ts'
import { families } from '../families/families.repository.ts'
import { type Buyer, buyer, priceListOf, sellingUniverse } from '../price-list.ts'
import { composable, composeSheet, presentSheets } from '../sheets/offer-sheets.ts'
import { type KnownPrices, presentCard, presentPage } from './offers.presenter.ts'
import {
  byVersion,
  isShownTo,
  type OfferVersionRow,
  onSale,
  ownResalePrices,
  pricesOnSale,
  sheetShownTo,
  sheetsOf,
} from './offers.repository.ts'

interface Shop {
  readonly scope: Scope
  readonly buyer: Buyer | null
  readonly source: PriceSource
  readonly rows: readonly OfferVersionRow[]
  readonly known: (row: OfferVersionRow) => KnownPrices
}

/** Who buys: the company told, else oneself; the carrier and partners may look at what they sell without naming anybody. */
const buyerOf = async (ctx: Context, reference: string | undefined): Promise<{ scope: Scope; buyer: Buyer | null }> => {
  if (reference !== undefined) return ctx.read({ buyer: found(buyer(reference)) })
  const scope = await ctx.enter()
  if (scope.universe !== 'client') return { scope, buyer: null }
  const own = await ctx.read({ buyer: first(buyer(scope.companyReference)) })
  return { scope, buyer: own.buyer ?? null }
}

const openShop = async (ctx: Context, reference: string | undefined): Promise<Shop> => {
  const known = await buyerOf(ctx, reference)
  const day = dayOf(ctx.request.now).toString()
  const list = priceListOf(known.scope, known.buyer)
  const offers = onSale(day, sellingUniverse(known.scope, known.buyer))
  if (list === null) {
    const { rows, prices } = await ctx.read({ rows: offers, prices: ownResalePrices() })
    const resale = new Map(prices.map((price) => [price.offer_id, price]))
    return {
      ...known,
      source: resale.size > 0 ? 'resale' : 'on_request',
      rows,
      known: (row) => ({ resale: resale.get(row.offer_id) ?? null }),
    }
  }
  const { rows, onSalePrices } = await ctx.read({ rows: offers, onSalePrices: pricesOnSale(day, list) })
  const prices = byVersion(onSalePrices)
  return { ...known, source: list, rows, known: (row) => ({ list, items: prices.get(row.version_id) ?? [] }) }
}

const list = route(listOffers, async (ctx, { query }) => {
  const [shop, shelves] = await Promise.all([openShop(ctx, query.company), ctx.read({ families: families() })])
  const counted = Map.groupBy(shop.rows, (row) => row.family)
  return {
    company: shop.buyer && { reference: shop.buyer.reference, name: shop.buyer.name },
    priceSource: shop.source,
    families: shelves.families
      .map((family) => ({
        ...presentFamily(family),
        offers: counted.get(family.code)?.length ?? 0,
      }))
      .filter((family) => family.offers > 0),
    items: shop.rows.map((row) => presentCard(row, shop.known(row))),
  }
})

const sheetsOfRow = (row: OfferVersionRow, sheets: RowsOf<ReturnType<typeof sheetsOf>>, language: Language) =>
  presentSheets(
    { id: row.version_id, name: { fr: row.name, en: row.name_en } },
    sheets.filter((sheet) => sheet.version_id === row.version_id),
    language,
  )

const read = route(readOffer, async (ctx, { params, query }) => {
  const shop = await openShop(ctx, query.company)
  const row = shop.rows.find((candidate) => candidate.code === params.offer)
  if (!row) throw new Problem('not_found')
  const { scope, sheets } = await ctx.read({ sheets: sheetsOf([row.version_id]) })
  return {
    ...presentPage(row, shop.known(row), sheetsOfRow(row, sheets, scope.language)),
    additions: shop.rows
      .filter((candidate) => candidate.adds_to.includes(row.code))
      .map((addition) => presentCard(addition, shop.known(addition))),
  }
})

const compare = route(compareOffers, async (ctx, { query }) => {
  const shop = await openShop(ctx, query.company)
  const codes = [...new Set(query.offers.split(','))]
  const compared = codes.map((code) => {
    const row = shop.rows.find((candidate) => candidate.code === code)
    if (!row) throw fieldProblem('offers', 'offer_unknown')
    return row
  })
  const { scope, sheets } = await ctx.read({ sheets: sheetsOf(compared.map((row) => row.version_id)) })
  return {
    items: compared.map((row) => presentPage(row, shop.known(row), sheetsOfRow(row, sheets, scope.language))),
  }
})

const download = (files: FileStore, documents: DocumentRenderer) =>
  route(downloadOfferSheet, async (ctx, { params }, reply) => {
    const { scope, buyer: reader } = await buyerOf(ctx, undefined)
    const [day, universe] = [dayOf(ctx.request.now).toString(), sellingUniverse(scope, reader)]
    const { sheet, version, issuer } = await ctx.read({
      sheet: first(sheetShownTo(params.sheet, day, universe)),
      version: first(composable(params.sheet).where(isShownTo(sql.ref<string>('w.id'), day, universe))),
      issuer: first(issuerSettingsQuery),
    })
    if (sheet) return reply.file(await files.open(sheet.storage_key), sheet.name)
    if (!version) throw new Problem('not_found')
    const { pdf, name } = await composeSheet(documents, { version, issuer, language: scope.language })
    reply.file(pdf, name)
  })

export const offerRoutes = ({ files, documents }: { readonly files: FileStore; readonly documents: DocumentRenderer }): Route[] => [
  list,
  read,
  compare,
  download(files, documents),
]
