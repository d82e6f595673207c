import { Readable } from 'node:stream'
import type { Context } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { FileRefused } from '../../../platform/files/file-store.ts'
import { readAll } from '../../../platform/http/read-all.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { actorNameFor, recordActivity } from '../../activity/record-activity.ts'
import { announceSubscription, lockSubscriptionByReference } from '../../subscriptions/lock-subscription.ts'
import { mayEnterTermination } from './termination.policy.ts'

const maximumBytes = 20 * 1024 * 1024

/** Keeps the scanned letter with the contract: of the pending termination, or of the one that ended it. */
export const attachLetter = async (
  ctx: Context,
  files: FileStore,
  reference: string,
  letter: { readonly name: string; readonly content: Readable },
): Promise<{ id: string; name: string }> => {
  // Nobody's megabytes are taken before it is known that they may send them.
  const scope = await ctx.enter()
  if (!mayEnterTermination(scope)) throw new Problem('forbidden')
  // Read as a whole: an upload that is dropped halfway could not be answered.
  const content = await readAll(letter.content, maximumBytes)
  const kept = await files
    .keep(Readable.from([content]), {
      kind: 'termination_letter',
      name: letter.name,
      mediaType: 'application/pdf',
      maxBytes: maximumBytes,
      allowed: ['application/pdf'],
    })
    .catch((error) => {
      throw error instanceof FileRefused ? fieldProblem('file', error.code) : error
    })
  try {
    return await ctx.write(async (tx) => {
      const contract = await lockSubscriptionByReference(tx, reference)
      const termination = await tx.first(
        db
          .selectFrom('terminations')
          .select(['order_id'])
          .where('subscription_id', '=', contract.id)
          .where('state', 'in', ['pending', 'effective'])
          .orderBy('requested_at', 'desc'),
      )
      if (!termination) throw new Problem('conflict')
      const id = newId()
      await tx.run(
        db.insertInto('commerce_documents').values({
          id,
          subscription_id: contract.id,
          order_id: termination.order_id,
          company_id: contract.company_id,
          payer_id: contract.payer_id,
          site_ids: contract.site_ids,
          kind: 'termination_letter',
          name: kept.name,
          file_id: await files.record(tx, kept, { companyId: contract.company_id, siteId: contract.site_id, userId: null }),
          shows_amounts: false,
          created_at: tx.now,
          created_by_name: actorNameFor(tx.scope, contract.company_id),
        }),
      )
      await recordActivity(tx, {
        companyId: contract.company_id,
        siteId: contract.site_id,
        action: 'subscription.letter_attached',
        objectKind: 'subscription',
        objectReference: contract.reference,
        objectLabel: kept.name,
      })
      await announceSubscription(tx, contract)
      return { id, name: kept.name }
    })
  } catch (error) {
    await files.discard(kept.storageKey)
    throw error
  }
}
