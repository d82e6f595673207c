import type { DisplayedState, SubscriptionRow, SubscriptionState } from '#api/subscriptions/list/subscription-list'
import type { OrderKind, OrderState } from '#api/subscriptions/rules/operations'
import type { SortedRow } from '../../platform/db/keyset.ts'
import type { SubscriptionRecord } from './list/subscriptions-query.ts'

/** A line of the list. */
export const presentRow = (row: Omit<SubscriptionRecord, keyof SortedRow>): SubscriptionRow => ({
  reference: row.reference,
  name: row.name,
  nameEn: row.name_en,
  family: row.family,
  pilot: row.pilot_name,
  lastOrder:
    row.last_order_reference === null
      ? null
      : {
          reference: row.last_order_reference,
          kind: row.last_order_kind as OrderKind,
          state: row.last_order_state as OrderState,
        },
  client: { reference: row.company_reference, name: row.company_name },
  customerAccount: row.payer_reference,
  city: row.city,
  deliveredOn: row.delivered_on,
  displayedState: row.displayed_state as DisplayedState,
  state: row.state as SubscriptionState,
  type: (row.last_order_kind ?? 'creation') as OrderKind,
})
