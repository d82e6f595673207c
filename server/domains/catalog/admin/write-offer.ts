import type {
  AdminOfferPage,
  changeOfferState,
  createOffer as createEndpoint,
  updateOffer as updateEndpoint,
} from '#api/catalog/admin/offer-versions'
import type { BodyOf } from '#api/endpoint'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import * as catalog from './admin.repository.ts'
import { copyVersion, emptyDefinition } from './copy-version.ts'
import { readOffer } from './read-offer.ts'

type Fields = Pick<BodyOf<typeof createEndpoint>, 'family' | 'name' | 'universes' | 'addsTo' | 'position'>

/** A line of the carrier's history about an offer. */
export const recordOffer = (
  tx: ScopedTransaction,
  offer: { readonly code: string; readonly name: string },
  action: string,
  changed: { readonly before?: Record<string, unknown>; readonly after?: Record<string, unknown> } = {},
) =>
  recordActivity(tx, {
    companyId: tx.scope.companyId,
    action,
    objectKind: 'offer',
    objectReference: offer.code,
    objectLabel: offer.name,
    ...changed,
  })

/** The offer, locked until the end of the transaction: its versions are published one at a time. */
export const lockOffer = async (tx: ScopedTransaction, code: string) => {
  const row = await tx.first(db.selectFrom('offers').where('code', '=', code).selectAll().forUpdate())
  if (!row) throw new Problem('not_found')
  return row
}

/** An addition names running offers that it adds to; anything else names none. */
const checkAdditions = async (tx: ScopedTransaction, kind: string, addsTo: readonly string[]): Promise<void> => {
  if (kind !== 'addition') {
    if (addsTo.length > 0) throw fieldProblem('addsTo', 'invalid')
    return
  }
  if (addsTo.length === 0) throw fieldProblem('addsTo', 'required')
  const found = await tx.all(
    db
      .selectFrom('offers')
      .where('code', 'in', [...addsTo])
      .where('kind', '=', 'contract')
      .select('code'),
  )
  const known = new Set(found.map((offer) => offer.code))
  const unknown = addsTo.findIndex((code) => !known.has(code))
  if (unknown >= 0) throw fieldProblem(`addsTo.${unknown}`, 'offer_unknown')
}

/** Held until the offer stands in it: nobody removes the family meanwhile. */
const checkFamily = async (tx: ScopedTransaction, code: string): Promise<void> => {
  const found = await tx.first(db.selectFrom('offer_families').where('code', '=', code).select('code').forKeyShare())
  if (!found) throw fieldProblem('family', 'family_unknown')
}

const columns = (fields: Fields) => ({
  family: fields.family,
  name: fields.name.fr,
  name_en: fields.name.en,
  universes: [...new Set(fields.universes)],
  adds_to: [...new Set(fields.addsTo)],
  position: fields.position,
})

export const createOffer = async (tx: ScopedTransaction, body: BodyOf<typeof createEndpoint>): Promise<AdminOfferPage> => {
  await checkFamily(tx, body.family)
  await checkAdditions(tx, body.kind, body.addsTo)
  const today = dayOf(tx.now).toString()
  const model = body.copyOf === undefined ? undefined : await tx.first(catalog.offer(body.copyOf, today))
  if (body.copyOf !== undefined && !model) throw fieldProblem('copyOf', 'offer_unknown')
  const id = newId()
  const made = await tx.run(
    db
      .insertInto('offers')
      .values({ id, code: body.code, kind: body.kind, created_at: tx.now, ...columns(body) })
      .onConflict((conflict) => conflict.doNothing()),
  )
  if (made === 0) throw new Problem('already_exists', { errors: [{ path: 'code', code: 'duplicate' }] })
  const [latest] = model ? await tx.all(catalog.versionsOf(model.code)) : []
  if (latest) await copyVersion(tx, { from: latest.id, offerId: id, number: 1, validFrom: today })
  else
    await tx.run(
      db.insertInto('offer_versions').values({
        id: newId(),
        offer_id: id,
        number: 1,
        valid_from: today,
        created_at: tx.now,
        definition: JSON.stringify(emptyDefinition(body.name)),
      }),
    )
  await recordOffer(tx, { code: body.code, name: body.name.fr }, 'offer.created', { after: { ...body } })
  return readOffer(tx, body.code)
}

export const updateOffer = async (
  tx: ScopedTransaction,
  code: string,
  { version, ...fields }: BodyOf<typeof updateEndpoint>,
): Promise<AdminOfferPage> => {
  const row = await lockOffer(tx, code)
  if (row.version !== version) throw new Problem('version_conflict', { current: await readOffer(tx, code) })
  await checkFamily(tx, fields.family)
  await checkAdditions(tx, row.kind, fields.addsTo)
  const before = {
    family: row.family,
    name: { fr: row.name, en: row.name_en },
    universes: row.universes,
    addsTo: row.adds_to,
    position: row.position,
  }
  const changed = changes<Record<string, unknown>>(before, fields)
  if (changed) {
    await tx.run(
      db
        .updateTable('offers')
        .set({ ...columns(fields), version: version + 1 })
        .where('id', '=', row.id),
    )
    await recordOffer(tx, { code, name: fields.name.fr }, 'offer.updated', changed)
  }
  return readOffer(tx, code)
}

export const moveOffer = async (tx: ScopedTransaction, code: string, body: BodyOf<typeof changeOfferState>): Promise<AdminOfferPage> => {
  const row = await lockOffer(tx, code)
  if (row.version !== body.version) throw new Problem('version_conflict', { current: await readOffer(tx, code) })
  // A draft goes on sale by the publication of a version.
  if (row.state === body.state || row.state === 'draft') throw new Problem('conflict')
  await tx.run(
    db
      .updateTable('offers')
      .set({ state: body.state, version: row.version + 1 })
      .where('id', '=', row.id),
  )
  await recordOffer(tx, row, body.state === 'withdrawn' ? 'offer.withdrawn' : 'offer.put_on_sale')
  return readOffer(tx, code)
}
