import { Readable } from 'node:stream'
import type { QueryOf } from '#api/endpoint'
import type { attachDocument as endpoint } from '#api/orders/delivery/delivery'
import { attachmentMediaTypes } from '#api/orders/delivery/delivery'
import type { OrderDocument } from '#api/orders/reading/orders'
import type { Context, ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { FileRefused, type FileStore, type KeptFile } from '../../../platform/files/file-store.ts'
import { readAll } from '../../../platform/http/read-all.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { actorNameFor } from '../../activity/record-activity.ts'
import { announceOrder } from '../life/move-order.ts'
import { mayPilot } from '../life/order.policy.ts'
import { recordOrder } from '../life/record-order.ts'
import { presentDocument } from '../reading/order.presenter.ts'
import * as orders from '../reading/order.repository.ts'
import { readableOrder } from '../reading/read-order.ts'

const maximumBytes = 20 * 1024 * 1024

const record = async (
  tx: ScopedTransaction,
  files: FileStore,
  reference: string,
  kept: KeptFile,
  internal: boolean,
): Promise<OrderDocument> => {
  const order = await readableOrder(tx, reference)
  const fileId = await files.record(tx, kept, { companyId: order.company_id, siteId: order.site_id, userId: tx.scope.userId })
  const id = newId()
  await tx.run(
    db.insertInto('commerce_documents').values({
      id,
      subscription_id: order.subscription_id,
      order_id: order.id,
      company_id: order.company_id,
      payer_id: order.payer_id,
      site_ids: order.site_ids,
      kind: 'attachment',
      name: kept.name,
      file_id: fileId,
      // What the carrier attaches is about the works; amounts are in papers of their own.
      shows_amounts: false,
      internal,
      created_at: tx.now,
      created_by_name: internal ? tx.scope.actorName : actorNameFor(tx.scope, order.company_id),
    }),
  )
  // The customer reads the history: it does not mention the carrier's working papers.
  if (!internal) await recordOrder(tx, order, 'order.document_attached', { after: { document: kept.name } })
  await announceOrder(tx, order)
  return presentDocument({
    id,
    kind: 'attachment',
    name: kept.name,
    internal,
    created_at: tx.now,
    media_type: kept.mediaType,
    size: kept.size,
  })
}

/** Read whole first: a refusal must be answered, and cutting an upload short would cut the answer too. */
const keep = (
  files: FileStore,
  bytes: Buffer,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): Promise<KeptFile> =>
  files
    .keep(Readable.from(bytes.length > 0 ? [bytes] : []), {
      kind: 'order',
      name,
      mediaType,
      maxBytes: maximumBytes,
      allowed: attachmentMediaTypes,
    })
    .catch((error: unknown) => {
      throw error instanceof FileRefused ? fieldProblem('file', error.code) : error
    })

/** Keeps a file beside an order. Its bytes are received before the transaction, and forgotten if that fails. */
export const attachDocument = async (
  ctx: Context,
  files: FileStore,
  reference: string,
  { name, mediaType, internal }: QueryOf<typeof endpoint>,
  stream: Readable,
): Promise<OrderDocument> => {
  // Who may not, or names no order, sends nothing to the disk.
  const { scope } = await ctx.read({ order: found(orders.order(reference)) })
  if (!mayPilot(scope)) throw new Problem('forbidden')
  const kept = await keep(files, await readAll(stream, maximumBytes), { name, mediaType })
  try {
    return await ctx.write((tx) => record(tx, files, reference, kept, internal === 'true'))
  } catch (error) {
    await files.discard(kept.storageKey)
    throw error
  }
}
