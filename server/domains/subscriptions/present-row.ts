import type { SubscriptionRow } from '#api/subscriptions/list/subscription-list'
import { whenOfContract } from '#api/subscriptions/rules/when'
import type { SortedRow } from '../../platform/db/keyset.ts'
import type { SubscriptionRecord } from './list/subscriptions-query.ts'

/** A line of the list. */
export const presentRow = (row: Omit<SubscriptionRecord, keyof SortedRow>, today: string): SubscriptionRow => ({
  reference: row.reference,
  name: row.name,
  nameEn: row.name_en,
  family: row.family,
  pilot: row.pilot_name,
  lastOrder:
    row.last_order_reference === null || row.last_order_kind === null || row.last_order_state === null
      ? null
      : {
          reference: row.last_order_reference,
          kind: row.last_order_kind,
          state: row.last_order_state,
        },
  client: { reference: row.company_reference, name: row.company_name },
  customerAccount: row.payer_reference,
  city: row.city,
  deliveredOn: row.delivered_on,
  when: whenOfContract({ state: row.state, deliveredOn: row.delivered_on }, row.running, today),
  displayedState: row.displayed_state,
  state: row.state,
  type: row.last_order_kind ?? 'creation',
})
