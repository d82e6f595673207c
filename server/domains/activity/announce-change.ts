import { sql } from 'kysely'
import type { Topic } from '#api/topics'
import { raw, type Transaction } from '../../platform/db/query.ts'
import { eventChannel } from '../../platform/realtime/publish.ts'

/** What open pages show of each kind of object; a proposal and a partner change are lines about the company. */
const topicsOf: Readonly<Record<string, readonly Topic[]>> = {
  company: ['companies', 'proposals', 'activity'],
  site: ['sites', 'activity'],
  contact: ['contacts', 'activity'],
  payment_details: ['payments', 'activity'],
  user: ['users', 'activity'],
  right: ['rights', 'activity'],
  issuer: ['issuer', 'activity'],
  offer: ['catalog', 'activity'],
  subscription: ['subscriptions', 'activity'],
  accountcode: ['accountcodes', 'activity'],
  price_list: ['catalog', 'activity'],
  purchase_request: ['purchase-requests', 'activity'],
  resale_price: ['catalog', 'activity'],
}

/**
 * Tells the open pages of the company, of its partner and of the carrier that something is no longer as shown. Whoever may write on one
 * site only does not read the company's row: the company itself is told nevertheless.
 */
export const announceChange = async (tx: Transaction, companyId: string, objectKind: string): Promise<void> => {
  const topics = topicsOf[objectKind] ?? (['activity'] satisfies Topic[])
  await tx.run(
    raw(sql`
      select pg_notify(${eventChannel}, json_build_object(
        'topic', topic,
        'audience', json_build_object('companyId', ${companyId}::text, 'ambassadorId', c.ambassador_id, 'operatorId', c.operator_id, 'carrier', true),
        'ids', '[]'::json
      )::text)
      from unnest(${topics}::text[]) as topic left join companies c on c.id = ${companyId}::uuid`),
  )
}
