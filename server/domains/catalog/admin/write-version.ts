import type { Prices } from '#api/catalog/admin/definition'
import type { draftOfferVersion, endOfferVersion, OfferVersion, writeOfferVersion } from '#api/catalog/admin/offer-versions'
import type { BodyOf } from '#api/endpoint'
import { addDays } from '#api/rules/civil-date'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db, type Query, type Transaction } from '../../../platform/db/query.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { impedimentsOf, pricesFrom } from './admin.presenter.ts'
import * as catalog from './admin.repository.ts'
import { isEditable } from './catalog.policy.ts'
import { copyVersion } from './copy-version.ts'
import { readVersion } from './read-offer.ts'
import { lockOffer, recordOffer } from './write-offer.ts'

/** The offer and one of its versions, locked. */
const lockVersion = async (tx: ScopedTransaction, code: string, number: number) => {
  const offer = await lockOffer(tx, code)
  const row = await tx.first(catalog.version(code, number).forUpdate('v'))
  if (!row) throw new Problem('not_found')
  return { offer, row }
}

const expectRevision = async (tx: ScopedTransaction, row: catalog.VersionRow, revision: number): Promise<void> => {
  if (row.revision !== revision) throw new Problem('version_conflict', { current: await readVersion(tx, row.code, row.number) })
}

/** Two published versions of an offer never cover the same day: the database says so, whatever runs at the same time. */
const runApart = async (tx: Transaction, query: Query, path: string): Promise<void> => {
  try {
    await tx.run(query)
  } catch (error) {
    if ((error as { code?: string }).code === '23P01') throw fieldProblem(path, 'version_overlaps')
    throw error
  }
}

export const nextNumber = async (tx: Transaction, offerId: string): Promise<number> => {
  const last = await tx.first(
    db.selectFrom('offer_versions').where('offer_id', '=', offerId).orderBy('number', 'desc').limit(1).select('number'),
  )
  return (last?.number ?? 0) + 1
}

export const draftVersion = async (tx: ScopedTransaction, code: string, body: BodyOf<typeof draftOfferVersion>): Promise<OfferVersion> => {
  const offer = await lockOffer(tx, code)
  const model = await tx.first(catalog.version(code, body.from))
  if (!model) throw fieldProblem('from', 'invalid')
  const number = await nextNumber(tx, offer.id)
  await copyVersion(tx, { from: model.id, offerId: offer.id, number, validFrom: body.validFrom })
  await recordOffer(tx, offer, 'offer.version_drafted', { after: { version: number, from: body.from } })
  return readVersion(tx, code, number)
}

export const writePrices = async (tx: Transaction, versionId: string, prices: Prices): Promise<void> => {
  await tx.run(db.deleteFrom('offer_prices').where('version_id', '=', versionId))
  const rows = (['public', 'wholesale'] as const).flatMap((list) =>
    prices[list].map((price) => ({
      version_id: versionId,
      price_list: list,
      item: price.item,
      one_off_cents: price.oneOffCents,
      monthly_cents: price.monthlyCents,
      steps: JSON.stringify(price.steps),
    })),
  )
  if (rows.length > 0) await tx.run(db.insertInto('offer_prices').values(rows))
}

/** Faults of the parts among themselves stay in a draft as impediments, but a price named twice cannot even be written. */
const refuseTwice = (prices: Prices): void => {
  for (const list of ['public', 'wholesale'] as const) {
    const items = prices[list].map((price) => price.item)
    const twice = items.findIndex((item, index) => items.indexOf(item) < index)
    if (twice >= 0) throw fieldProblem(`prices.${list}.${twice}.item`, 'duplicate')
  }
}

export const writeVersion = async (
  tx: ScopedTransaction,
  code: string,
  number: number,
  { revision, ...form }: BodyOf<typeof writeOfferVersion>,
): Promise<OfferVersion> => {
  const { offer, row } = await lockVersion(tx, code, number)
  await expectRevision(tx, row, revision)
  const today = dayOf(tx.now).toString()
  if (!isEditable(row, today)) throw new Problem('conflict')
  if (form.validUntil !== null && form.validUntil < form.validFrom) throw fieldProblem('validUntil', 'dates_reversed')
  refuseTwice(form.prices)
  if (row.state === 'published') {
    // It is announced already: it must stay sellable, and to come.
    const impediments = impedimentsOf(row.universes, form)
    if (impediments.length > 0) throw new Problem('validation_failed', { errors: impediments })
    if (form.validFrom <= today) throw fieldProblem('validFrom', 'date_past')
  }
  const { definition } = form
  await runApart(
    tx,
    db
      .updateTable('offer_versions')
      .set({
        valid_from: form.validFrom,
        valid_until: form.validUntil,
        definition: JSON.stringify(definition),
        revision: revision + 1,
      })
      .where('id', '=', row.id),
    'validFrom',
  )
  await writePrices(tx, row.id, form.prices)
  await recordOffer(tx, offer, 'offer.version_written', {
    after: { version: number, validFrom: form.validFrom, validUntil: form.validUntil },
  })
  return readVersion(tx, code, number)
}

/** Puts a version on sale in the caller's transaction: the one before it ends the day before. */
export const putOnSale = async (
  tx: Transaction,
  offer: { readonly id: string; readonly state: string; readonly version: number },
  row: { readonly id: string; readonly valid_from: string; readonly revision: number },
): Promise<void> => {
  await tx.run(
    db
      .updateTable('offer_versions')
      .set((set) => ({ valid_until: addDays(row.valid_from, -1), revision: set('revision', '+', 1) }))
      .where('offer_id', '=', offer.id)
      .where('state', '=', 'published')
      .where('valid_from', '<', row.valid_from)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', row.valid_from)])),
  )
  await runApart(
    tx,
    db
      .updateTable('offer_versions')
      .set({ state: 'published', revision: row.revision + 1 })
      .where('id', '=', row.id),
    'validFrom',
  )
  if (offer.state === 'draft')
    await tx.run(
      db
        .updateTable('offers')
        .set({ state: 'on_sale', version: offer.version + 1 })
        .where('id', '=', offer.id),
    )
}

export const publishVersion = async (tx: ScopedTransaction, code: string, number: number, revision: number): Promise<OfferVersion> => {
  const { offer, row } = await lockVersion(tx, code, number)
  await expectRevision(tx, row, revision)
  if (row.state !== 'draft') throw new Problem('conflict')
  const impediments = impedimentsOf(row.universes, {
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    definition: row.definition,
    prices: pricesFrom(await tx.all(catalog.pricesByVersionId(row.id))),
  })
  if (impediments.length > 0) throw new Problem('validation_failed', { errors: impediments })
  // What was shown yesterday does not change today behind anybody's back.
  if (row.valid_from < dayOf(tx.now).toString()) throw fieldProblem('validFrom', 'date_past')
  await putOnSale(tx, offer, row)
  await recordOffer(tx, offer, 'offer.version_published', { after: { version: number, validFrom: row.valid_from } })
  return readVersion(tx, code, number)
}

export const endVersion = async (
  tx: ScopedTransaction,
  code: string,
  number: number,
  { validUntil, revision }: BodyOf<typeof endOfferVersion>,
): Promise<OfferVersion> => {
  const { offer, row } = await lockVersion(tx, code, number)
  await expectRevision(tx, row, revision)
  const today = dayOf(tx.now).toString()
  if (row.state !== 'published' || (row.valid_until !== null && row.valid_until < today)) throw new Problem('conflict')
  if (validUntil !== null && validUntil < row.valid_from) throw fieldProblem('validUntil', 'dates_reversed')
  if (validUntil !== null && validUntil < today) throw fieldProblem('validUntil', 'date_past')
  await runApart(
    tx,
    db
      .updateTable('offer_versions')
      .set({ valid_until: validUntil, revision: revision + 1 })
      .where('id', '=', row.id),
    'validUntil',
  )
  await recordOffer(tx, offer, 'offer.version_ended', {
    before: { version: number, validUntil: row.valid_until },
    after: { version: number, validUntil },
  })
  return readVersion(tx, code, number)
}

export const deleteVersion = async (tx: ScopedTransaction, code: string, number: number): Promise<void> => {
  const { offer, row } = await lockVersion(tx, code, number)
  if (row.state !== 'draft') throw new Problem('conflict')
  await tx.run(db.deleteFrom('offer_versions').where('id', '=', row.id))
  await recordOffer(tx, offer, 'offer.version_deleted', { before: { version: number } })
}
