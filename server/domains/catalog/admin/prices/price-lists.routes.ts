import { priceableItems } from '#api/catalog/admin/definition'
import { exportPriceList, importPriceList, type PriceImport } from '#api/catalog/admin/price-lists'
import type { PriceItem, PriceList } from '#api/catalog/rules/offer-definition'
import { dayOf } from '../../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../../platform/context.ts'
import { readAll } from '../../../../platform/http/read-all.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { fieldProblem } from '../../../../platform/problem.ts'
import { recordActivity } from '../../../activity/record-activity.ts'
import { byVersion, versions } from '../../offers/offers.repository.ts'
import { pricesFrom } from '../admin.presenter.ts'
import { pricesByVersionId } from '../admin.repository.ts'
import { copyVersion } from '../copy-version.ts'
import { lockOffer } from '../write-offer.ts'
import { nextNumber, putOnSale, writePrices } from '../write-version.ts'
import { priceChanges } from './compare-prices.ts'
import { type FileFault, type FileLine, itemsOf, type PriceFile, readPriceFile, writePriceFile } from './price-file.ts'
import { importLock, listedPrices } from './prices.repository.ts'

/** The latest published version of each offer that had begun by then. */
const standingOn = (day: string) =>
  versions()
    .where('v.state', '=', 'published')
    .where('v.valid_from', '<=', day)
    .distinctOn('o.code')
    .orderBy('o.code')
    .orderBy('v.valid_from', 'desc')

const download = route(exportPriceList, async (ctx, { params, query }, reply) => {
  const day = query.day ?? dayOf(ctx.request.now).toString()
  const { standing, listed } = await ctx.read({ standing: standingOn(day), listed: listedPrices(params.list) })
  const prices = byVersion(listed)
  reply.file(
    writePriceFile(
      standing.map(({ code, name, definition, version_id }) => ({ code, name, definition, prices: prices.get(version_id) ?? [] })),
    ),
    `tarif-${params.list === 'public' ? 'public' : 'grossiste'}-${day}.csv`,
  )
})

interface Work {
  readonly list: PriceList
  readonly validFrom: string
  readonly apply: boolean
}

type Outcome = Pick<PriceImport, 'changes' | 'versions' | 'errors'> & { readonly make: readonly (() => Promise<void>)[] }

interface OfferLines {
  readonly lines: readonly FileLine[]
  /** Items whose first price the file takes away. */
  readonly emptied: readonly string[]
}

/** What one offer's lines ask for; nothing is written before every line of the file was judged. */
const weigh = async (tx: ScopedTransaction, work: Work, code: string, { lines, emptied }: OfferLines): Promise<Outcome> => {
  const [first] = lines
  const wrong = (errorCode: string, column: string): Outcome => ({
    changes: [],
    versions: [],
    make: [],
    errors: [{ line: first?.line ?? 0, column, code: errorCode, value: code }],
  })
  const row = await tx.first(standingOn(work.validFrom).where('o.code', '=', code))
  if (!row) return wrong('offer_unknown', 'Offre')
  const before = pricesFrom(await tx.all(pricesByVersionId(row.version_id)))
  const standing = before[work.list].filter(({ item }) => !emptied.includes(item))
  const { items, faults } = itemsOf(row.definition, lines, standing)
  if (faults.length > 0) return { changes: [], versions: [], make: [], errors: faults }
  const offerWords = { code, name: { fr: row.name, en: row.name_en }, definition: row.definition }
  const changes = priceChanges(offerWords, before[work.list], items)
  if (changes.length === 0) return { changes, versions: [], make: [], errors: [] }
  const offer = await lockOffer(tx, code)
  const later = await tx.first(
    versions().where('v.offer_id', '=', offer.id).where('v.state', '=', 'published').where('v.valid_from', '>=', work.validFrom),
  )
  if (later) return wrong('version_overlaps', 'Offre')
  const number = await nextNumber(tx, offer.id)
  const make = async () => {
    const id = await copyVersion(tx, { from: row.version_id, offerId: offer.id, number, validFrom: work.validFrom })
    await writePrices(tx, id, { ...before, [work.list]: items.map((item: PriceItem) => ({ ...item, steps: [...item.steps] })) })
    await putOnSale(tx, offer, { id, valid_from: work.validFrom, revision: 1 })
  }
  return { changes, versions: [{ offer: code, number }], make: [make], errors: [] }
}

/** Lines without amount name offers and items too: a code misspelt there is told like any other. */
const blankFaults = async (
  tx: ScopedTransaction,
  day: string,
  blanks: PriceFile['blanks'],
  told: ReadonlySet<string>,
): Promise<FileFault[]> => {
  if (blanks.length === 0) return []
  const codes = [...new Set(blanks.map(({ offer }) => offer))]
  const standing = new Map((await tx.all(standingOn(day).where('o.code', 'in', codes))).map((row) => [row.code, row.definition]))
  return blanks.flatMap(({ line, offer, item }): FileFault[] => {
    const definition = standing.get(offer)
    if (!definition) return told.has(offer) ? [] : [{ line, column: 'Offre', code: 'offer_unknown', value: offer }]
    return priceableItems(definition).includes(item) ? [] : [{ line, column: 'Élément', code: 'price_item_unknown', value: item }]
  })
}

const readList = async (tx: ScopedTransaction, work: Work, bytes: Buffer): Promise<PriceImport> => {
  const { lines, emptied, blanks, faults, read } = readPriceFile(bytes)
  await tx.run(importLock)
  const outcomes: Outcome[] = []
  for (const [code, own] of [...Map.groupBy(lines, (line) => line.offer)].sort(([a], [b]) => (a < b ? -1 : 1)))
    outcomes.push(
      await weigh(tx, work, code, { lines: own, emptied: emptied.filter(({ offer }) => offer === code).map(({ item }) => item) }),
    )
  const blank = await blankFaults(tx, work.validFrom, blanks, new Set(lines.map(({ offer }) => offer)))
  const errors = [...faults, ...blank, ...outcomes.flatMap((outcome) => outcome.errors)].sort((a, b) => a.line - b.line)
  const applied = work.apply && errors.length === 0
  if (applied) {
    for (const make of outcomes.flatMap((outcome) => outcome.make)) await make()
    await recordActivity(tx, {
      companyId: tx.scope.companyId,
      action: 'price_list.imported',
      objectKind: 'price_list',
      objectReference: work.list,
      after: { validFrom: work.validFrom, offers: outcomes.flatMap((outcome) => outcome.versions.map((made) => made.offer)) },
    })
  }
  return {
    lines: read,
    applied,
    changes: outcomes.flatMap((outcome) => outcome.changes),
    versions: outcomes.flatMap((outcome) => outcome.versions),
    unchangedOffers: outcomes.filter((outcome) => outcome.changes.length === 0 && outcome.errors.length === 0).length,
    errors,
  }
}

const upload = route(importPriceList, async (ctx, { params, query, stream }) => {
  // Nobody's megabytes are taken before it is known that they may send them.
  await ctx.enter()
  const bytes = await readAll(stream, importPriceList.bodyLimit ?? 0)
  return ctx.write(async (tx) => {
    if (query.validFrom < dayOf(tx.now).toString()) throw fieldProblem('validFrom', 'date_past')
    return readList(tx, { list: params.list, validFrom: query.validFrom, apply: query.apply === '1' }, bytes)
  })
})

export const priceListRoutes: Route[] = [download, upload]
