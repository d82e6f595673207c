import { Readable } from 'node:stream'
import { addOfferSheet, deleteOfferSheet } from '#api/catalog/admin/offer-versions'
import { db } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { FileRefused, type FileStore, type KeptFile } from '../../../platform/files/file-store.ts'
import { readAll } from '../../../platform/http/read-all.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { presentSheet } from '../sheets/offer-sheets.ts'
import * as catalog from './admin.repository.ts'
import { lockOffer, recordOffer } from './write-offer.ts'

const maximumBytes = addOfferSheet.bodyLimit ?? 0

/** The request is read to its end before it is judged: a browser whose upload is cut would not read why. */
const keep = async (files: FileStore, stream: Readable, name: string): Promise<KeptFile> => {
  const bytes = await readAll(stream, maximumBytes)
  try {
    return await files.keep(Readable.from(bytes.length > 0 ? [bytes] : []), {
      kind: 'offer-sheet',
      name,
      mediaType: 'application/pdf',
      maxBytes: maximumBytes,
      allowed: ['application/pdf'],
    })
  } catch (error) {
    if (error instanceof FileRefused) throw fieldProblem('file', error.code)
    throw error
  }
}

const add = (files: FileStore) =>
  route(addOfferSheet, async (ctx, { params, query, stream }) => {
    // Nobody's megabytes are taken before it is known that they may send them.
    const { version } = await ctx.read({ version: found(catalog.version(params.offer, params.number)) })
    if (version.first_ordered_at !== null) throw new Problem('conflict')
    const kept = await keep(files, stream, query.name)
    try {
      return await ctx.write(async (tx) => {
        const offer = await lockOffer(tx, params.offer)
        const row = await tx.first(catalog.version(params.offer, params.number).forUpdate('v'))
        if (!row) throw new Problem('not_found')
        if (row.first_ordered_at !== null) throw new Problem('conflict')
        const sheet = { id: newId(), name: kept.name, media_type: kept.mediaType, size: kept.size }
        await tx.run(
          db
            .insertInto('offer_sheets')
            .values({ ...sheet, version_id: row.id, sha256: kept.sha256, storage_key: kept.storageKey, created_at: tx.now }),
        )
        await recordOffer(tx, offer, 'offer.sheet_added', { after: { version: row.number, sheet: sheet.name } })
        return presentSheet(sheet)
      })
    } catch (error) {
      await files.discard(kept.storageKey)
      throw error
    }
  })

const remove = (files: FileStore) =>
  route(deleteOfferSheet, async (ctx, { params }) => {
    const orphan = await ctx.write(async (tx) => {
      const sheet = await tx.first(
        db
          .selectFrom('offer_sheets as s')
          .innerJoin('offer_versions as v', 'v.id', 's.version_id')
          .innerJoin('offers as o', 'o.id', 'v.offer_id')
          .where('s.id', '=', params.sheet)
          .select(['s.name as sheet', 's.storage_key', 'o.code', 'o.name', 'v.number', 'v.first_ordered_at'])
          .forUpdate('s'),
      )
      if (!sheet) throw new Problem('not_found')
      if (sheet.first_ordered_at !== null) throw new Problem('conflict')
      await tx.run(db.deleteFrom('offer_sheets').where('id', '=', params.sheet))
      await recordOffer(tx, sheet, 'offer.sheet_removed', { before: { version: sheet.number, sheet: sheet.sheet } })
      // Versions copied from one another share their files.
      const others = await tx.first(db.selectFrom('offer_sheets').where('storage_key', '=', sheet.storage_key).select('id').limit(1))
      return others ? null : sheet.storage_key
    })
    if (orphan !== null) await files.discard(orphan)
  })

export const sheetRoutes = (files: FileStore): Route[] => [add(files), remove(files)]
