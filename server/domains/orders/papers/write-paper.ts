import { type Language, languages, say } from '#api/languages'
import { documentKindWords } from '#api/subscriptions/words'
import { db, type Transaction } from '../../../platform/db/query.ts'
import type { DocumentRenderer } from '../../../platform/documents/document-renderer.ts'
import { sayIn } from '../../../platform/documents/words/words.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { newId } from '../../../platform/ids.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import { announceOrder } from '../life/move-order.ts'
import { deliveryNoteSent } from '../news/order-events.ts'
import { aboutOrder } from '../news/tell-customer.ts'
import { gatherPaper } from './gather-paper.ts'
import type { Paper } from './paper-jobs.ts'
import { type PaperOrder, paperOrder } from './paper-source.ts'

export interface PaperTools {
  readonly inTransaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  readonly documents: DocumentRenderer
  readonly files: FileStore
}

const templates = { order_form: 'order-form', delivery_note: 'delivery-note', termination_notice: 'termination-notice' } as const

/** The name is what makes a paper unique, whatever its language: an order amended twice has three order forms. */
const nameOf = (order: PaperOrder, paper: Paper, amendments: number, language: Language): string => {
  const amended = paper === 'order_form' && amendments > 0 ? ` - ${sayIn(language)('orderFormAmended')} ${amendments}` : ''
  return `${say(documentKindWords[paper], language)} ${order.reference}${amended}.pdf`
}

const existing = (order: PaperOrder, paper: Paper, amendments: number) =>
  db
    .selectFrom('commerce_documents')
    .where('order_id', '=', order.id)
    .where('kind', '=', paper)
    .where(
      'name',
      'in',
      languages.map((language) => nameOf(order, paper, amendments, language)),
    )
    .select('id')

const newsDays = 7
/** The note of a delivery, written long after it, tells nobody anything new. */
const isNews = ({ closed_at: closedAt }: { readonly closed_at: Date | null }, now: Date): boolean =>
  closedAt === null || now.getTime() - closedAt.getTime() < newsDays * 86_400_000

/**
 * Writes the PDF of an order and keeps it beside it, once: dying anywhere and running again leaves one document and one notification. Bytes come
 * first, in a file that no row names until the transaction that names the document.
 */
export const writePaper = async (tools: PaperTools, orderId: string, paper: Paper): Promise<void> => {
  const gathered = await tools.inTransaction(async (tx) => {
    const order = await paperOrder(tx, orderId)
    if (!order) return null
    if (paper === 'delivery_note' && order.state !== 'delivered') return null
    const amendments = await tx.all(db.selectFrom('order_amendments').where('order_id', '=', orderId).select('id'))
    if (await tx.first(existing(order, paper, amendments.length))) return null
    const doc = await gatherPaper(tx, order, paper)
    return doc && { order, amendments: amendments.length, name: nameOf(order, paper, amendments.length, doc.language), doc }
  })
  if (!gathered) return
  const { order, amendments, name, doc } = gathered
  const pdf = await tools.documents.render(templates[paper], doc)
  const kept = await tools.files.keepOwn(pdf, { kind: 'order', name, mediaType: 'application/pdf' })
  const written = await tools.inTransaction(async (tx) => {
    // The order is held: of two runs at once, the second finds the first's document.
    await tx.first(db.selectFrom('orders').where('id', '=', orderId).select('id').forUpdate())
    if (await tx.first(existing(order, paper, amendments))) return false
    const fileId = await tools.files.record(tx, kept, { companyId: order.company_id, siteId: order.site_id })
    await tx.run(
      db.insertInto('commerce_documents').values({
        id: newId(),
        subscription_id: order.subscription_id,
        order_id: order.id,
        company_id: order.company_id,
        payer_id: order.payer_id,
        site_ids: order.site_ids,
        kind: paper,
        name,
        file_id: fileId,
        shows_amounts: paper !== 'delivery_note',
        created_at: tx.now,
        created_by_name: '',
      }),
    )
    if (paper === 'delivery_note' && isNews(order, tx.now)) await publishEvent(tx, deliveryNoteSent, await aboutOrder(tx, order))
    await announceOrder(tx, order)
    return true
  })
  if (!written) await tools.files.discard(kept.storageKey)
}
